package dev.aero4j.internal.command;

import dev.aero4j.Key;
import dev.aero4j.policy.ReadModeAp;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.wire.message.MessageFlags;

/** A command that follows a {@link ReadPolicy}. */
abstract sealed class ReadCommand<T> extends RecordCommand<T>
    permits GetCommand, SelectCommand, ExistsCommand {
  private final ReadPolicy policy;
  private final int info1;

  ReadCommand(String name, Key key, ReadPolicy policy, int readBits) {
    super(name, key);
    this.policy = policy;
    this.info1 =
        MessageFlags.INFO1_READ
            | readBits
            | (policy.readModeAp() == ReadModeAp.ALL ? MessageFlags.INFO1_READ_MODE_AP_ALL : 0);
  }

  /** The bit that asks for a compressed answer, for commands whose answer carries data. */
  static int compressBit(ReadPolicy policy) {
    return policy.compress() ? MessageFlags.INFO1_COMPRESS_RESPONSE : 0;
  }

  @Override
  public final ReadPolicy policy() {
    return policy;
  }

  @Override
  public final boolean isWrite() {
    return false;
  }

  @Override
  public final int info1() {
    return info1;
  }

  @Override
  public final int info2() {
    return 0;
  }

  @Override
  public final int info3() {
    return readModeScBits(policy.readModeSc());
  }

  @Override
  public final int generation() {
    return 0;
  }

  @Override
  public final int expiration() {
    return policy.readTouchTtlPercent();
  }

  @Override
  public final boolean sendKey() {
    return false;
  }
}
