package dev.aero4j.arrow;

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
import org.apache.arrow.vector.VectorSchemaRoot;

class ArrowRoundTripTest {
  @Property(tries = 200)
  void anyBatchComesBackFromArrow(
      @ForAll("schemas") Schema schema, @ForAll @IntRange(max = 200) int size, @ForAll long seed) {
    ColumnBatch batch = Rows.random(schema, size, seed);
    try (BufferAllocator allocator = new RootAllocator();
        VectorSchemaRoot root = ArrowColumns.toArrow(batch, allocator)) {
      Rows.assertSame(ArrowColumns.fromArrow(root), batch);
      Rows.assertSame(ArrowColumns.fromArrow(root, schema), batch);
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
