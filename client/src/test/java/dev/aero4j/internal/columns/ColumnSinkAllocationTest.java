package dev.aero4j.internal.columns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aero4j.columns.Narrowing;
import dev.aero4j.columns.Schema;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ColumnSinkAllocationTest {
  private static final int ROWS = 20_000;

  @Test
  void aCellCostsNoAllocation() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    Schema schema = Schema.parse("i:i4, u:u1, h:f2, d:f8, s:S8, a:f4[4], w:i4");
    ColumnSink sink = new ColumnSink(schema, ROWS, Narrowing.STRICT);
    byte[] names = "iuhdsaw".getBytes(StandardCharsets.UTF_8);
    // Classes, method handles and the column of problems are made the first time.
    fill(sink, names);
    long before = threads.getCurrentThreadAllocatedBytes();
    fill(sink, names);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(allocated).isLessThan(ROWS);
  }

  private static void fill(ColumnSink sink, byte[] names) {
    byte[] value = new byte[16];
    for (int row = 0; row < ROWS; row++) {
      sink.meta(row, 0, 1, 0);
      sink.integer(row, sink.columnOf(names, 0, 1, 0), row);
      sink.integer(row, sink.columnOf(names, 1, 1, 1), row & 0xFF);
      sink.real(row, sink.columnOf(names, 2, 1, 2), row * 0.5);
      sink.real(row, sink.columnOf(names, 3, 1, 3), row);
      sink.text(row, sink.columnOf(names, 4, 1, 4), value, 0, 8);
      sink.blob(row, sink.columnOf(names, 5, 1, 5), value, 0, 16);
      sink.text(row, sink.columnOf(names, 6, 1, 6), value, 0, 5);
    }
  }
}
