package dev.aero4j.arrow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aero4j.columns.Column;
import dev.aero4j.columns.ColumnBatch;
import dev.aero4j.columns.ColumnType;
import dev.aero4j.columns.Schema;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;

class ArrowRoundTripTest {
  @Property(tries = 200)
  void anyBatchComesBackFromArrow(
      @ForAll("schemas") Schema schema, @ForAll @IntRange(max = 200) int size, @ForAll long seed) {
    ColumnBatch batch = Rows.random(schema, size, seed);
    try (BufferAllocator allocator = new RootAllocator();
        VectorSchemaRoot root = ArrowColumns.toArrow(batch, allocator, ArrowValues.text(schema))) {
      Rows.assertSame(ArrowColumns.fromArrow(root), batch);
      Rows.assertSame(ArrowColumns.fromArrow(root, schema), batch);
    }
  }

  /** Not through our own views: both directions of them could be wrong alike. */
  @Property(tries = 200)
  void arrowsOwnGettersSeeWhatTheBatchHas(
      @ForAll("schemas") Schema schema, @ForAll @IntRange(max = 200) int size, @ForAll long seed) {
    ColumnBatch batch = Rows.random(schema, size, seed);
    try (BufferAllocator allocator = new RootAllocator();
        VectorSchemaRoot root = ArrowColumns.toArrow(batch, allocator, ArrowValues.text(schema))) {
      assertThat(root.getRowCount()).isEqualTo(size);
      for (Column column : schema.columns()) {
        FieldVector vector = root.getVector(column.name());
        assertThat(ArrowValues.typeOf(vector)).isEqualTo(ArrowValues.arrowType(column.type()));
        assertThat(vector.getValueCount()).isEqualTo(size);
        for (int row = 0; row < size; row++) {
          assertThat(ArrowValues.canonical(vector.getObject(row)))
              .as("%s %d", column, row)
              .isEqualTo(ArrowValues.canonical(ArrowValues.cell(batch, column, row)));
        }
      }
    }
  }

  @Property(tries = 200)
  void vectorsThatArrowsOwnSettersFilledAreRead(
      @ForAll("schemas") Schema schema, @ForAll @IntRange(max = 200) int size, @ForAll long seed) {
    ColumnBatch batch = Rows.random(schema, size, seed);
    try (BufferAllocator allocator = new RootAllocator()) {
      List<FieldVector> vectors = new ArrayList<>();
      for (Column column : schema.columns()) {
        vectors.add(ArrowSetters.vector(batch, column, allocator));
      }
      try (VectorSchemaRoot root = new VectorSchemaRoot(vectors)) {
        root.setRowCount(size);
        Rows.assertSame(ArrowColumns.fromArrow(root, schema), batch);
      }
    }
  }

  @Provide
  Arbitrary<Schema> schemas() {
    Arbitrary<ColumnType> numbers =
        Arbitraries.of("i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8")
            .map(ColumnType::parse);
    Arbitrary<Integer> widths = Arbitraries.integers().between(1, 9);
    return Arbitraries.oneOf(
            numbers,
            Combinators.combine(numbers, widths).as(ColumnType::array),
            widths.map(ColumnType::bytes),
            widths.map(ColumnType::raw))
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .map(ArrowRoundTripTest::schema);
  }

  private static Schema schema(List<ColumnType> types) {
    List<Column> columns = new ArrayList<>();
    for (ColumnType type : types) {
      columns.add(new Column("c" + columns.size(), type));
    }
    return Schema.of(columns);
  }
}
