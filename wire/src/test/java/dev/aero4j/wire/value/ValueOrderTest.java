package dev.aero4j.wire.value;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.model.BytesKey;
import dev.aero4j.model.ExtensionValue;
import dev.aero4j.model.GeoJson;
import dev.aero4j.model.HyperLogLog;
import dev.aero4j.model.RawValue;
import dev.aero4j.model.SpecialValue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class ValueOrderTest {
  @Test
  void valuesOfAllTypesStandInTheServersOrder() {
    List<Object> ascending =
        Arrays.asList(
            null,
            false,
            true,
            Long.MIN_VALUE,
            -1,
            0L,
            (short) 7,
            Long.MAX_VALUE,
            "",
            "a",
            "ab",
            "b",
            "\uFFFF",
            "\uD83D\uDE00",
            List.of(),
            List.of(1),
            List.of(1, 1),
            List.of(2),
            Map.of(),
            Map.of("z", 1),
            Map.of("z", 2),
            Map.of("a", 1, "b", 1),
            Map.of("a", 1, "b", 2),
            new byte[0],
            new byte[] {1},
            BytesKey.of(new byte[] {(byte) 0x80}),
            new RawValue(7, new byte[0]),
            HyperLogLog.of(new byte[0]),
            Double.NEGATIVE_INFINITY,
            -0.5f,
            0.0,
            1.5,
            Double.NaN,
            GeoJson.of("{}"),
            GeoJson.of("{}a"),
            new ExtensionValue(5, new byte[0]),
            new ExtensionValue(4, new byte[] {1}),
            new ExtensionValue(5, new byte[] {1}),
            SpecialValue.WILDCARD,
            SpecialValue.INFINITY);
    for (int i = 0; i < ascending.size(); i++) {
      for (int j = 0; j < ascending.size(); j++) {
        assertThat(Integer.signum(ValueOrder.TOTAL.compare(ascending.get(i), ascending.get(j))))
            .as("%s and %s", ascending.get(i), ascending.get(j))
            .isEqualTo(Integer.compare(i, j));
      }
    }
  }

  @Test
  void theSameValueInAnotherClassIsEqual() {
    assertThat(ValueOrder.TOTAL.compare(1, 1L)).isZero();
    assertThat(ValueOrder.TOTAL.compare(1.5f, 1.5)).isZero();
    assertThat(ValueOrder.TOTAL.compare(0.0, -0.0)).isZero();
    assertThat(ValueOrder.TOTAL.compare(new byte[] {1}, BytesKey.of(new byte[] {1}))).isZero();
    assertThat(ValueOrder.TOTAL.compare(Map.of("a", 1), new TreeMap<>(Map.of("a", 1)))).isZero();
  }

  @Property(tries = 1000)
  void theOrderIsTotal(@ForAll long seed) {
    ArbitraryValues values = new ArbitraryValues(new Random(seed));
    Object a = values.next(2);
    Object b = values.next(2);
    Object c = values.next(2);
    ValueOrder order = ValueOrder.TOTAL;
    assertThat(order.compare(a, a)).isZero();
    assertThat(Integer.signum(order.compare(a, b))).isEqualTo(-Integer.signum(order.compare(b, a)));
    if (order.compare(a, b) <= 0 && order.compare(b, c) <= 0) {
      assertThat(order.compare(a, c)).isNotPositive();
    }
  }

  @Property(tries = 300)
  void stringsCompareAsTheirUtf8(@ForAll long seed) {
    Random random = new Random(seed);
    String a = letters(random);
    String b = letters(random);
    int expected = Arrays.compareUnsigned(a.getBytes(UTF_8), b.getBytes(UTF_8));
    assertThat(Integer.signum(ValueOrder.TOTAL.compare(a, b))).isEqualTo(Integer.signum(expected));
  }

  @Test
  void theWildcardMatchesEverythingOnlyWhereItIsAsked() {
    List<Object> pattern = List.of("red", SpecialValue.WILDCARD);
    assertThat(ValueOrder.WITH_WILDCARDS.compare(pattern, List.of("red", 7))).isZero();
    assertThat(ValueOrder.WITH_WILDCARDS.compare(pattern, List.of("blue", 7))).isPositive();
    assertThat(ValueOrder.TOTAL.compare(pattern, List.of("red", 7))).isPositive();
  }

  @Test
  void aClassThatCannotBeStoredHasNoPlace() {
    assertThatThrownBy(() -> ValueOrder.TOTAL.compare(new Object(), 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String letters(Random random) {
    String alphabet = "a\u00e9\uE000\uFFFF\uD83D\uDE00";
    StringBuilder text = new StringBuilder();
    int[] letters = alphabet.codePoints().toArray();
    for (int i = random.nextInt(4); i > 0; i--) {
      text.appendCodePoint(letters[random.nextInt(letters.length)]);
    }
    return text.toString();
  }
}
