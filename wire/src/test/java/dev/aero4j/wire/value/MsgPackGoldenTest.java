package dev.aero4j.wire.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aero4j.model.ExtensionValue;
import dev.aero4j.model.GeoJson;
import dev.aero4j.model.HyperLogLog;
import dev.aero4j.model.SpecialValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The expected bytes were made by the official Java client, 9.3.0, where it can make them. */
final class MsgPackGoldenTest {
  static Stream<Arguments> golden() {
    return Stream.of(
        Arguments.of(
            "non-negative integers at the edges of each size",
            List.of(
                0, 1, 127, 128, 255, 256, 65535, 65536, 4294967295L, 4294967296L, Long.MAX_VALUE),
            "9b00017fcc80ccffcd0100cdffffce00010000ceffffffffcf0000000100000000cf7fffffffffffffff"),
        Arguments.of(
            "negative integers at the edges of each size",
            List.of(
                -1,
                -32,
                -33,
                -128,
                -129,
                -32768,
                -32769,
                Integer.MIN_VALUE,
                -2147483649L,
                Long.MIN_VALUE),
            "9affe0d0dfd080d1ff7fd18000d2ffff7fffd280000000d3ffffffff7fffffffd38000000000000000"),
        Arguments.of(
            "every kind of scalar",
            Arrays.asList(
                null,
                true,
                false,
                1.5,
                2.5f,
                "a",
                "",
                new byte[] {9, 8},
                new byte[0],
                GeoJson.of("{}"),
                HyperLogLog.of(new byte[] {1, 2})),
            // Here alone the official client differs: it writes the last as a plain blob (04).
            "9bc0c3c2cb3ff8000000000000ca40200000a20361a103a3040908a104a3177b7da3120102"),
        Arguments.of(
            "values to compare with",
            List.of(SpecialValue.INFINITY, SpecialValue.WILDCARD),
            "92d4ff01d4ff00"),
        Arguments.of(
            "the longest string with a header of one byte",
            List.of("s".repeat(30)),
            "91bf03" + "73".repeat(30)),
        Arguments.of(
            "the shortest string with a header of two bytes",
            List.of("s".repeat(31)),
            "91d92003" + "73".repeat(31)),
        Arguments.of("a long blob", List.of(new byte[300]), "91da012d04" + "00".repeat(300)),
        Arguments.of("text past ASCII", List.of("h\u00e9\u00e9"), "91a60368c3a9c3a9"),
        Arguments.of(
            "collections in collections",
            List.of(List.of(1, List.of()), Map.of("k", List.of(2))),
            "9292019081a2036b9102"),
        Arguments.of(
            "the shortest list with a header of three bytes",
            List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15),
            "dc0010000102030405060708090a0b0c0d0e0f"),
        Arguments.of("an unordered map", Map.of("a", 1), "81a2036101"),
        Arguments.of(
            "a map ordered by key",
            new TreeMap<>(Map.of("b", 2, "a", 1)),
            "83c70001c0a2036101a2036202"),
        Arguments.of(
            "a map ordered by key and value", valueOrdered(), "83c70003c0a2036101a2036202"),
        Arguments.of("an ordered list", OrderedList.of(List.of(2, 1)), "93c700010102"),
        Arguments.of(
            "an extension that must not be taken for flags",
            List.of(new ExtensionValue(1, new byte[] {5})),
            "92c70000d40105"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("golden")
  void theBytesAreThoseOfTheOfficialClientAndComeBackEqual(
      String what, Object value, String expected) {
    byte[] bytes = MsgPack.toBytes(value);
    assertThat(HexFormat.of().formatHex(bytes)).as(what).isEqualTo(expected);
    Object back = MsgPack.fromBytes(bytes);
    assertThat(Values.deepEquals(value, back)).as("%s", back).isTrue();
    byte[] again = MsgPack.toBytes(back);
    assertThat(MsgPack.toBytes(MsgPack.fromBytes(again))).as("written again").isEqualTo(again);
  }

  @Test
  void fifteenEntriesAndTheOrderFlagNeedALongerHeader() {
    SortedMap<String, Integer> map = new TreeMap<>();
    for (int i = 0; i < 15; i++) {
      map.put("k" + (char) ('a' + i), i);
    }
    assertThat(HexFormat.of().formatHex(MsgPack.toBytes(map)))
        .startsWith("de0010c70001c0a3036b6100a3036b6201")
        .endsWith("a3036b6f0e");
  }

  @Test
  void largeCollectionsAndTextsHaveTheirLengthInFourBytes() {
    List<Integer> list = Collections.nCopies(70_000, 7);
    assertThat(MsgPack.toBytes(list)).startsWith(0xdd, 0x00, 0x01, 0x11, 0x70, 0x07);
    assertThat(MsgPack.toBytes("x".repeat(70_000))).startsWith(0xdb, 0x00, 0x01, 0x11, 0x71, 0x03);
    // 40,000 letters of two bytes: the size of the header is known only afterwards.
    String letters = "\u00e9".repeat(40_000);
    assertThat(MsgPack.toBytes(letters)).startsWith(0xdb, 0x00, 0x01, 0x38, 0x81, 0x03);
    assertThat(MsgPack.fromBytes(MsgPack.toBytes(letters))).isEqualTo(letters);
    TreeMap<Long, Long> map = new TreeMap<>();
    for (long i = 0; i < 66_000; i++) {
      map.put(i, -i);
    }
    assertThat(MsgPack.toBytes(map)).startsWith(0xdf, 0x00, 0x01, 0x01, 0xd1, 0xc7, 0x00, 0x01);
    assertThat(MsgPack.fromBytes(MsgPack.toBytes(map))).isEqualTo(map);
    assertThat(MsgPack.fromBytes(MsgPack.toBytes(list)))
        .isEqualTo(new ArrayList<>(Collections.nCopies(70_000, 7L)));
  }

  @Test
  void aSortedMapIsWrittenInTheServersOrderWhateverItsOwn() {
    SortedMap<String, Integer> backwards = new TreeMap<>(Collections.reverseOrder());
    backwards.put("a", 1);
    backwards.put("b", 2);
    assertThat(HexFormat.of().formatHex(MsgPack.toBytes(backwards)))
        .isEqualTo("83c70001c0a2036101a2036202");
    assertThat(MsgPack.fromBytes(MsgPack.toBytes(backwards)))
        .isInstanceOf(OrderedMap.class)
        .isEqualTo(Map.of("a", 1L, "b", 2L));
  }

  @Test
  void otherSpellingsOfTheSameValueAreUnderstood() {
    assertThat(read("c403036162")).isEqualTo("ab");
    assertThat(read("c50003036162")).isEqualTo("ab");
    assertThat(read("c600000003036162")).isEqualTo("ab");
    assertThat(read("d90203" + "61")).isEqualTo("a");
    assertThat(read("d30000000000000005")).isEqualTo(5L);
    assertThat(read("ca3fc00000")).isEqualTo(1.5);
    assertThat(read("dd0000000101")).isEqualTo(List.of(1L));
    assertThat(read("df000000010102")).isEqualTo(Map.of(1L, 2L));
    assertThat(read("c701ff01")).isEqualTo(SpecialValue.INFINITY);
    assertThat((byte[]) read("a0")).isEmpty();
  }

  @Test
  void flagsWithAnIndexInThemAreSkippedAndTheOrderIsKept() {
    assertThat(read("93c70311aabbcc0102"))
        .isInstanceOf(OrderedList.class)
        .isEqualTo(List.of(1L, 2L));
    assertThat(read("92c7001001")).isExactlyInstanceOf(ArrayList.class).isEqualTo(List.of(1L));
    assertThat(read("82c70011c00102")).isInstanceOf(OrderedMap.class).isEqualTo(Map.of(1L, 2L));
    assertThat(read("82c70008c00102")).isNotInstanceOf(SortedMap.class).isEqualTo(Map.of(1L, 2L));
    assertThat(read("92d5010000" + "01")).isInstanceOf(OrderedList.class).isEqualTo(List.of(1L));
  }

  private static Object valueOrdered() {
    OrderedMap map = new OrderedMap(true);
    map.put("b", 2);
    map.put("a", 1);
    return map;
  }

  private static Object read(String hex) {
    return MsgPack.fromBytes(HexFormat.of().parseHex(hex));
  }
}
