package dev.aero4j.internal.columns.npy;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.internal.columns.ColumnData;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Writes columns as rows, a block at a time, so that memory does not grow with the file. */
public final class NpyWriter {
  /** Large enough that a call of the system costs little, small enough for the cache. */
  private static final int BLOCK_BYTES = 1 << 18;

  private final ColumnData data;
  private final NpyHeader header;
  private final byte[] block;

  private NpyWriter(ColumnData data, NpyHeader header) {
    this.data = data;
    this.header = header;
    this.block = new byte[Math.max(1, rowsOfBlock(header)) * header.rowBytes()];
  }

  static int rowsOfBlock(NpyHeader header) {
    return Math.min(header.rows(), Math.max(1, BLOCK_BYTES / header.rowBytes()));
  }

  /**
   * Writes a file, anew if it exists.
   *
   * @throws InvalidArgumentException when a row is over a gibibyte
   */
  public static void write(ColumnData data, Path file) throws IOException {
    boolean withValidity = false;
    for (int column = 0; column < data.schema().size(); column++) {
      withValidity |= !data.isAllValid(column);
    }
    NpyWriter writer = new NpyWriter(data, NpyHeader.of(data.schema(), data.size(), withValidity));
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      writeAll(channel, ByteBuffer.wrap(writer.header.encode()));
      writer.writeRows(channel);
    }
  }

  private void writeRows(WritableByteChannel channel) throws IOException {
    int rowsOfBlock = rowsOfBlock(header);
    // Never past the last row: a whole block more could be past the largest int.
    for (int first = 0, rows; first < data.size(); first += rows) {
      rows = Math.min(rowsOfBlock, data.size() - first);
      for (int column = 0; column < header.fields().size(); column++) {
        fill(column, first, rows);
      }
      fillValidity(first, rows);
      writeAll(channel, ByteBuffer.wrap(block, 0, rows * header.rowBytes()));
    }
  }

  private void fill(int column, int first, int rows) {
    NpyField field = header.fields().get(column);
    int width = field.type().width();
    for (int i = 0; i < rows; i++) {
      int offset = i * header.rowBytes() + field.offset();
      if (data.isValid(first + i, column)) {
        data.cells()[column].toBytes((first + i) * width, width, block, offset);
      } else {
        Arrays.fill(block, offset, offset + field.type().cellBytes(), (byte) 0);
      }
    }
  }

  private void fillValidity(int first, int rows) {
    NpyField validity = header.validity();
    if (validity == null) {
      return;
    }
    for (int i = 0; i < rows; i++) {
      int offset = i * header.rowBytes() + validity.offset();
      Arrays.fill(block, offset, offset + validity.type().width(), (byte) 0);
      for (int column = 0; column < header.fields().size(); column++) {
        if (data.isValid(first + i, column)) {
          block[offset + (column >>> 3)] |= (byte) (1 << (column & 7));
        }
      }
    }
  }

  private static void writeAll(WritableByteChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
