package dev.aero4j.internal.batch;

import dev.aero4j.Key;
import dev.aero4j.internal.command.ApiBridge;
import dev.aero4j.internal.command.Details;
import dev.aero4j.internal.command.RecordCommand;
import dev.aero4j.internal.command.RecordEncoder;
import dev.aero4j.policy.ReadModeSc;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.digest.Digests;
import dev.aero4j.wire.message.BatchRow;
import org.jspecify.annotations.Nullable;

/** The same command on many keys: after the first row of a message most are 25 bytes. */
public final class KeyRows extends Rows {
  private final Key[] keys;
  private final RecordCommand<?> command;
  private final int maxReadRetries;
  private final ApiBridge api = ApiBridge.instance();

  /** The key of the last row that was written whole in this message. */
  private @Nullable Key last;

  /**
   * @param keys none of them null; not to be changed
   * @param command made for any of the keys
   * @param maxReadRetries of the batch's policy
   */
  public KeyRows(Key[] keys, RecordCommand<?> command, int maxReadRetries) {
    this.keys = keys;
    this.command = command;
    this.maxReadRetries = maxReadRetries;
  }

  @Override
  public int size() {
    return keys.length;
  }

  @Override
  public String namespace(int row) {
    return keys[row].namespace();
  }

  @Override
  public int partition(int row) {
    return Digests.partitionId(api.digest(keys[row]));
  }

  @Override
  public boolean isWrite(int row) {
    return command.isWrite();
  }

  @Override
  public int maxRetries(int row) {
    return command.isWrite() ? command.policy().maxRetries() : maxReadRetries;
  }

  @Override
  public ReadModeSc readModeSc(int row) {
    return command.policy().readModeSc();
  }

  @Override
  public boolean fitsOldBatch(int row) {
    return command.fitsOldRow();
  }

  @Override
  public boolean travelsAlone(int row) {
    return !command.fitsRow();
  }

  @Override
  public String details(int row, int resultCode) {
    return Details.of(resultCode, command);
  }

  @Override
  public void beginMessage() {
    last = null;
  }

  @Override
  public void write(WireWriter writer, int row, int index) {
    Key key = keys[row];
    Key before = last;
    if (before != null
        && !RecordEncoder.sendsKey(command, key)
        && before.set().equals(key.set())
        && before.namespace().equals(key.namespace())) {
      BatchRow.writeRepetition(writer, index, api.digest(key));
    } else {
      last = RecordEncoder.writeRow(writer, command, key, index) ? key : null;
    }
  }

  @Override
  public void writeAlone(WireWriter writer, int row, int serverTimeoutMillis) {
    RecordEncoder.writeSingle(writer, command, keys[row], serverTimeoutMillis);
  }
}
