package dev.aero4j.internal.batch;

import dev.aero4j.internal.command.RowCursor;

/** Takes what becomes of the rows of a batch: for each row one call, but the last one counts. */
public interface RowSink {
  /**
   * Takes a server's answer: that the row is done, or a code that leaves nothing to be said
   * (KEY_NOT_FOUND, FILTERED_OUT), or a UDF's failure, which has its words in a bin.
   *
   * @param answer stands on the row's answer; valid during the call only
   */
  void answer(int row, RowCursor answer);

  /**
   * Takes a failure of which there is no answer to keep: a server's refusal, or what kept it from
   * answering.
   */
  void fail(int row, RowFailure failure);
}
