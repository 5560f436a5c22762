package dev.aero4j.policy;

import dev.aero4j.internal.command.Checks;

/** How a read is done. See {@link CommandPolicy} for what it shares with writes. */
public final class ReadPolicy extends CommandPolicy {
  private static final ReadPolicy DEFAULT = builder().build();

  private final int readTouchTtlPercent;

  private ReadPolicy(Builder builder) {
    super(builder);
    readTouchTtlPercent = builder.readTouchTtlPercent;
  }

  /** {@return a policy with every field at its default} */
  public static ReadPolicy defaults() {
    return DEFAULT;
  }

  /** {@return a builder with every field at its default} */
  public static Builder builder() {
    return new Builder();
  }

  /** How a record of a batch is read: compression is a matter of the whole message. */
  static ReadPolicy of(BatchPolicy policy) {
    return new Builder(policy)
        .compress(false)
        .readTouchTtlPercent(policy.readTouchTtlPercent())
        .build();
  }

  /** {@return a builder that starts from this policy} */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /**
   * {@return at which percentage of its life a record that is read gets its time to live anew; 0
   * for the server's setting, -1 for never}
   */
  public int readTouchTtlPercent() {
    return readTouchTtlPercent;
  }

  /** Collects the fields of a {@link ReadPolicy}. */
  public static final class Builder extends CommandPolicy.Builder<Builder> {
    private int readTouchTtlPercent;

    private Builder() {
      super(2);
    }

    private Builder(BatchPolicy policy) {
      super(policy);
    }

    private Builder(ReadPolicy policy) {
      super(policy);
      readTouchTtlPercent = policy.readTouchTtlPercent;
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * Sets when a read renews the record's time to live: when less than this percentage of it is
     * left. Default 0, the server's {@code default-read-touch-ttl-pct}. Travels in the slot of the
     * expiration. Servers before 7.1 ignore it.
     *
     * @param percent 1 to 100, 0 for the server's setting, -1 for never
     * @return this
     */
    public Builder readTouchTtlPercent(int percent) {
      readTouchTtlPercent = Checks.readTouchTtlPercent(percent);
      return this;
    }

    /** {@return the policy} */
    public ReadPolicy build() {
      return new ReadPolicy(this);
    }
  }
}
