package dev.aero4j.policy;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.expression.Expression;
import dev.aero4j.internal.command.Checks;
import dev.aero4j.model.ExpType;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What every command on a record can be asked: how long it may take, how often it is tried, and
 * which node it goes to. Immutable; times travel and are kept in whole milliseconds.
 *
 * <p>{@code totalTimeout} bounds the whole call, all attempts and pauses included; {@code
 * socketTimeout} bounds how long one attempt may hear nothing. Both start when the caller calls.
 * The smaller of the two travels with the command, so that the server gives up too.
 */
public abstract sealed class CommandPolicy permits ReadPolicy, WritePolicy, BatchPolicy {
  private final int socketTimeoutMillis;
  private final int totalTimeoutMillis;
  private final int timeoutDelayMillis;
  private final int maxRetries;
  private final int sleepBetweenRetriesMillis;
  private final Replica replica;
  private final ReadModeAp readModeAp;
  private final ReadModeSc readModeSc;
  private final @Nullable Expression filterExpression;
  private final boolean grouping;
  private final boolean compress;

  CommandPolicy(Builder<?> builder) {
    socketTimeoutMillis = builder.socketTimeoutMillis;
    totalTimeoutMillis = builder.totalTimeoutMillis;
    timeoutDelayMillis = builder.timeoutDelayMillis;
    maxRetries = builder.maxRetries;
    sleepBetweenRetriesMillis = builder.sleepBetweenRetriesMillis;
    replica = builder.replica;
    readModeAp = builder.readModeAp;
    readModeSc = builder.readModeSc;
    filterExpression = builder.filterExpression;
    grouping = builder.grouping;
    compress = builder.compress;
  }

  /** {@return how long one attempt may hear nothing; zero for no limit but the total} */
  public final Duration socketTimeout() {
    return Duration.ofMillis(socketTimeoutMillis);
  }

  /** {@return {@link #socketTimeout()} in milliseconds} */
  public final int socketTimeoutMillis() {
    return socketTimeoutMillis;
  }

  /** {@return how long the whole call may take; zero for no limit} */
  public final Duration totalTimeout() {
    return Duration.ofMillis(totalTimeoutMillis);
  }

  /** {@return {@link #totalTimeout()} in milliseconds} */
  public final int totalTimeoutMillis() {
    return totalTimeoutMillis;
  }

  /** {@return how long a late answer is waited for before its connection is closed} */
  public final Duration timeoutDelay() {
    return Duration.ofMillis(timeoutDelayMillis);
  }

  /** {@return {@link #timeoutDelay()} in milliseconds} */
  public final int timeoutDelayMillis() {
    return timeoutDelayMillis;
  }

  /** {@return how often a command is repeated after its first attempt} */
  public final int maxRetries() {
    return maxRetries;
  }

  /** {@return the pause before an attempt is repeated} */
  public final Duration sleepBetweenRetries() {
    return Duration.ofMillis(sleepBetweenRetriesMillis);
  }

  /** {@return {@link #sleepBetweenRetries()} in milliseconds} */
  public final int sleepBetweenRetriesMillis() {
    return sleepBetweenRetriesMillis;
  }

  /** {@return which of the nodes that hold the record is asked} */
  public final Replica replica() {
    return replica;
  }

  /** {@return how many copies a read consults, in namespaces that favour availability} */
  public final ReadModeAp readModeAp() {
    return readModeAp;
  }

  /** {@return how fresh a read must be, in namespaces with strong consistency} */
  public final ReadModeSc readModeSc() {
    return readModeSc;
  }

  /** {@return the condition that the record must meet, or null for none} */
  public final @Nullable Expression filterExpression() {
    return filterExpression;
  }

  /** {@return whether the command may travel in one message with others that wait} */
  public final boolean grouping() {
    return grouping;
  }

  /** {@return whether data over a kilobyte travels compressed} */
  public final boolean compress() {
    return compress;
  }

