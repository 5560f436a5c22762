package dev.aero4j.policy;

import dev.aero4j.internal.command.Checks;
import java.util.Objects;

/** How a write, or an operate, is done. See {@link CommandPolicy} for what it shares with reads. */
public final class WritePolicy extends CommandPolicy implements WriteOption {
  private static final WritePolicy DEFAULT = builder().build();

  private final RecordExistsAction recordExistsAction;
  private final GenerationPolicy generationPolicy;
  private final int generation;
  private final int ttlSeconds;
  private final CommitLevel commitLevel;
  private final KeyPolicy keyPolicy;
  private final boolean durableDelete;
  private final int readTouchTtlPercent;

  private WritePolicy(Builder builder) {
    super(builder);
    recordExistsAction = builder.recordExistsAction;
    generationPolicy = builder.generationPolicy;
    generation = builder.generation;
    ttlSeconds = builder.ttlSeconds;
    commitLevel = builder.commitLevel;
    keyPolicy = builder.keyPolicy;
    durableDelete = builder.durableDelete;
    readTouchTtlPercent = builder.readTouchTtlPercent;
  }

  /** {@return a policy with every field at its default} */
  public static WritePolicy defaults() {
    return DEFAULT;
  }

  /** {@return a builder with every field at its default} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns a policy for an operate that only reads.
   *
   * @param policy what times, retries, read modes and filter are taken from
   * @return the policy, its other fields at their defaults
   */
  public static WritePolicy forReads(ReadPolicy policy) {
    return new Builder(policy).readTouchTtlPercent(policy.readTouchTtlPercent()).build();
  }

  /** {@return a builder that starts from this policy} */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** {@return what the write does depending on whether the record exists} */
  public RecordExistsAction recordExistsAction() {
    return recordExistsAction;
  }

  /** {@return whether the write looks at the record's generation first} */
  public GenerationPolicy generationPolicy() {
    return generationPolicy;
  }

  /** {@return the generation that {@link #generationPolicy()} compares with} */
  public int generation() {
    return generation;
  }

  /** {@return the record's new time to live in seconds, or a constant of {@link Ttl}} */
  public int ttlSeconds() {
    return ttlSeconds;
  }

  /** {@return when the server answers} */
  public CommitLevel commitLevel() {
    return commitLevel;
  }

  /** {@return whether the caller's key is stored beside its digest} */
  public KeyPolicy keyPolicy() {
    return keyPolicy;
  }

  /** {@return whether a removal leaves a tombstone} */
  public boolean durableDelete() {
    return durableDelete;
  }

  /** {@return as in {@link ReadPolicy#readTouchTtlPercent()}, for an operate that only reads} */
  public int readTouchTtlPercent() {
    return readTouchTtlPercent;
  }

  /** Collects the fields of a {@link WritePolicy}. */
  public static final class Builder extends CommandPolicy.Builder<Builder> {
    private RecordExistsAction recordExistsAction = RecordExistsAction.UPDATE;
    private GenerationPolicy generationPolicy = GenerationPolicy.NONE;
    private int generation;
    private int ttlSeconds = Ttl.NAMESPACE_DEFAULT;
    private CommitLevel commitLevel = CommitLevel.ALL;
    private KeyPolicy keyPolicy = KeyPolicy.DIGEST;
    private boolean durableDelete;
    private int readTouchTtlPercent;

    private Builder() {
      super(0);
    }

    private Builder(ReadPolicy policy) {
      super(policy);
    }

    private Builder(WritePolicy policy) {
      super(policy);
      recordExistsAction = policy.recordExistsAction;
      generationPolicy = policy.generationPolicy;
      generation = policy.generation;
      ttlSeconds = policy.ttlSeconds;
      commitLevel = policy.commitLevel;
      keyPolicy = policy.keyPolicy;
      durableDelete = policy.durableDelete;
      readTouchTtlPercent = policy.readTouchTtlPercent;
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * Sets what the write does depending on whether the record exists. Default {@link
     * RecordExistsAction#UPDATE}; the others are bits of info 2 and 3. They travel with {@code
     * remove} and {@code touch} too.
     *
     * @param action the choice
     * @return this
     */
    public Builder recordExistsAction(RecordExistsAction action) {
      recordExistsAction = Objects.requireNonNull(action, "recordExistsAction");
      return this;
    }

    /**
     * Sets whether the write looks at the record's generation first. Default {@link
     * GenerationPolicy#NONE}; the others are bits of info 2.
     *
     * @param policy the choice
     * @return this
     */
    public Builder generationPolicy(GenerationPolicy policy) {
      generationPolicy = Objects.requireNonNull(policy, "generationPolicy");
      return this;
    }

    /**
     * Sets the generation to compare with. Default 0; without effect while the generation policy is
     * {@link GenerationPolicy#NONE}. {@link #expectGeneration} sets both.
     *
     * @param generation 0 (no record yet) or more; servers count to 1,023 or 65,535 and start anew
     * @return this
     */
    public Builder generation(int generation) {
      this.generation = Checks.notNegative("generation", generation);
      return this;
    }

    /**
     * Lets the write succeed only if the record's generation is this one.
     *
     * @param generation from {@link dev.aero4j.Record#generation()}
     * @return this
     */
    public Builder expectGeneration(int generation) {
      return generationPolicy(GenerationPolicy.EXPECT_EQUAL).generation(generation);
    }

    /**
     * Sets the record's new time to live. Default {@link Ttl#NAMESPACE_DEFAULT}. Travels in the
     * slot of the expiration.
     *
     * @param seconds more than 0 from now, or a constant of {@link Ttl}
     * @return this
     */
    public Builder ttl(long seconds) {
      ttlSeconds = Checks.ttl(seconds);
      return this;
    }

    /**
     * Sets when the server answers. Default {@link CommitLevel#ALL}; {@code MASTER} is a bit of
     * info 3.
     *
     * @param level the choice
     * @return this
     */
    public Builder commitLevel(CommitLevel level) {
      commitLevel = Objects.requireNonNull(level, "commitLevel");
      return this;
    }

    /**
     * Sets whether the caller's key is stored beside its digest. Default {@link KeyPolicy#DIGEST};
     * {@code SEND} adds a field. A key made from a digest alone has nothing to send.
     *
     * @param policy the choice
     * @return this
     */
    public Builder keyPolicy(KeyPolicy policy) {
      keyPolicy = Objects.requireNonNull(policy, "keyPolicy");
      return this;
    }

    /**
     * Sets whether a removal leaves a tombstone, so that the record cannot come back after a cold
     * start. Default false; a bit of info 2. Needs a server of the Enterprise edition.
     *
     * @param durable true to leave a tombstone
     * @return this
     */
    public Builder durableDelete(boolean durable) {
      durableDelete = durable;
      return this;
    }

    /**
     * Sets, for an operate that only reads, what {@link ReadPolicy.Builder#readTouchTtlPercent}
     * sets for a read. Default 0.
     *
     * @param percent 1 to 100, 0 for the server's setting, -1 for never
     * @return this
     */
    public Builder readTouchTtlPercent(int percent) {
      readTouchTtlPercent = Checks.readTouchTtlPercent(percent);
      return this;
    }

    /** {@return the policy} */
    public WritePolicy build() {
      return new WritePolicy(this);
    }
  }
}
