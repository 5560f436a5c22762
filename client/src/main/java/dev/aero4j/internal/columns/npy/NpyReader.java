package dev.aero4j.internal.columns.npy;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.columns.Schema;
import dev.aero4j.internal.columns.BatchBuilder;
import dev.aero4j.internal.columns.Cells;
import dev.aero4j.internal.columns.ColumnData;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Reads rows into columns, a block at a time; nothing is allocated before its size is checked. */
public final class NpyReader {
  /** A text of so many bytes describes half a million columns. */
  private static final int MAX_HEADER_BYTES = 1 << 24;

  private final FileChannel channel;

  private NpyReader(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Reads a file.
   *
   * @throws InvalidArgumentException when it is no file of NumPy, or holds what is no column
   */
  public static ColumnData read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return new NpyReader(channel).read();
    } catch (InvalidArgumentException e) {
      throw new InvalidArgumentException(file + ": " + e.getMessage());
    }
  }

  private ColumnData read() throws IOException {
    NpyHeader header = readHeader();
    Schema schema = header.schema();
    long expected = (long) header.rows() * header.rowBytes();
    long present = channel.size() - channel.position();
    if (present < expected) {
      throw new InvalidArgumentException(
          "the file is truncated: "
              + header.rows()
              + " rows of "
              + header.rowBytes()
              + " bytes should follow the header, and "
              + present
              + " bytes do");
    }
    Cells[] cells = new Cells[schema.size()];
    for (int column = 0; column < cells.length; column++) {
      cells[column] = Cells.allocate(schema.column(column), header.rows());
    }
    BatchBuilder batch = new BatchBuilder(schema, header.rows());
    readRows(header, cells, batch);
    for (int column = 0; column < cells.length; column++) {
      batch.cells(column, cells[column]);
    }
    return batch.build();
  }

  private void readRows(NpyHeader header, Cells[] cells, BatchBuilder batch) throws IOException {
    int rowsOfBlock = Math.max(1, NpyWriter.rowsOfBlock(header));
    byte[] block = new byte[rowsOfBlock * header.rowBytes()];
    // Never past the last row: a whole block more could be past the largest int.
    for (int first = 0, rows; first < header.rows(); first += rows) {
      rows = Math.min(rowsOfBlock, header.rows() - first);
      readFully(block, rows * header.rowBytes());
      for (int column = 0; column < cells.length; column++) {
        NpyField field = header.fields().get(column);
        int width = field.type().width();
        for (int i = 0; i < rows; i++) {
          int offset = i * header.rowBytes() + field.offset();
          if (field.bigEndian()) {
            turn(block, offset, width, field.type().kind().bytes());
          }
          cells[column].fromBytes((first + i) * width, width, block, offset);
        }
      }
      if (header.validity() != null) {
        readValidity(header, header.validity(), block, first, rows, batch);
      }
    }
  }

  /** Makes the big-endian elements of a cell little-endian. */
  private static void turn(byte[] block, int offset, int count, int size) {
    for (int start = offset; start < offset + count * size; start += size) {
      for (int low = start, high = start + size - 1; low < high; low++, high--) {
        byte kept = block[low];
        block[low] = block[high];
        block[high] = kept;
      }
    }
  }

  private static void readValidity(
      NpyHeader header, NpyField validity, byte[] block, int first, int rows, BatchBuilder batch) {
    for (int i = 0; i < rows; i++) {
      int offset = i * header.rowBytes() + validity.offset();
      for (int column = 0; column < header.fields().size(); column++) {
        if ((block[offset + (column >>> 3)] >>> (column & 7) & 1) == 0) {
          batch.invalid(column, first + i);
        }
      }
    }
  }

  private NpyHeader readHeader() throws IOException {
    byte[] start = new byte[8];
    readFully(start, start.length);
    if (!Arrays.equals(start, 0, NpyHeader.MAGIC.length, NpyHeader.MAGIC, 0, 6)) {
      throw new InvalidArgumentException(
          "this is no .npy file: it does not begin with the byte 0x93 and NUMPY");
    }
    int version = start[6];
    if (version < 1 || version > 3) {
      throw new InvalidArgumentException(
          "the version of the format is "
              + version
              + "."
              + start[7]
              + "; readable are 1.0, 2.0 and 3.0");
    }
    byte[] size = new byte[version == 1 ? 2 : 4];
    readFully(size, size.length);
    ByteBuffer number = ByteBuffer.wrap(size).order(ByteOrder.LITTLE_ENDIAN);
    long length = version == 1 ? number.getShort() & 0xFFFF : number.getInt() & 0xFFFF_FFFFL;
    if (length > MAX_HEADER_BYTES) {
      throw new InvalidArgumentException(
          "the header has " + length + " bytes; readable are up to " + MAX_HEADER_BYTES);
    }
    byte[] text = new byte[(int) length];
    readFully(text, text.length);
    return NpyHeader.parse(
        new String(text, version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1));
  }

  private void readFully(byte[] target, int count) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(target, 0, count);
    while (rest.hasRemaining()) {
      if (channel.read(rest) < 0) {
        throw new InvalidArgumentException(
            "the file is truncated, or no .npy file: it ends at byte " + channel.position());
      }
    }
  }
}
