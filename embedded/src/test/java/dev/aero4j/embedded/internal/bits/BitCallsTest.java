package dev.aero4j.embedded.internal.bits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.embedded.internal.value.BytesResult;
import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.call.BitFlags;
import dev.aero4j.wire.call.BitOpcode;
import dev.aero4j.wire.call.WriteFlags;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the real server, version 8.1.2, makes of calls on bits. */
class BitCallsTest {
  private static final int MEBIBYTE = 1 << 20;

  private static byte @Nullable [] bytes(@Nullable String hex) {
    return hex == null ? null : HexFormat.of().parseHex(hex);
  }

  private static BytesResult call(@Nullable String blob, BitOpcode opcode, Object... arguments) {
    return BitCalls.apply(bytes(blob), opcode, List.of(arguments));
  }

  private static @Nullable String changed(
      @Nullable String blob, BitOpcode opcode, Object... arguments) {
    byte[] changed = call(blob, opcode, arguments).changed();
    return changed == null ? null : HexFormat.of().formatHex(changed);
  }

  private static void refused(
      int code, @Nullable String blob, BitOpcode opcode, Object... arguments) {
    assertThatThrownBy(() -> call(blob, opcode, arguments))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.resultCode()).isEqualTo(code));
  }

  @ParameterizedTest
  @CsvSource({
    "SET, 4, 8, ff, 0ff0",
    "SET, 3, 2, c0, 1800",
    "SET, -4, 4, 90, 0009",
    "SET, 0, 16, abcdef, abcd",
    "OR, 1, 3, ff, 7000",
    "XOR, 7, 2, c0, 0180",
    "AND, 0, 16, ffff, 0000"
  })
  void bitsAreCombinedFromTheLeft(
      BitOpcode opcode, int offset, int size, String operand, String expected) {
    byte[] bits = HexFormat.of().parseHex(operand);
    assertThat(changed("0000", opcode, offset, size, bits)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "LSHIFT, 0, 24, 4, bcdef0",
    "LSHIFT, 0, 24, 8, cdef00",
    "LSHIFT, 4, 12, 5, a9a0ef",
    "LSHIFT, 4, 12, 12, a000ef",
    "LSHIFT, 0, 24, 100, 000000",
    "RSHIFT, 0, 24, 4, 0abcde",
    "RSHIFT, 0, 24, 16, 0000ab",
    "RSHIFT, 4, 12, 5, a05eef",
    "RSHIFT, 9, 3, 1, abadef",
    "RSHIFT, 23, 1, 0, abcdef"
  })
  void bitsAreShiftedWithinTheirRange(
      BitOpcode opcode, int offset, int size, int by, String expected) {
    assertThat(changed("abcdef", opcode, offset, size, by)).isEqualTo(expected);
  }

  @Test
  void bitsPastTheEndAreLeftOutWhenThatIsAllowed() {
    assertThat(changed("ffff", BitOpcode.NOT, 12, 30, WriteFlags.PARTIAL)).isEqualTo("fff0");
    assertThat(changed("ffff", BitOpcode.LSHIFT, 8, 30, 3, WriteFlags.PARTIAL)).isEqualTo("fff8");
    assertThat(changed("ffff", BitOpcode.RSHIFT, 8, 30, 3, WriteFlags.PARTIAL)).isEqualTo("ff1f");
    assertThat(changed("aabbcc", BitOpcode.REMOVE, 1, 9, WriteFlags.PARTIAL)).isEqualTo("aa");
    refused(ResultCode.OPERATION_NOT_APPLICABLE, "ffff", BitOpcode.NOT, 12, 30);
    refused(ResultCode.OPERATION_NOT_APPLICABLE, "ffff", BitOpcode.NOT, 16, 1, WriteFlags.PARTIAL);
    refused(ResultCode.PARAMETER_ERROR, "ffff", BitOpcode.REMOVE, 1, 9);
    refused(ResultCode.PARAMETER_ERROR, "ffff", BitOpcode.REMOVE, 2, 1, WriteFlags.PARTIAL);
  }

  @Test
  void anIntegerIsNeverPartial() {
    refused(ResultCode.OPERATION_NOT_APPLICABLE, "ffff", BitOpcode.SET_INT, 12, 5, 1);
    refused(ResultCode.PARAMETER_ERROR, "ffff", BitOpcode.SET_INT, 12, 4, 1, WriteFlags.PARTIAL);
  }

  @Test
  void resizingCutsAndFillsAtEitherEnd() {
    int front = BitFlags.RESIZE_FROM_FRONT;
    assertThat(changed("aabbcc", BitOpcode.RESIZE, 2)).isEqualTo("aabb");
    assertThat(changed("aabbcc", BitOpcode.RESIZE, 2, 0, front)).isEqualTo("bbcc");
    assertThat(changed("aabbcc", BitOpcode.RESIZE, 5)).isEqualTo("aabbcc0000");
    assertThat(changed("aabbcc", BitOpcode.RESIZE, 5, 0, front)).isEqualTo("0000aabbcc");
    assertThat(changed("aabbcc", BitOpcode.RESIZE, 0)).isEmpty();
    assertThat(changed(null, BitOpcode.RESIZE, 2)).isEqualTo("0000");
    assertThat(changed(null, BitOpcode.RESIZE, 0)).isNull();
  }

  @Test
  void aSizeThatIsNotWantedIsRefused() {
    int grow = BitFlags.RESIZE_GROW_ONLY;
    int shrink = BitFlags.RESIZE_SHRINK_ONLY;
    refused(ResultCode.PARAMETER_ERROR, "aabb", BitOpcode.RESIZE, 1, 0, grow);
    refused(ResultCode.PARAMETER_ERROR, "aabb", BitOpcode.RESIZE, 3, 0, shrink);
    refused(ResultCode.PARAMETER_ERROR, "aabb", BitOpcode.RESIZE, 2, 0, grow | shrink);
    assertThat(changed("aabb", BitOpcode.RESIZE, 1, WriteFlags.NO_FAIL, grow)).isNull();
    assertThat(changed("aabb", BitOpcode.RESIZE, 2, 0, grow)).isNull();
    refused(ResultCode.PARAMETER_ERROR, "aabb", BitOpcode.RESIZE, 128 * MEBIBYTE);
    refused(ResultCode.PARAMETER_ERROR, "aabb", BitOpcode.RESIZE, 128 * MEBIBYTE + 1);
    refused(ResultCode.PARAMETER_ERROR, "aabb", BitOpcode.RESIZE, -1);
  }

  @Test
  void anInsertionPastTheEndFillsUpWithZeros() {
    byte[] more = {1, 2};
    assertThat(changed("aabb", BitOpcode.INSERT, 1, more)).isEqualTo("aa0102bb");
    assertThat(changed("aabb", BitOpcode.INSERT, -1, more)).isEqualTo("aa0102bb");
    assertThat(changed("aabb", BitOpcode.INSERT, 4, more)).isEqualTo("aabb00000102");
    assertThat(changed(null, BitOpcode.INSERT, 1, more)).isEqualTo("000102");
    refused(ResultCode.PARAMETER_ERROR, null, BitOpcode.INSERT, -1, more);
    refused(ResultCode.PARAMETER_ERROR, "aabb", BitOpcode.INSERT, 128 * MEBIBYTE, more);
    refused(ResultCode.PARAMETER_ERROR, "aabb", BitOpcode.INSERT, 0, new byte[0]);
  }

  @Test
  void anOffsetBeforeTheBeginningIsRefusedEvenWhenNothingMayFail() {
    refused(ResultCode.PARAMETER_ERROR, "aabb", BitOpcode.NOT, -17, 1, WriteFlags.NO_FAIL);
    refused(ResultCode.PARAMETER_ERROR, "aabb", BitOpcode.GET, -17, 1);
    refused(ResultCode.OPERATION_NOT_APPLICABLE, "aabb", BitOpcode.GET, -16, 17);
    assertThat(changed("aabb", BitOpcode.NOT, 16, 1, WriteFlags.NO_FAIL)).isNull();
  }

  @Test
  void theLeastOfAllOffsetsIsTakenForZero() {
    assertThat(changed("0000", BitOpcode.NOT, Long.MIN_VALUE, 4)).isEqualTo("f000");
  }

  @Test
  void flagsSayWhetherThereMustBeABlob() {
    refused(ResultCode.BIN_EXISTS, "aa", BitOpcode.RESIZE, 2, WriteFlags.CREATE_ONLY);
    refused(ResultCode.BIN_NOT_FOUND, null, BitOpcode.RESIZE, 2, WriteFlags.UPDATE_ONLY);
    refused(ResultCode.BIN_NOT_FOUND, null, BitOpcode.NOT, 0, 1);
    refused(ResultCode.PARAMETER_ERROR, null, BitOpcode.NOT, 0, 1, WriteFlags.CREATE_ONLY);
    refused(ResultCode.PARAMETER_ERROR, "aa", BitOpcode.RESIZE, 2, WriteFlags.PARTIAL);
    refused(ResultCode.PARAMETER_ERROR, "aa", BitOpcode.RESIZE, 2, 3);
    refused(ResultCode.PARAMETER_ERROR, "aa", BitOpcode.NOT, 0, 1, 16);
    assertThat(changed(null, BitOpcode.NOT, 0, 1, WriteFlags.NO_FAIL)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "ADD, 250, 10, 0, ",
    "ADD, 250, 10, 2, 255",
    "ADD, 250, 10, 4, 4",
    "ADD, 250, 5, 0, 255",
    "ADD, 1, 256, 0, 1",
    "SUBTRACT, 3, 5, 0, ",
    "SUBTRACT, 3, 5, 2, 0",
    "SUBTRACT, 3, 5, 4, 254",
    "ADD, 127, 1, 1, ",
    "ADD, 127, 1, 3, 127",
    "ADD, 127, 1, 5, 128",
    "ADD, 128, -1, 1, ",
    "ADD, 128, -1, 3, 128",
    "SUBTRACT, 128, 1, 1, ",
    "SUBTRACT, 128, 1, 3, 128"
  })
  void sumsThatDoNotFitAreRefusedOrBentToFit(
      BitOpcode opcode, int left, long right, int flags, @Nullable Integer expected) {
    sum(opcode, left, right, flags, expected);
  }

  @ParameterizedTest
  @CsvSource({
    // The sum of the two least integers is zero, which has no sign to tell by.
    "ADD, 128, -128, 1, 0",
    // The least integer is its own negation.
    "SUBTRACT, 255, -128, 1, ",
    "SUBTRACT, 1, -128, 1, 129",
    "SUBTRACT, 0, -128, 1, 128"
  })
  void signedOverflowIsToldByTheSigns(
      BitOpcode opcode, int left, long right, int flags, @Nullable Integer expected) {
    sum(opcode, left, right, flags, expected);
  }

  private static void sum(
      BitOpcode opcode, int left, long right, int flags, @Nullable Integer expected) {
    HexFormat hex = HexFormat.of();
    String blob = "aa" + hex.toHexDigits((byte) left) + "bb";
    if (expected == null) {
      refused(ResultCode.OPERATION_NOT_APPLICABLE, blob, opcode, 8, 8, right, 0, flags);
      assertThat(changed(blob, opcode, 8, 8, right, WriteFlags.NO_FAIL, flags)).isNull();
    } else {
      assertThat(changed(blob, opcode, 8, 8, right, 0, flags))
          .isEqualTo("aa" + hex.toHexDigits(expected.byteValue()) + "bb");
    }
  }

  @Test
  void integersHaveUpTo64BitsAnywhere() {
    long value = 0x8123_4567_89AB_CDEFL;
    String set = changed("ffffffffffffffffffff", BitOpcode.SET_INT, 5, 64, value);
    assertThat(set).isEqualTo("fc091a2b3c4d5e6f7fff");
    assertThat(call(set, BitOpcode.GET_INT, 5, 64).result()).isEqualTo(value);
    assertThat(call(set, BitOpcode.GET_INT, 5, 4).result()).isEqualTo(8L);
    assertThat(call(set, BitOpcode.GET_INT, 5, 4, BitFlags.SIGNED).result()).isEqualTo(-8L);
    refused(ResultCode.PARAMETER_ERROR, set, BitOpcode.GET_INT, 0, 65);
    refused(ResultCode.PARAMETER_ERROR, set, BitOpcode.GET_INT, 0, 0);
    refused(ResultCode.PARAMETER_ERROR, set, BitOpcode.GET_INT, 0, 8, BitFlags.WRAP);
  }

  @Test
  void bitsAreReadAndCounted() {
    assertThat((byte[]) call("abcdef", BitOpcode.GET, 4, 13).result())
        .isEqualTo(HexFormat.of().parseHex("bcd8"));
    assertThat(call("abcdef", BitOpcode.COUNT, 0, 24).result()).isEqualTo(17L);
    assertThat(call("abcdef", BitOpcode.COUNT, 7, 2).result()).isEqualTo(2L);
  }

  @Test
  void aScanFindsTheFirstOrLastBit() {
    assertThat(call("000800", BitOpcode.LSCAN, 3, 20, true).result()).isEqualTo(9L);
    assertThat(call("000800", BitOpcode.LSCAN, 3, 9, true).result()).isEqualTo(-1L);
    assertThat(call("fff7ff", BitOpcode.LSCAN, 3, 20, false).result()).isEqualTo(9L);
    assertThat(call("000800", BitOpcode.RSCAN, 3, 20, true).result()).isEqualTo(9L);
    assertThat(call("ff0fff", BitOpcode.RSCAN, 0, 24, false).result()).isEqualTo(11L);
    assertThat(call("000000", BitOpcode.RSCAN, 0, 24, true).result()).isEqualTo(-1L);
  }

  @Test
  void aScanFromTheRightGoesOnToTheBeginningOfTheByte() {
    assertThat(call("20", BitOpcode.RSCAN, 5, 3, true).result()).isEqualTo(-3L);
    assertThat(call("8000", BitOpcode.RSCAN, 7, 4, true).result()).isEqualTo(-7L);
    assertThat(call("ff00", BitOpcode.RSCAN, 8, 8, true).result()).isEqualTo(-1L);
  }

  @Test
  void argumentsOfAnotherTypeOrNumberAreRefused() {
    refused(ResultCode.PARAMETER_ERROR, "aa", BitOpcode.GET, 0);
    refused(ResultCode.PARAMETER_ERROR, "aa", BitOpcode.GET, 0, 1, 2);
    refused(ResultCode.PARAMETER_ERROR, "aa", BitOpcode.GET, "0", 1);
    refused(ResultCode.PARAMETER_ERROR, "aa", BitOpcode.LSCAN, 0, 1, 1);
    refused(ResultCode.PARAMETER_ERROR, "aa", BitOpcode.SET, 0, 1, 1);
    refused(ResultCode.PARAMETER_ERROR, "aa", BitOpcode.SET, 0, 9, new byte[1]);
  }
}
