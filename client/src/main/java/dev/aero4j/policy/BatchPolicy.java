package dev.aero4j.policy;

import dev.aero4j.columns.Narrowing;
import dev.aero4j.internal.command.Checks;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a batch is done. See {@link CommandPolicy} for what it shares with single commands; {@code
 * grouping} has no meaning here. {@code maxRetries} (default 2) is for reads, and is counted for
 * each record; a write is repeated as often as its own {@link WritePolicy} allows, by default not
 * at all.
 */
public final class BatchPolicy extends CommandPolicy {
  private static final BatchPolicy DEFAULT = builder().build();

  private final int maxConcurrentNodes;
  private final int maxRowsPerMessage;
  private final boolean allowInline;
  private final boolean allowInlineSsd;
  private final boolean respondAllKeys;
  private final int readTouchTtlPercent;
  private final @Nullable WritePolicy writePolicy;
  private final Narrowing narrowing;
  private final ReadPolicy reads;

  private BatchPolicy(Builder builder) {
    super(builder);
    maxConcurrentNodes = builder.maxConcurrentNodes;
    maxRowsPerMessage = builder.maxRowsPerMessage;
    allowInline = builder.allowInline;
    allowInlineSsd = builder.allowInlineSsd;
    respondAllKeys = builder.respondAllKeys;
    readTouchTtlPercent = builder.readTouchTtlPercent;
    writePolicy = builder.writePolicy;
    narrowing = builder.narrowing;
    reads = ReadPolicy.of(this);
  }

  /** {@return a policy with every field at its default} */
  public static BatchPolicy defaults() {
    return DEFAULT;
  }

  /** {@return a builder with every field at its default} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that starts from this policy} */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** {@return how a record of the batch is read that has no policy of its own} */
  public ReadPolicy forReads() {
    return reads;
  }

  /** {@return how many nodes are asked at the same time; 0 for all} */
  public int maxConcurrentNodes() {
    return maxConcurrentNodes;
  }

  /** {@return how many records one message is about at most} */
  public int maxRowsPerMessage() {
    return maxRowsPerMessage;
  }

  /** {@return whether the server may work in the thread that read the request, for memory} */
  public boolean allowInline() {
    return allowInline;
  }

  /** {@return whether the server may do so for data on a device} */
  public boolean allowInlineSsd() {
    return allowInlineSsd;
  }

  /** {@return whether the server answers every record, whatever became of others} */
  public boolean respondAllKeys() {
    return respondAllKeys;
  }

  /** {@return as in {@link ReadPolicy#readTouchTtlPercent()}} */
  public int readTouchTtlPercent() {
    return readTouchTtlPercent;
  }

  /** {@return how records are written that have no policy of their own; null for the client's} */
  public @Nullable WritePolicy writePolicy() {
    return writePolicy;
  }

  /** {@return what is done about a value that does not fit its column} */
  public Narrowing narrowing() {
    return narrowing;
  }

  /** Collects the fields of a {@link BatchPolicy}. */
  public static final class Builder extends CommandPolicy.Builder<Builder> {
    private int maxConcurrentNodes;
    private int maxRowsPerMessage = 5_000;
    private boolean allowInline = true;
    private boolean allowInlineSsd;
    private boolean respondAllKeys = true;
    private int readTouchTtlPercent;
    private @Nullable WritePolicy writePolicy;
    private Narrowing narrowing = Narrowing.STRICT;

    private Builder() {
      super(2);
    }

    private Builder(BatchPolicy policy) {
      super(policy);
      maxConcurrentNodes = policy.maxConcurrentNodes;
      maxRowsPerMessage = policy.maxRowsPerMessage;
      allowInline = policy.allowInline;
      allowInlineSsd = policy.allowInlineSsd;
      respondAllKeys = policy.respondAllKeys;
      readTouchTtlPercent = policy.readTouchTtlPercent;
      writePolicy = policy.writePolicy;
      narrowing = policy.narrowing;
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * Sets how many nodes are asked at the same time. Default 0, all of them; 1 is one after
     * another.
     *
     * @param nodes 0 or more
     * @return this
     */
    public Builder maxConcurrentNodes(int nodes) {
      maxConcurrentNodes = Checks.notNegative("maxConcurrentNodes", nodes);
      return this;
    }

    /**
     * Sets how many records one message is about at most; what is more goes in further messages.
     * Default 5,000. A server may have a limit of its own ({@code batch-max-requests}); a message
     * that it refuses for that is divided.
     *
     * @param rows 1 to 1,000,000
     * @return this
     */
    public Builder maxRowsPerMessage(int rows) {
      maxRowsPerMessage = Checks.range("maxRowsPerMessage", rows, 1, 1_000_000);
      return this;
    }

    /**
     * Sets whether the server may carry out the commands in the thread that read the request, for
     * namespaces in memory. Default true. A bit of the batch's flags.
     *
     * @param allow false to have them carried out by the server's batch threads
     * @return this
     */
    public Builder allowInline(boolean allow) {
      allowInline = allow;
      return this;
    }

    /**
     * Sets whether the server may do so for namespaces on a device. Default false. A bit of the
     * batch's flags; servers before 6.0 ignore it.
     *
     * @param allow true to allow it
     * @return this
     */
    public Builder allowInlineSsd(boolean allow) {
      allowInlineSsd = allow;
      return this;
    }

    /**
     * Sets whether the server answers every record even when one has failed. Default true. With
     * false it stops answering (not working) after the first failure: the records that have no
     * answer get {@link dev.aero4j.model.ResultCode#NO_RESPONSE}, and writes among them are in
     * doubt. Not found and filtered out are no failures in this sense. A bit of the batch's flags.
     *
     * @param all false to stop at the first failure
     * @return this
     */
    public Builder respondAllKeys(boolean all) {
      respondAllKeys = all;
      return this;
    }

    /**
     * Sets for all reads of the batch what {@link ReadPolicy.Builder#readTouchTtlPercent} sets for
     * one.
     *
     * @param percent 1 to 100, 0 for the server's setting, -1 for never
     * @return this
     */
    public Builder readTouchTtlPercent(int percent) {
      readTouchTtlPercent = Checks.readTouchTtlPercent(percent);
      return this;
    }

    /**
     * Sets how records are written that have no policy of their own: time to live, generation,
     * exists, commit level, key, durable delete, and how often a write is repeated ({@code
     * maxRetries}, whose warning about writes that are applied twice holds for each record). Its
     * filter, if it has one, is used instead of the batch's. Times and replica are the batch's.
     * Default null: the client's default write policy.
     *
     * @param policy the policy, or null
     * @return this
     */
    public Builder writePolicy(@Nullable WritePolicy policy) {
      writePolicy = policy;
      return this;
    }

    /**
     * Sets what is done about a value that does not fit its column, when a batch is read into
     * columns. Default {@link Narrowing#STRICT}. Nothing travels.
     *
     * @param choice the choice
     * @return this
     */
    public Builder narrowing(Narrowing choice) {
      narrowing = Objects.requireNonNull(choice, "narrowing");
      return this;
    }

    /** {@return the policy} */
    public BatchPolicy build() {
      return new BatchPolicy(this);
    }
  }
}
