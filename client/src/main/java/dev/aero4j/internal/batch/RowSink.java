package dev.aero4j.internal.batch;

import dev.aero4j.internal.command.RowCursor;
import org.jspecify.annotations.Nullable;

/** Takes what becomes of the rows of a batch: for each row one call, but the last one counts. */
public interface RowSink {
  /**
   * Takes a server's answer, whatever its code.
   *
   * @param answer stands on the row's answer; valid during the call only
   */
  void answer(int row, RowCursor answer);

  /**
   * Takes a failure of which there is no answer to keep.
   *
   * @param resultCode one of {@link dev.aero4j.model.ResultCode}
   * @param inDoubt whether the row may have been applied all the same
   * @param node the node that was asked, or null
   * @param message what happened, in words
   */
  void fail(int row, int resultCode, boolean inDoubt, @Nullable String node, String message);
}
