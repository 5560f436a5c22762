package dev.aero4j.internal.command;

import dev.aero4j.Key;
import dev.aero4j.policy.CommitLevel;
import dev.aero4j.policy.GenerationPolicy;
import dev.aero4j.policy.KeyPolicy;
import dev.aero4j.policy.WritePolicy;
import dev.aero4j.wire.message.BatchRow;
import dev.aero4j.wire.message.MessageFlags;

/** A command that follows a {@link WritePolicy}. */
abstract sealed class WriteCommand<T> extends RecordCommand<T>
    permits VoidCommand, OperateCommand, ApplyCommand {
  private final WritePolicy policy;

  WriteCommand(String name, Key key, WritePolicy policy) {
    super(name, key);
    this.policy = policy;
  }

  @Override
  public final WritePolicy policy() {
    return policy;
  }

  @Override
  public boolean isWrite() {
    return true;
  }

  @Override
  public int info1() {
    return 0;
  }

  @Override
  public int info2() {
    return MessageFlags.INFO2_WRITE | policyBits2();
  }

  @Override
  public int info3() {
    return policyBits3();
  }

  /** The bits of info 2 that the policy sets. */
  final int policyBits2() {
    int bits =
        switch (policy.generationPolicy()) {
          case NONE -> 0;
          case EXPECT_EQUAL -> MessageFlags.INFO2_GENERATION;
          case EXPECT_GREATER -> MessageFlags.INFO2_GENERATION_GT;
        };
    return switch (policy.recordExistsAction()) {
          case CREATE_ONLY -> MessageFlags.INFO2_CREATE_ONLY;
          case UPDATE, UPDATE_ONLY, REPLACE, REPLACE_ONLY -> 0;
        }
        | (policy.durableDelete() ? MessageFlags.INFO2_DURABLE_DELETE : 0)
        | bits;
  }

  /** The bits of info 3 that the policy sets. */
  final int policyBits3() {
    int bits =
        switch (policy.recordExistsAction()) {
          case UPDATE, CREATE_ONLY -> 0;
          case UPDATE_ONLY -> MessageFlags.INFO3_UPDATE_ONLY;
          case REPLACE -> MessageFlags.INFO3_CREATE_OR_REPLACE;
          case REPLACE_ONLY -> MessageFlags.INFO3_REPLACE_ONLY;
        };
    return bits
        | (policy.commitLevel() == CommitLevel.MASTER ? MessageFlags.INFO3_COMMIT_MASTER : 0);
  }

  @Override
  public final int generation() {
    return policy.generationPolicy() == GenerationPolicy.NONE ? 0 : policy.generation();
  }

  @Override
  public int expiration() {
    return policy.ttlSeconds();
  }

  @Override
  public final boolean sendKey() {
    return policy.keyPolicy() == KeyPolicy.SEND;
  }

  /** A row of a batch has 16 bits for the generation. */
  @Override
  public final boolean fitsRow() {
    return generation() <= BatchRow.MAX_GENERATION;
  }
}
