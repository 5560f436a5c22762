package dev.aero4j.wire.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.model.BytesKey;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ValuesTest {
  @Test
  void theSameValueInAnotherClassIsEqual() {
    assertEqual(1, 1L);
    assertEqual((byte) 1, (short) 1);
    assertEqual(1.5f, 1.5);
    assertEqual(Double.NaN, Float.NaN);
    assertEqual(new byte[] {1}, BytesKey.of(new byte[] {1}));
    assertEqual(List.of(new byte[] {1}, 1), List.of(BytesKey.of(new byte[] {1}), 1L));
    assertEqual(Map.of(new byte[] {1}, 1), Map.of(BytesKey.of(new byte[] {1}), 1L));
    assertEqual(null, null);
  }

  @Test
  void otherValuesAreNot() {
    assertNotEqual(1, 1.0);
    assertNotEqual(0.0, -0.0);
    assertNotEqual("1", 1);
    assertNotEqual(null, 0);
    assertNotEqual(List.of(1), List.of(1, 2));
    assertNotEqual(List.of(1), List.of(2));
    assertNotEqual(Map.of(1, 2), Map.of(1, 3));
    assertNotEqual(Map.of(1, 2), Map.of(2, 2));
    Map<Object, Object> nullValue = new HashMap<>();
    nullValue.put(1, null);
    assertNotEqual(nullValue, Map.of(2, 2));
  }

  @Test
  void valuesPrintWithTheirBytes() {
    assertThat(Values.toString(Arrays.asList(1, "a", null, new byte[] {(byte) 0xAB})))
        .isEqualTo("[1, \"a\", null, 0xab]");
    assertThat(Values.toString(Map.of("k", List.of()))).isEqualTo("{\"k\"=[]}");
  }

  @Test
  void anOrderedListSortsItsElementsAndCannotBeChanged() {
    OrderedList list = OrderedList.of(Arrays.asList("a", 1L, null));
    assertThat(list).isEqualTo(Arrays.asList(null, 1L, "a"));
    assertThat(OrderedList.of(List.of(list, OrderedList.of(List.of(2L, 1L)))))
        .isEqualTo(List.of(list, List.of(1L, 2L)));
    assertThat(OrderedList.of(List.of())).isEmpty();
    assertThatThrownBy(() -> list.set(0, 2L)).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void mapsInsideAnOrderedListAreSortedAtEveryLevel() {
    Map<Object, Object> inner = new LinkedHashMap<>();
    inner.put("b", 1L);
    inner.put("a", 2L);
    Map<Object, Object> outer = new LinkedHashMap<>();
    outer.put(2L, inner);
    outer.put(1L, List.of(inner));
    OrderedMap byValue = new OrderedMap(true);
    byValue.put(1L, inner);
    OrderedList list = OrderedList.of(List.of(outer, byValue));
    assertThat(HexFormat.of().formatHex(MsgPack.toBytes(list)))
        .isEqualTo(
            "93c70001"
                + "82c70003c00182a2036102a2036201"
                + "82019182a2036102a20362010282a2036102a2036201");
    assertThat(list).isEqualTo(List.of(byValue, outer));
    assertThat(inner.keySet()).containsExactly("b", "a");
  }

  @Test
  void anOrderedListThatWasStoredIsReadAsItIs() {
    byte[] stored = HexFormat.of().parseHex("92c7000182020101" + "02");
    assertThat(MsgPack.toBytes(MsgPack.fromBytes(stored))).isEqualTo(stored);
  }

  private static void assertEqual(Object a, Object b) {
    assertThat(Values.deepEquals(a, b)).isTrue();
    assertThat(Values.deepEquals(b, a)).isTrue();
    assertThat(Values.deepHashCode(a)).isEqualTo(Values.deepHashCode(b));
  }

  private static void assertNotEqual(Object a, Object b) {
    assertThat(Values.deepEquals(a, b)).isFalse();
    assertThat(Values.deepEquals(b, a)).isFalse();
  }
}
