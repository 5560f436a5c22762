package dev.aero4j.arrow;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.columns.Column;
import dev.aero4j.columns.ColumnBatch;
import dev.aero4j.columns.ColumnBatchBuilder;
import dev.aero4j.columns.ColumnType;
import dev.aero4j.columns.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;

/**
 * Batches of columns as Apache Arrow's record batches, and back.
 *
 * <pre>
 * i1 i2 i4 i8, u1 u2 u4 u8   Int of 8 to 64 bits, signed or not
 * f2 f4 f8                   FloatingPoint: half, single, double
 * S&lt;n&gt;                       Utf8, without the zeros at the end; Binary where the caller says so
 * V&lt;n&gt;                       FixedSizeBinary of n bytes
 * f4[n]                      FixedSizeList of n numbers
 * </pre>
 *
 * <p>A cell without a value is a null, and the other way round. The column's type stands in its
 * field's metadata as {@value #TYPE}, so that a batch comes back with the schema that it had.
 * Result codes, generations, times to live and keys are not part of it.
 *
 * <p>Arrow's memory is outside the heap, so that the arrays of a batch cannot become Arrow's
 * buffers: each column is copied once, in bulk (text cell by cell, without the padding).
 *
 * <p>Arrow itself needs {@code --add-opens=java.base/java.nio=org.apache.arrow.memory.core} (or
 * {@code =ALL-UNNAMED} on the class path) and one of its memory modules, such as {@code
 * org.apache.arrow:arrow-memory-unsafe}, at run time. From Java 24 on the JVM warns of its use of
 * {@code sun.misc.Unsafe}; {@code --sun-misc-unsafe-memory-access=allow} silences that.
 */
public final class ArrowColumns {
  /** The key in a field's metadata under which a column's type stands, as it is printed. */
  public static final String TYPE = "aero4j:type";

  private ArrowColumns() {}

  /**
   * Copies a batch to Arrow, with every {@code S<n>} as Utf8. Batches of the same schema give the
   * same schema of Arrow, whatever is in them.
   *
   * @param batch the batch
   * @param allocator where the memory comes from
   * @return the same rows; the caller closes it
   * @throws InvalidArgumentException when a cell of an {@code S<n>} is not UTF-8; the message names
   *     it
   */
  public static VectorSchemaRoot toArrow(ColumnBatch batch, BufferAllocator allocator) {
    return toArrow(batch, allocator, Set.of());
  }

  /**
   * Copies a batch to Arrow, with some {@code S<n>} as Binary, which holds any bytes.
   *
   * @param batch the batch
   * @param allocator where the memory comes from
   * @param binary the names of the columns {@code S<n>} that become Binary; the others become Utf8
   * @return the same rows; the caller closes it
   * @throws InvalidArgumentException when there is no such column, it is no {@code S<n>}, or a cell
   *     of the others is not UTF-8; the message names it
   */
  public static VectorSchemaRoot toArrow(
      ColumnBatch batch, BufferAllocator allocator, Set<String> binary) {
    for (String name : binary) {
      ColumnType type = batch.schema().type(name);
      if (type.kind() != ColumnType.Kind.S) {
        throw new InvalidArgumentException(
            "column '" + name + "' is of type " + type + "; only S<n> becomes Binary or Utf8");
      }
    }
    List<FieldVector> vectors = new ArrayList<>(batch.schema().size());
    try {
      for (Column column : batch.schema().columns()) {
        vectors.add(
            column.type().kind() == ColumnType.Kind.S
                ? TextWriter.write(batch, column, binary.contains(column.name()), allocator)
                : VectorWriter.write(batch, column, allocator));
      }
      return new VectorSchemaRoot(
          vectors.stream().map(FieldVector::getField).toList(), vectors, batch.size());
    } catch (RuntimeException | Error e) {
      // Memory that is not on the heap is given back by hand.
      vectors.forEach(FieldVector::close);
      throw e;
    }
  }

  /**
   * Copies a batch from Arrow: of {@link #toArrow}, or of any origin. Integers, floating-point
   * numbers, FixedSizeBinary, FixedSizeList of numbers, and Utf8 and Binary, which become {@code
   * S<n>} with the length of the longest.
   *
   * @param root the rows; not changed, not closed
   * @return the same rows
   * @throws InvalidArgumentException when a field has a type that is no column's, or a name that is
   *     no bin's; the message names it
   */
  public static ColumnBatch fromArrow(VectorSchemaRoot root) {
    Schema schema =
        Schema.of(
            root.getFieldVectors().stream()
                .map(vector -> new Column(vector.getName(), ArrowTypes.columnType(vector)))
                .toList());
    return read(root, schema);
  }

  /**
   * Copies some columns from Arrow, with these types where they can hold the values: integers of
   * other widths, floating-point numbers rounded, text and bytes of other lengths.
   *
   * @param root the rows; not changed, not closed
   * @param schema which fields to take, and as what
   * @return the same rows
   * @throws InvalidArgumentException when there is no such field, its type cannot become the
   *     column's, or a value does not fit; the message names the field
   */
  public static ColumnBatch fromArrow(VectorSchemaRoot root, Schema schema) {
    return read(root, schema);
  }

  private static ColumnBatch read(VectorSchemaRoot root, Schema schema) {
    ColumnBatchBuilder builder = ColumnBatch.builder(schema, root.getRowCount());
    for (Column column : schema.columns()) {
      FieldVector vector = root.getVector(column.name());
      if (vector == null) {
        throw new InvalidArgumentException(
            "there is no field '"
                + column.name()
                + "'; the fields are "
                + root.getSchema().getFields());
      }
      ColumnType type = ArrowTypes.columnType(vector);
      int rows = root.getRowCount();
      if (type.equals(column.type()) || isText(type, column.type())) {
        VectorReader.read(builder, column, vector, rows);
      } else {
        Conversion.read(builder, column, type, vector, rows);
      }
    }
    return builder.build();
  }

  /** Text of any length is read with the length that is asked for. */
  private static boolean isText(ColumnType type, ColumnType wanted) {
    return type.kind() == ColumnType.Kind.S && wanted.kind() == ColumnType.Kind.S;
  }
}
