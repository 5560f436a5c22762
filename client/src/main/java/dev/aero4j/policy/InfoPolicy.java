package dev.aero4j.policy;

import dev.aero4j.internal.command.Checks;
import java.time.Duration;

/** How an info command is done. Immutable. */
public final class InfoPolicy {
  private static final InfoPolicy DEFAULT = new InfoPolicy(1_000);

  private final int timeoutMillis;

  private InfoPolicy(int timeoutMillis) {
    this.timeoutMillis = timeoutMillis;
  }

  /** {@return a policy with every field at its default} */
  public static InfoPolicy defaults() {
    return DEFAULT;
  }

  /**
   * Returns a policy with another time limit.
   *
   * @param timeout how long each node may take to answer, zero for no limit; default 1 s
   * @return the policy
   */
  public static InfoPolicy timeout(Duration timeout) {
    return new InfoPolicy(Checks.millis("timeout", timeout));
  }

  /** {@return how long each node may take to answer; zero for no limit} */
  public Duration timeout() {
    return Duration.ofMillis(timeoutMillis);
  }

  /** {@return {@link #timeout()} in milliseconds} */
  public int timeoutMillis() {
    return timeoutMillis;
  }
}
