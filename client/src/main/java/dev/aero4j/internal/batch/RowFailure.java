package dev.aero4j.internal.batch;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a row failed, as far as its exception tells.
 *
 * @param resultCode one of {@link dev.aero4j.model.ResultCode}
 * @param inDoubt whether the row may have been applied all the same
 * @param node the node that was asked last, or null when none was
 * @param attempts how often the row was tried, counted as for a single command
 * @param message what happened in words, or null for the words of the code
 */
public record RowFailure(
    int resultCode,
    boolean inDoubt,
    @Nullable String node,
    int attempts,
    @Nullable String message) {
  /** Whether this is the very same failure, so that no other object is needed for it. */
  public boolean says(
      int code, boolean doubt, @Nullable String asked, int tries, @Nullable String words) {
    return resultCode == code
        && inDoubt == doubt
        && attempts == tries
        && Objects.equals(node, asked)
        && Objects.equals(message, words);
  }
}
