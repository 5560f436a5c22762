package dev.aero4j.internal.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.aero4j.AerospikeException;
import dev.aero4j.ClientException;
import dev.aero4j.InvalidArgumentException;
import dev.aero4j.Key;
import dev.aero4j.batch.ColumnWriteException;
import dev.aero4j.batch.ColumnWriteResult;
import dev.aero4j.batch.ColumnWriteResult.Failure;
import dev.aero4j.columns.ColumnBatch;
import dev.aero4j.columns.ColumnBatchBuilder;
import dev.aero4j.columns.Schema;
import dev.aero4j.internal.command.RowCursor;
import dev.aero4j.model.ResultCode;
import dev.aero4j.policy.BatchPolicy;
import dev.aero4j.policy.WritePolicy;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.message.MessageHeader;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a write of columns makes of the outcomes of its rows, with no server. */
class ColumnWriteTest {
  private static final int WINDOW = 16_384;

  private final ClientException plain =
      new ClientException(ResultCode.CLIENT_ERROR, "interrupted", null);

  private static ColumnBatch batch(int rows) {
    return builder(rows).build();
  }

  private static ColumnBatchBuilder builder(int rows) {
    return ColumnBatch.builder(Schema.parse("_key:i8, n:u1"), rows)
        .longs("_key", LongStream.range(0, rows).map(row -> row + 1_000_000).toArray())
        .bytes("n", new byte[rows]);
  }

  private static ColumnWrite write(ColumnBatch batch) {
    return new ColumnWrite(
        batch, "test", "demo", "_key", BatchPolicy.defaults(), WritePolicy.defaults());
  }

  private static RowCursor answer() {
    WireWriter writer = new WireWriter(32);
    new MessageHeader(0, 0, 0, 0, ResultCode.OK, 0, 0, 0, 0, 0).write(writer);
    RowCursor cursor = new RowCursor();
    cursor.next(new WireReader(writer.toByteArray()));
    return cursor;
  }

  private static RowFailure failure(int code) {
    return new RowFailure(code, false, "A1", 2, "the reason");
  }

  private static BatchRunner allWritten() {
    return (rows, policy, sink) ->
        IntStream.range(0, rows.size()).forEach(row -> sink.answer(row, answer()));
  }

  @Test
  void failuresNameTheirRowsInAllWindowsInOrder() throws InterruptedException {
    int size = 2 * WINDOW + 10;
    List<Integer> windows = new ArrayList<>();
    ColumnWriteResult result =
        write(batch(size))
            .run(
                (rows, policy, sink) -> {
                  windows.add(rows.size());
                  // Answers come in any order.
                  for (int row = rows.size() - 1; row >= 0; row--) {
                    if (row == 3 || row == 9) {
                      sink.fail(row, failure(ResultCode.KEY_BUSY));
                    } else {
                      sink.answer(row, answer());
                    }
                  }
                });
    assertThat(windows).containsExactly(WINDOW, WINDOW, 10);
    assertThat(result.failures().stream().map(Failure::row))
        .containsExactly(3, 9, WINDOW + 3, WINDOW + 9, 2 * WINDOW + 3, 2 * WINDOW + 9);
    assertThat(result.written()).isEqualTo(size - 6);
    assertThat(result.unsentFrom()).isEqualTo(size);
    Failure last = result.failures().get(5);
    assertThat(last.message())
        .startsWith("PUT ")
        .contains(Key.of("test", "demo", 1_000_009L + 2 * WINDOW).toString())
        .endsWith(": the reason");
    assertThat(last)
        .extracting(Failure::resultCode, Failure::inDoubt, Failure::node, Failure::attempts)
        .containsExactly(ResultCode.KEY_BUSY, false, "A1", 2);
    assertThat(result)
        .hasToString("32772 of 32778 rows written; first failure: " + result.failures().get(0));
    assertThatThrownBy(() -> result.failures().get(6))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> result.failures().remove(0))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void theLastOutcomeOfARowCounts() throws InterruptedException {
    ColumnWriteResult result =
        write(batch(3))
            .run(
                (rows, policy, sink) -> {
                  allWritten().run(rows, policy, sink);
                  sink.fail(0, failure(ResultCode.TIMEOUT));
                  sink.fail(1, failure(ResultCode.TIMEOUT));
                  sink.answer(0, answer());
                  sink.fail(1, failure(ResultCode.KEY_BUSY));
                  sink.fail(2, failure(ResultCode.FILTERED_OUT));
                });
    assertThat(result.failures())
        .extracting(Failure::row, Failure::resultCode)
        .containsExactly(tuple(1, ResultCode.KEY_BUSY), tuple(2, ResultCode.FILTERED_OUT));
  }

  @Test
  void aResultOfFailuresIsEqualToTheSameFailuresInAList() throws InterruptedException {
    ColumnWriteResult result =
        write(batch(2))
            .run(
                (rows, policy, sink) -> {
                  sink.fail(1, failure(ResultCode.KEY_BUSY));
                  sink.answer(0, answer());
                });
    assertThat(new ColumnWriteResult(2, new ArrayList<>(result.failures()))).isEqualTo(result);
    assertThat(write(batch(0)).run(allWritten())).isEqualTo(new ColumnWriteResult(0, List.of()));
  }

