package dev.aero4j.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.InvalidArgumentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnTypeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "i1",
        "i2",
        "i4",
        "i8",
        "u1",
        "u2",
        "u4",
        "u8",
        "f2",
        "f4",
        "f8",
        "S1",
        "S16",
        "V8388608",
        "f4[128]",
        "u1[1]",
        "f8[1048576]"
      })
  void whatIsPrintedIsReadAgain(String text) {
    assertThat(ColumnType.parse(text)).hasToString(text);
    assertThat(ColumnType.parse(text)).isEqualTo(ColumnType.parse(" " + text + " "));
    assertThat(ColumnType.parse(text)).hasSameHashCodeAs(ColumnType.parse(text));
  }

  @ParameterizedTest
  @CsvSource({"<i4,i4", "|S16,S16", "<f4,f4", "=u8,u8", "|V3,V3", "<f4[3],f4[3]"})
  void spellingsOfNumPyAreRead(String numpy, String type) {
    assertThat(ColumnType.parse(numpy)).isEqualTo(ColumnType.parse(type));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "int",
        "i3",
        "f16",
        ">i4",
        "O",
        "<U5",
        "S",
        "S0",
        "V0",
        "S-1",
        "S8388609",
        "f4[0]",
        "f4[2097153]",
        "f4[]",
        "f4[2][2]",
        "S4[2]",
        "s4",
        "f4[99999999999999999999]"
      })
  void whatIsNoTypeIsNamedWithWhatIsAllowed(String text) {
    assertThatThrownBy(() -> ColumnType.parse(text))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("'" + text + "'")
        .hasMessageContaining("allowed are i1 i2 i4 i8, u1 u2 u4 u8, f2 f4 f8, S<bytes>");
  }

  @Test
  void factoriesMakeWhatIsParsed() {
    assertThat(ColumnType.bytes(16)).isEqualTo(ColumnType.parse("S16"));
    assertThat(ColumnType.raw(16)).isEqualTo(ColumnType.parse("V16"));
    assertThat(ColumnType.F4.array(128)).isEqualTo(ColumnType.parse("f4[128]"));
    assertThat(ColumnType.F4.array(1)).isNotEqualTo(ColumnType.F4);
    assertThat(ColumnType.U8).isEqualTo(ColumnType.parse("u8")).isNotEqualTo(ColumnType.I8);
  }

  @Test
  void anArrayIsOfSingleNumbers() {
    assertThatThrownBy(() -> ColumnType.bytes(4).array(2))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("an array of S4");
    assertThatThrownBy(() -> ColumnType.F4.array(2).array(2))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("an array of f4[2]");
    assertThatThrownBy(() -> ColumnType.F8.array(-1))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("'f8[-1]'")
        .hasMessageContaining("1 to 1048576 elements");
  }

  @Test
  void aTypeTellsItsMeasures() {
    assertThat(ColumnType.parse("f4[128]").width()).isEqualTo(128);
    assertThat(ColumnType.parse("f4[128]").cellBytes()).isEqualTo(512);
    assertThat(ColumnType.parse("f4[128]").isArray()).isTrue();
    assertThat(ColumnType.parse("S16").width()).isEqualTo(16);
    assertThat(ColumnType.parse("S16").cellBytes()).isEqualTo(16);
    assertThat(ColumnType.parse("S16").isArray()).isFalse();
    assertThat(ColumnType.I8.cellBytes()).isEqualTo(8);
  }
}
