package dev.aero4j.internal.batch;

import dev.aero4j.internal.command.RowCursor;

/** Takes what becomes of the rows of a batch: for each row one call, but the last one counts. */
public interface RowSink {
  /**
   * Takes a server's answer that the row is done.
   *
   * @param answer stands on the row's answer; valid during the call only
   */
  void answer(int row, RowCursor answer);

  /**
   * Takes any other end: that the record is missing or filtered out, a server's refusal, or what
   * kept it from answering. Rows that end alike one after another share the object.
   */
  void fail(int row, RowFailure failure);
}