  /** Ten million failures would be gigabytes as objects. */
  @Test
  void aFailureCostsAFewBytes() throws InterruptedException {
    int rows = 1_000_000;
    ColumnWrite write = write(batch(rows));
    RowFailure same = failure(ResultCode.INVALID_NAMESPACE);
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    ColumnWriteResult result =
        write.run(
            (window, policy, sink) -> {
              for (int row = 0; row < window.size(); row++) {
                sink.fail(row, same);
              }
            });
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(result.failures()).hasSize(rows);
    assertThat(result.failures().get(rows - 1).row()).isEqualTo(rows - 1);
    // Eight bytes, while the arrays grow several times that.
    assertThat(allocated / rows).isLessThan(48);
  }

  @Test
  void anInterruptTellsWhatIsWrittenWhatIsInDoubtAndWhatWasNeverSent() {
    int size = 4 * WINDOW;
    ColumnWrite write = write(batch(size));
    List<Integer> windows = new ArrayList<>();
    BatchRunner runner =
        (rows, policy, sink) -> {
          windows.add(rows.size());
          if (windows.size() == 1) {
            allWritten().run(rows, policy, sink);
            sink.fail(7, failure(ResultCode.KEY_BUSY));
            return;
          }
          WireWriter writer = new WireWriter(64);
          for (int row = 0; row < 100; row++) {
            rows.write(writer, row, row);
          }
          for (int row = 0; row < 50; row++) {
            sink.answer(row, answer());
          }
          sink.fail(50, failure(ResultCode.KEY_BUSY));
          throw new InterruptedException();
        };
    assertThatThrownBy(() -> write.run(runner)).isInstanceOf(InterruptedException.class);
    AerospikeException told = write.interrupted(plain);
    assertThat(told)
        .isInstanceOf(ColumnWriteException.class)
        .hasCause(plain)
        .hasMessageContaining("interrupted")
        .hasMessageContaining("of 65536 rows 16433 are written")
        .hasMessageContaining("from 16484 on were never sent");
    assertThat(told.inDoubt()).isTrue();
    ColumnWriteResult result = ((ColumnWriteException) told).result();
    assertThat(result.written()).isEqualTo(WINDOW - 1 + 50);
    assertThat(result.unsentFrom()).isEqualTo(WINDOW + 100);
    assertThat(result.failures()).hasSize(size - result.written());
    assertThat(result.failures().get(0).row()).isEqualTo(7);
    assertThat(result.failures().get(1).row()).isEqualTo(WINDOW + 50);
    assertThat(result.failures().get(1).inDoubt()).isFalse();
    for (int i = 2; i < 51; i++) {
      assertThat(result.failures().get(i).row()).isEqualTo(WINDOW + 49 + i);
      assertThat(result.failures().get(i).inDoubt()).isTrue();
    }
    assertThat(result.failures().subList(51, result.failures().size()))
        .noneMatch(Failure::inDoubt)
        .allMatch(one -> one.attempts() == 0)
        .extracting(Failure::row)
        .containsExactlyElementsOf(IntStream.range(WINDOW + 100, size).boxed().toList());
  }

  @Test
  void anInterruptBeforeAnythingWasSentIsNoMoreThanThat() {
    ColumnWrite write = write(batch(10));
    assertThat(write.interrupted(plain)).isSameAs(plain);
    assertThatThrownBy(
            () ->
                write.run(
                    (rows, policy, sink) -> {
                      throw new InterruptedException();
                    }))
        .isInstanceOf(InterruptedException.class);
    assertThat(write.interrupted(plain)).isSameAs(plain);
  }

  @Test
  void whateverElseEndsAWriteHasTheResultWithIt() {
    ColumnWrite write = write(batch(2 * WINDOW));
    IllegalStateException bug = new IllegalStateException("a bug");
    List<Integer> windows = new ArrayList<>();
    assertThatThrownBy(
            () ->
                write.run(
                    (rows, policy, sink) -> {
                      windows.add(rows.size());
                      if (windows.size() == 2) {
                        throw bug;
                      }
                      allWritten().run(rows, policy, sink);
                    }))
        .isSameAs(bug);
    assertThat(bug.getSuppressed())
        .singleElement()
        .isInstanceOfSatisfying(
            ColumnWriteException.class,
            told -> {
              assertThat(told.result().written()).isEqualTo(WINDOW);
              assertThat(told.result().unsentFrom()).isEqualTo(WINDOW);
            });
  }

  /** A look at every key takes long for millions of rows: not on the thread of an async caller. */
  @Test
  void keysAreLookedAtWhereTheWriteRuns() {
    ColumnWrite write = write(builder(2).invalid("_key", 1).build());
    assertThatThrownBy(write::prepare)
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("row 1");
  }
}
