package dev.aero4j.internal.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aero4j.Key;
import dev.aero4j.columns.ColumnBatch;
import dev.aero4j.columns.Schema;
import dev.aero4j.internal.columns.ColumnRows;
import dev.aero4j.internal.command.RowCursor;
import dev.aero4j.internal.command.TouchCommand;
import dev.aero4j.policy.BatchPolicy;
import dev.aero4j.policy.WritePolicy;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.message.BinOperation;
import dev.aero4j.wire.message.MessageHeader;
import dev.aero4j.wire.message.OperationType;
import dev.aero4j.wire.value.ParticleType;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What a row of columns costs in garbage, from the bytes of an answer and to those of a request.
 */
class ColumnAllocationTest {
  private static final int ROWS = 16_384;
  private static final Schema SCHEMA = Schema.parse("_key:i8, i:i4, d:f8, s:S8, a:f4[4]");

  /** Measures the second time: classes and method handles are made the first. */
  private static long allocated(Runnable work) {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    work.run();
    long before = threads.getCurrentThreadAllocatedBytes();
    work.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private static ColumnBatch batch() {
    byte[] text = new byte[ROWS * 8];
    for (int row = 0; row < ROWS; row++) {
      // Not ASCII, so that it has to be looked at.
      text[row * 8] = (byte) 0xC3;
      text[row * 8 + 1] = (byte) 0xA4;
    }
    return ColumnBatch.builder(SCHEMA, ROWS)
        .longs("_key", LongStream.range(0, ROWS).toArray())
        .ints("i", new int[ROWS])
        .doubles("d", new double[ROWS])
        .bytes("s", text)
        .floats("a", new float[ROWS * 4])
        .build();
  }

  @Test
  void aRowThatIsReadCostsNoAllocation() {
    byte[] answer = answer();
    Key[] keys = Collections.nCopies(ROWS, Key.of("test", "demo", 1)).toArray(new Key[0]);
    ColumnRead read =
        new ColumnRead(
            keys,
            SCHEMA,
            BatchPolicy.defaults(),
            new RowCommands(BatchPolicy.defaults(), WritePolicy.defaults()));
    RowCursor cursor = new RowCursor();
    long allocated =
        allocated(
            () -> {
              WireReader reader = new WireReader(answer);
              for (int row = 0; row < ROWS; row++) {
                cursor.next(reader);
                read.answer(row, cursor);
              }
            });
    assertThat(allocated).isLessThan(ROWS);
  }

  /** The records of an answer, each with all bins. */
  private static byte[] answer() {
    WireWriter writer = new WireWriter(ROWS * 128);
    for (int row = 0; row < ROWS; row++) {
      new MessageHeader(0, 0, 0, 0, 0, 1, 0, row, 0, 4).write(writer);
      int bin = BinOperation.begin(writer, OperationType.READ, ParticleType.INTEGER, "i");
      writer.putLong(row);
      BinOperation.end(writer, bin);
      bin = BinOperation.begin(writer, OperationType.READ, ParticleType.DOUBLE, "d");
      writer.putDouble(row / 2.0);
      BinOperation.end(writer, bin);
      bin = BinOperation.begin(writer, OperationType.READ, ParticleType.STRING, "s");
      writer.putUtf8("text" + row % 10);
      BinOperation.end(writer, bin);
      bin = BinOperation.begin(writer, OperationType.READ, ParticleType.BLOB, "a");
      writer.putLong(row);
      writer.putLong(row);
      BinOperation.end(writer, bin);
    }
    return writer.toByteArray();
  }

  @Test
  void aRowThatIsWrittenCostsNextToNoAllocation() {
    ColumnRows columns = new ColumnRows(batch(), "test", "demo", "_key");
    TouchCommand template = new TouchCommand(Key.of("test", "demo", 0), WritePolicy.defaults());
    ColumnWindow window = new ColumnWindow(columns, "test", "demo", template, ROWS);
    WireWriter writer = new WireWriter(1 << 20);
    int[] order = new int[ROWS];
    long allocated =
        allocated(
            () -> {
              columns.check();
              window.moveTo(0, ROWS);
              for (int row = 0; row < ROWS; row++) {
                order[row] = row;
              }
              for (int from = 0; from < ROWS; ) {
                writer.reset();
                from +=
                    (int)
                        BatchMessage.write(
                            writer,
                            window,
                            order,
                            from,
                            ROWS,
                            BatchPolicy.defaults(),
                            (row, why) -> {
                              throw new AssertionError(why);
                            });
              }
            });
    assertThat(allocated).isLessThan(ROWS);
  }
}
