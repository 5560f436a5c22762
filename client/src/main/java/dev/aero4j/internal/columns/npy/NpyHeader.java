package dev.aero4j.internal.columns.npy;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.columns.Column;
import dev.aero4j.columns.ColumnType;
import dev.aero4j.columns.Schema;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the rows of a file. Numbers are little-endian, the text is a dictionary of
 * Python that ends with a newline, and the rows begin at a multiple of 64.
 *
 * <pre>
 *  0           6       7       8                 10 (12 since version 2)
 * +-----------+-------+-------+-----------------+-----------------------------------+
 * | 93 NUMPY  | major | minor | length of text  | {'descr': …, 'fortran_order': …,  |
 * +-----------+-------+-------+-----------------+-----------------------------------+
 * </pre>
 *
 * @param fields the fields of a row, in order
 * @param validity the field that tells which cells have a value, or null when all have
 * @param rowBytes the length of a row
 * @param rows how many there are
 */
record NpyHeader(List<NpyField> fields, @Nullable NpyField validity, int rowBytes, int rows) {
  static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  /** Magic and version, and the longest length. */
  static final int MAX_PREFIX = 12;

  /** The name of the field of which bit i tells whether column i has a value. */
  static final String VALIDITY = "_validity";

  /** What a file without field names becomes. */
  static final String SINGLE = "value";

  private static final int ALIGNMENT = 64;
  private static final int VERSION_1_MOST = 0xFFFF;

  /**
   * Describes rows of a schema.
   *
   * @param withValidity whether a cell has no value
   */
  static NpyHeader of(Schema schema, int rows, boolean withValidity) {
    List<NpyField> fields = new ArrayList<>(schema.size());
    int end = 0;
    for (Column column : schema.columns()) {
      NpyField field = new NpyField(column.name(), column.type(), end, false);
      fields.add(field);
      end = field.end();
    }
    NpyField validity = null;
    if (withValidity) {
      validity = new NpyField(VALIDITY, validityType(schema.size()), end, false);
      end = validity.end();
    }
    return new NpyHeader(fields, validity, end, rows);
  }

  private static ColumnType validityType(int columns) {
    return ColumnType.U1.array((columns + 7) / 8);
  }

  /** The bytes of the header, from the first to the last before the rows. */
  byte[] encode() {
    StringBuilder text = new StringBuilder("{'descr': [");
    String separator = "";
    for (NpyField field : fields) {
      text.append(separator).append(NpyField.describe(field.name(), field.type()));
      separator = ", ";
    }
    if (validity != null) {
      text.append(separator).append(NpyField.describe(validity.name(), validity.type()));
    }
    text.append("], 'fortran_order': False, 'shape': (").append(rows).append(",), }");
    int length = padded(10, text.length() + 1) - 10;
    boolean first = length <= VERSION_1_MOST;
    int prefix = first ? 10 : 12;
    int total = padded(prefix, text.length() + 1);
    ByteBuffer out = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
    out.put(MAGIC).put((byte) (first ? 1 : 2)).put((byte) 0);
    if (first) {
      out.putShort((short) (total - prefix));
    } else {
      out.putInt(total - prefix);
    }
    out.put(text.toString().getBytes(StandardCharsets.US_ASCII));
    while (out.remaining() > 1) {
      out.put((byte) ' ');
    }
    return out.put((byte) '\n').array();
  }

  private static int padded(int prefix, int text) {
    return (prefix + text + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  /**
   * Reads the text of a header.
   *
   * @throws InvalidArgumentException when it is none, or of something that is no batch of columns
   */
  static NpyHeader parse(String text) {
    if (!(PythonLiteral.parse(text) instanceof Map<?, ?> map)) {
      throw new InvalidArgumentException("the header is no dictionary: " + text.strip());
    }
    Object described = map.get("descr");
    if (described == null || !(map.get("shape") instanceof List<?> shape)) {
      throw new InvalidArgumentException(
          "the header has no 'descr' or no 'shape': " + text.strip());
    }
    if (Boolean.TRUE.equals(map.get("fortran_order"))) {
      throw new InvalidArgumentException(
          "the array is in Fortran order; save numpy.ascontiguousarray of it");
    }
    if (shape.size() != 1 || !(shape.get(0) instanceof Long rows)) {
      throw new InvalidArgumentException(
          "the array has "
              + shape.size()
              + " dimensions, "
              + shape
              + "; expected is one, of rows (make the others a field such as ('e', '<f4', (128,)))");
    }
    if (rows < 0 || rows > Integer.MAX_VALUE - 8) {
      throw new InvalidArgumentException(
          "the array has " + rows + " rows; readable are up to " + (Integer.MAX_VALUE - 8));
    }
    return parse(described, rows.intValue());
  }

  private static NpyHeader parse(Object described, int rows) {
    List<NpyField> all = new ArrayList<>();
    int end = 0;
    if (described instanceof String type) {
      all.add(NpyField.parse(SINGLE, type, null, 0));
      end = all.get(0).end();
    } else if (described instanceof List<?> list) {
      for (Object field : list) {
        all.add(NpyField.parse(field, end));
        end = all.get(all.size() - 1).end();
      }
    }
    List<NpyField> fields = new ArrayList<>(all);
    fields.removeIf(NpyField::isPadding);
    if (fields.isEmpty()) {
      throw new InvalidArgumentException("the array has no fields");
    }
    NpyField last = fields.get(fields.size() - 1);
    boolean withValidity =
        last.name().equals(VALIDITY)
            && fields.size() > 1
            && last.type().equals(validityType(fields.size() - 1));
    if (withValidity) {
      fields.remove(fields.size() - 1);
    }
    return new NpyHeader(fields, withValidity ? last : null, end, rows);
  }

  Schema schema() {
    return Schema.of(fields.stream().map(NpyField::column).toList());
  }
}
