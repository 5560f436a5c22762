package dev.aero4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.model.GeoJson;
import dev.aero4j.model.HyperLogLog;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinsTest {
  @Test
  void binsKeepTheirOrder() {
    Bins bins = Bins.of("z", 1, "a", "x", "m", null);
    assertThat(bins.names()).containsExactly("z", "a", "m");
    assertThat(bins.toMap())
        .containsExactly(Map.entry("z", 1L), Map.entry("a", "x"), entryWithoutValue("m"));
    assertThat(bins).hasToString("{\"z\"=1, \"a\"=\"x\", \"m\"=null}");
  }

  private static Map.Entry<String, Object> entryWithoutValue(String name) {
    return new AbstractMap.SimpleEntry<>(name, null);
  }

  @Test
  void theFormsOfMakingBinsAreEqual() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("a", 1);
    map.put("b", List.of(1, "x"));
    Bins bins = Bins.of("a", 1, "b", List.of(1, "x"));
    assertThat(Bins.from(map)).isEqualTo(bins).hasSameHashCodeAs(bins);
    assertThat(Bins.builder().put("a", 1L).put("b", List.of(1L, "x")).build()).isEqualTo(bins);
    assertThat(Bins.of("b", List.of(1, "x"), "a", 1)).isNotEqualTo(bins);
    assertThat(Bins.of("a", 1, "b", 2, "c", 3, "d", 4, "e", 5, "f", 6, "g", 7, "h", 8).size())
        .isEqualTo(8);
  }

  @Test
  void everyKindOfValueComesBackEqual() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("long", Long.MIN_VALUE);
    map.put("double", -0.0);
    map.put("text", "h\u00e9llo");
    map.put("bytes", new byte[] {1, 2});
    map.put("bool", false);
    map.put("null", null);
    map.put("list", List.of(1L, List.of("x"), Map.of("k", 2.5)));
    map.put("map", Map.of("k", List.of(true)));
    map.put("geo", GeoJson.of("{\"type\":\"Point\",\"coordinates\":[1.0,2.0]}"));
    map.put("hll", HyperLogLog.of(new byte[] {1, 2, 3}));
    assertThat(Bins.from(map).toMap()).usingRecursiveComparison().isEqualTo(map);
  }

  @Test
  void whatACallerChangesLaterIsNotSeen() {
    byte[] bytes = {1};
    List<Object> list = new ArrayList<>(List.of(1L));
    Bins bins = Bins.of("bytes", bytes, "list", list);
    bytes[0] = 9;
    list.add(2L);
    assertThat(bins).isEqualTo(Bins.of("bytes", new byte[] {1}, "list", List.of(1L)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sixteen_bytes_xx", "éééééééé"})
  void aNameIsOneToFifteenBytes(String name) {
    assertThatThrownBy(() -> Bins.of(name, 1))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("name of");
    assertThat(Bins.of("fifteen_bytes_x", 1, "ééééééé", 2).size()).isEqualTo(2);
  }

  @Test
  void aNameIsNotNull() {
    assertThatThrownBy(() -> Bins.of(null, 1))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessage("the name of a bin is null; expected 1 to 15 bytes of UTF-8");
  }

  @Test
  void aNameGivenTwiceIsRefused() {
    assertThatThrownBy(() -> Bins.of("a", 1, "a", 2))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessage("bin 'a' is given twice");
  }

  @Test
  void anUnsupportedValueIsNamedWithBinClassAndPlace() {
    assertThatThrownBy(() -> Bins.of("a", new BitSet()))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("bin 'a'")
        .hasMessageContaining("java.util.BitSet");
    Object inside = List.of(1, Map.of("k", Arrays.asList(null, new Object())));
    assertThatThrownBy(() -> Bins.of("deep", inside))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("bin 'deep'")
        .hasMessageContaining("[1]")
        .hasMessageContaining("k")
        .hasMessageContaining("java.lang.Object");
  }

  @Test
  void aListThatHoldsItselfIsRefused() {
    List<Object> list = new ArrayList<>();
    list.add(list);
    assertThatThrownBy(() -> Bins.of("a", list))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("bin 'a'");
  }
}