  /**
   * Collects a policy's fields. A bad value is refused at once, with the field's name.
   *
   * @param <B> the builder's own type
   */
  public abstract static sealed class Builder<B extends Builder<B>>
      permits ReadPolicy.Builder, WritePolicy.Builder, BatchPolicy.Builder {
    private int socketTimeoutMillis = 30_000;
    private int totalTimeoutMillis = 1_000;
    private int timeoutDelayMillis;
    private int maxRetries;
    private int sleepBetweenRetriesMillis;
    private Replica replica = Replica.SEQUENCE;
    private ReadModeAp readModeAp = ReadModeAp.ONE;
    private ReadModeSc readModeSc = ReadModeSc.SESSION;
    private @Nullable Expression filterExpression;
    private boolean grouping = true;
    private boolean compress;

    Builder(int maxRetries) {
      this.maxRetries = maxRetries;
    }

    Builder(CommandPolicy policy) {
      socketTimeoutMillis = policy.socketTimeoutMillis;
      totalTimeoutMillis = policy.totalTimeoutMillis;
      timeoutDelayMillis = policy.timeoutDelayMillis;
      maxRetries = policy.maxRetries;
      sleepBetweenRetriesMillis = policy.sleepBetweenRetriesMillis;
      replica = policy.replica;
      readModeAp = policy.readModeAp;
      readModeSc = policy.readModeSc;
      filterExpression = policy.filterExpression;
      grouping = policy.grouping;
      compress = policy.compress;
    }

    abstract B self();

    /**
     * Sets how long one attempt may hear nothing before it is given up. Default 30 s, in effect the
     * total timeout. Travels as the server's time limit when it is the smaller of the two.
     *
     * @param timeout zero for no limit but the total
     * @return this
     */
    public final B socketTimeout(Duration timeout) {
      socketTimeoutMillis = Checks.millis("socketTimeout", timeout);
      return self();
    }

    /**
     * Sets how long the whole call may take. Default 1 s.
     *
     * @param timeout zero for no limit
     * @return this
     */
    public final B totalTimeout(Duration timeout) {
      totalTimeoutMillis = Checks.millis("totalTimeout", timeout);
      return self();
    }

    /**
     * Sets how long the answer of a command that timed out is still waited for (to be dropped)
     * before its connection is closed. Default zero: it is closed at once. Nothing travels.
     *
     * @param delay zero or more
     * @return this
     */
    public final B timeoutDelay(Duration delay) {
      timeoutDelayMillis = Checks.millis("timeoutDelay", delay);
      return self();
    }

    /**
     * Sets how often a command is repeated after its first attempt, while time is left. Default 2
     * for reads and 0 for writes. An attempt that was provably never sent does not count.
     *
     * <p><b>A write that is repeated may be applied twice, and nobody reports it.</b> When the
     * answer to the first attempt is lost and the second succeeds, the call succeeds: it throws
     * nothing, and nothing is in doubt. An increment or an append may then have been done twice;
     * that is why the default is 0. Allow it for writes that may as well be done twice, such as a
     * put, or together with an expected generation. It is the same for each write of a batch.
     *
     * @param retries 0 or more
     * @return this
     */
    public final B maxRetries(int retries) {
      maxRetries = Checks.notNegative("maxRetries", retries);
      return self();
    }

    /**
     * Sets the pause before a command is repeated. Default zero.
     *
     * @param pause zero or more
     * @return this
     */
    public final B sleepBetweenRetries(Duration pause) {
      sleepBetweenRetriesMillis = Checks.millis("sleepBetweenRetries", pause);
      return self();
    }

    /**
     * Sets which of the nodes that hold the record is asked. Default {@link Replica#SEQUENCE}.
     * Writes go to the master whatever it says.
     *
     * @param replica the choice
     * @return this
     */
    public final B replica(Replica replica) {
      this.replica = Objects.requireNonNull(replica, "replica");
      return self();
    }

    /**
     * Sets how many copies a read consults, in namespaces that favour availability. Default {@link
     * ReadModeAp#ONE}; {@code ALL} is a bit of info 1.
     *
     * @param mode the choice
     * @return this
     */
    public final B readModeAp(ReadModeAp mode) {
      readModeAp = Objects.requireNonNull(mode, "readModeAp");
      return self();
    }

    /**
     * Sets how fresh a read must be, in namespaces with strong consistency. Default {@link
     * ReadModeSc#SESSION}; the others are two bits of info 3.
     *
     * @param mode the choice
     * @return this
     */
    public final B readModeSc(ReadModeSc mode) {
      readModeSc = Objects.requireNonNull(mode, "readModeSc");
      return self();
    }

    /**
     * Sets a condition: the command works only on a record for which it is true, and fails with
     * {@link dev.aero4j.FilteredOutException} otherwise. Default none. Travels as a field.
     *
     * @param filter an encoded filter, or null for none
     * @return this
     * @throws InvalidArgumentException when it is known not to be boolean
     */
    public final B filterExpression(@Nullable Expression filter) {
      ExpType type = filter == null ? null : filter.type();
      if (type != null && type != ExpType.BOOL) {
        throw new InvalidArgumentException(
            "filterExpression is boolean; given was " + type.phrase() + ": " + filter);
      }
      filterExpression = filter;
      return self();
    }

    /**
     * Sets whether the command may travel in one message with others that wait for the same node.
     * Default true. The result is the same; one slow command may hold up those it travels with.
     *
     * @param grouping false to travel alone
     * @return this
     */
    public final B grouping(boolean grouping) {
      this.grouping = grouping;
      return self();
    }

    /**
     * Sets whether data over a kilobyte travels compressed with zlib, both ways. Default false.
     * Needs a server of the Enterprise edition. A compressed command travels alone.
     *
     * @param compress true to compress
     * @return this
     */
    public final B compress(boolean compress) {
      this.compress = compress;
      return self();
    }
  }
}
