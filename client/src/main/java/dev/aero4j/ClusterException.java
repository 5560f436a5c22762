package dev.aero4j;

import org.jspecify.annotations.Nullable;

/**
 * The cluster as a whole cannot be used: no seed host answers, its name is another than the
 * configured one, or no node serves the partition that a key belongs to.
 */
public final class ClusterException extends AerospikeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception, for a test double, say.
   *
   * @param resultCode one of {@link dev.aero4j.model.ResultCode}
   * @param message what went wrong, and with what
   * @param cause what led to it, or null
   */
  public ClusterException(int resultCode, String message, @Nullable Throwable cause) {
    super(resultCode, message, cause);
  }
}
