package dev.aero4j.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.InvalidArgumentException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SchemaTest {
  @Test
  void fourWaysToSayTheSame() {
    Schema schema = Schema.of("age", "i4", "embedding", "f4[128]", "name", "S16");
    assertThat(Schema.parse(" age:i4, embedding : f4[128],name:|S16 ")).isEqualTo(schema);
    assertThat(
            Schema.builder()
                .column("age", ColumnType.I4)
                .column("embedding", "f4[128]")
                .column("name", ColumnType.bytes(16))
                .build())
        .isEqualTo(schema)
        .hasSameHashCodeAs(schema);
    assertThat(Schema.parse(schema.toString())).isEqualTo(schema);
    assertThat(Schema.of(schema.columns())).isEqualTo(schema);
  }

  @Test
  void columnsAreFoundByNameAndPosition() {
    Schema schema = Schema.parse("a:i1, b:f8, _key:u8");
    assertThat(schema.size()).isEqualTo(3);
    assertThat(schema.position("b")).isEqualTo(1);
    assertThat(schema.type("_key")).isEqualTo(ColumnType.U8);
    assertThat(schema.column(0)).isEqualTo(new Column("a", ColumnType.I1));
    assertThat(schema.has("c")).isFalse();
    assertThat(schema.columns()).extracting(Column::isBin).containsExactly(true, true, false);
    assertFails(() -> schema.position("c"), "no column 'c'", "a:i1, b:f8, _key:u8");
  }

  @Test
  void aNameThatIsNoneIsNamed() {
    assertFails(() -> Schema.of("a", "i1", "a", "i2"), "two columns 'a'", "positions 0 and 1");
    assertFails(() -> Schema.of("a", "i1", "", "S4"), "column of type S4 has no name");
    assertFails(() -> Schema.of("sixteen-letters-", "i1"), "'sixteen-letters-' is 16 bytes");
    assertFails(() -> Schema.of("ÄÖÜäöüß€€", "i1"), "'ÄÖÜäöüß€€' is 20 bytes");
    assertFails(() -> Schema.of("_validity", "u1"), "'_validity'", "another name");
    assertFails(() -> Schema.of(List.of()), "without a column");
    assertFails(() -> Schema.builder().build(), "without a column");
  }

  @Test
  void aTypeThatIsNoneIsNamedWithItsColumn() {
    assertFails(() -> Schema.of("a", "i1", "b", "i5"), "column 'b'", "'i5'", "allowed are");
    assertFails(() -> Schema.of("a", "i1", "b"), "column 'b' has no type");
    assertFails(() -> new Column("b", null), "column 'b' has no type");
    assertFails(() -> Schema.parse("a:i1, b"), "'b'", "expected is name:type");
    assertFails(() -> Schema.parse(""), "''", "expected is name:type");
    assertFails(() -> Schema.parse("a:i1,,b:i1"), "''", "expected is name:type");
  }

  private static void assertFails(ThrowingCallable call, String... parts) {
    assertThatThrownBy(call)
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContainingAll(parts);
  }
}
