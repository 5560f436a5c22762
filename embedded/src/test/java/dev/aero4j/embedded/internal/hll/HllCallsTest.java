package dev.aero4j.embedded.internal.hll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.embedded.internal.value.BytesResult;
import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.model.HyperLogLog;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.call.HllOpcode;
import dev.aero4j.wire.call.WriteFlags;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the real server, version 8.1.2, makes of calls on HyperLogLogs. */
class HllCallsTest {
  private static final int HEAD = 11;

  private static BytesResult call(byte @Nullable [] sketch, HllOpcode opcode, Object... arguments) {
    return HllCalls.apply(sketch, opcode, List.of(arguments));
  }

  private static byte[] changed(byte @Nullable [] sketch, HllOpcode opcode, Object... arguments) {
    return Objects.requireNonNull(call(sketch, opcode, arguments).changed());
  }

  private static @Nullable Object result(byte[] sketch, HllOpcode opcode, Object... arguments) {
    return call(sketch, opcode, arguments).result();
  }

  private static void refused(
      int code, byte @Nullable [] sketch, HllOpcode opcode, Object... arguments) {
    assertThatThrownBy(() -> call(sketch, opcode, arguments))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.resultCode()).isEqualTo(code));
  }

  private static byte[] empty(int indexBits, int minHashBits) {
    return changed(null, HllOpcode.INIT, indexBits, minHashBits);
  }

  private static byte[] numbers(int from, int to, int indexBits, int minHashBits) {
    List<Long> values = LongStream.range(from, to).boxed().toList();
    return changed(null, HllOpcode.ADD, values, indexBits, minHashBits);
  }

  private static List<HyperLogLog> sketches(byte[]... all) {
    return Arrays.stream(all).map(HyperLogLog::of).toList();
  }

  private static byte[] filled(int indexBits, int minHashBits, int value) {
    byte[] sketch = empty(indexBits, minHashBits);
    Arrays.fill(sketch, HEAD, sketch.length, (byte) value);
    return sketch;
  }

  @ParameterizedTest
  @CsvSource({
    "4, 0, 23",
    "4, 4, 31",
    "5, 7, 63",
    "16, 0, 49163",
    "16, 48, 442379",
    "13, 51, 58379"
  })
  void aSketchHasRegistersForAllIndexes(int indexBits, int minHashBits, int size) {
    assertThat(empty(indexBits, minHashBits))
        .hasSize(size)
        .startsWith((byte) 0, (byte) indexBits, (byte) minHashBits, (byte) 0);
  }

  @Test
  void whatIsNotGivenStaysAsItWas() {
    byte[] sketch = empty(8, 4);
    assertThat(changed(sketch, HllOpcode.INIT)).isEqualTo(sketch);
    assertThat(changed(sketch, HllOpcode.INIT, -1, 10)).isEqualTo(empty(8, 10));
    assertThat(changed(sketch, HllOpcode.INIT, 6)).isEqualTo(empty(6, 4));
    assertThat(changed(numbers(0, 9, 8, 4), HllOpcode.INIT, -1, -1)).isEqualTo(sketch);
    refused(ResultCode.OPERATION_NOT_APPLICABLE, null, HllOpcode.INIT);
    refused(ResultCode.OPERATION_NOT_APPLICABLE, null, HllOpcode.ADD, List.of(1L));
    refused(ResultCode.OPERATION_NOT_APPLICABLE, empty(16, 4), HllOpcode.INIT, -1, 49);
    refused(ResultCode.PARAMETER_ERROR, empty(16, 4), HllOpcode.INIT, 16, 49);
  }

  @Test
  void anElementAddedAgainChangesNothing() {
    byte[] sketch = numbers(0, 100, 10, 4);
    List<Long> same = LongStream.range(0, 100).boxed().toList();
    BytesResult again = call(sketch, HllOpcode.ADD, same);
    assertThat(again.result()).isEqualTo(0L);
    assertThat(again.changed()).isEqualTo(sketch);
    assertThat(result(sketch, HllOpcode.MAY_CONTAIN, same)).isEqualTo(1L);
    assertThat(result(sketch, HllOpcode.MAY_CONTAIN, List.of(1L, "1"))).isEqualTo(0L);
  }

  @Test
  void collectionsAreNoElements() {
    byte[] sketch = empty(4, 0);
    refused(ResultCode.PARAMETER_ERROR, sketch, HllOpcode.ADD, List.of(List.of()));
    refused(ResultCode.PARAMETER_ERROR, sketch, HllOpcode.ADD, List.of());
    refused(ResultCode.PARAMETER_ERROR, sketch, HllOpcode.ADD, 1);
  }

  @Test
  void theCountIsKeptLowestByteFirstUntilSomethingChanges() {
    byte[] counted = changed(numbers(0, 1_000, 10, 0), HllOpcode.REFRESH_COUNT);
    assertThat(Arrays.copyOfRange(counted, 3, HEAD))
        .isEqualTo(HexFormat.of().parseHex("e203000000000000"));
    byte[] more = changed(counted, HllOpcode.ADD, LongStream.range(0, 2_000).boxed().toList());
    assertThat(Arrays.copyOfRange(more, 3, HEAD)).containsOnly(0);
    assertThat(result(more, HllOpcode.GET_COUNT)).isEqualTo(1_978L);
  }

  @Test
  void aKeptCountIsBelieved() {
    byte[] sketch = empty(4, 0);
    sketch[3] = 5;
    assertThat(result(sketch, HllOpcode.GET_COUNT)).isEqualTo(5L);
    assertThat(result(sketch, HllOpcode.REFRESH_COUNT)).isEqualTo(5L);
    assertThat(result(sketch, HllOpcode.GET_UNION_COUNT, sketches(sketch))).isEqualTo(0L);
    assertThat(result(sketch, HllOpcode.GET_SIMILARITY, sketches(sketch)))
        .isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void aCountThatIsTooLargeIsTheLeastOfAll() {
    assertThat(result(filled(4, 0, 0xFF), HllOpcode.GET_COUNT)).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void nothingAndNothingAreNotSimilar() {
    byte[] plain = empty(4, 0);
    byte[] withMinHash = empty(4, 4);
    assertThat(bits(result(plain, HllOpcode.GET_SIMILARITY, sketches(plain))))
        .isEqualTo(0xFFF8_0000_0000_0000L);
    assertThat(bits(result(withMinHash, HllOpcode.GET_SIMILARITY, sketches(withMinHash))))
        .isEqualTo(0x7FF8_0000_0000_0000L);
    assertThat(result(withMinHash, HllOpcode.GET_INTERSECT_COUNT, sketches(withMinHash)))
        .isEqualTo(0L);
  }

  private static long bits(@Nullable Object number) {
    return Double.doubleToRawLongBits((Double) Objects.requireNonNull(number));
  }

  @Test
  void aSketchIsEmptyWhenItsFirstRegistersAre() {
    byte[] last = empty(4, 4);
    last[last.length - 1] = 1;
    assertThat(result(last, HllOpcode.GET_SIMILARITY, sketches(last))).isEqualTo(Double.NaN);
    byte[] first = empty(4, 4);
    first[HEAD] = 1;
    assertThat(result(first, HllOpcode.GET_SIMILARITY, sketches(first))).isEqualTo(1.0);
    assertThat(result(first, HllOpcode.GET_SIMILARITY, sketches(last))).isEqualTo(0.0);
  }

  @Test
  void manySketchesNeedTheSameMinHashes() {
    byte[] plain = numbers(0, 50, 8, 0);
    byte[] other = numbers(20, 90, 8, 0);
    byte[] withMinHash = numbers(0, 50, 8, 4);
    HllOpcode opcode = HllOpcode.GET_INTERSECT_COUNT;
    assertThat(result(plain, opcode, sketches(other, plain))).isEqualTo(30L);
    refused(ResultCode.PARAMETER_ERROR, plain, opcode, sketches(other, plain, other));
    List<HyperLogLog> three = sketches(withMinHash, withMinHash, withMinHash);
    refused(ResultCode.OPERATION_NOT_APPLICABLE, plain, opcode, three);
    assertThat(result(withMinHash, opcode, three)).isEqualTo(49L);
    refused(
        ResultCode.PARAMETER_ERROR, withMinHash, opcode, sketches(withMinHash, withMinHash, plain));
  }

  @Test
  void aUnionBecomesLessExactOnlyWhenItMay() {
    byte[] fine = numbers(0, 50, 8, 4);
    byte[] coarse = numbers(0, 50, 6, 4);
    byte[] plain = numbers(0, 50, 8, 0);
    HllOpcode union = HllOpcode.SET_UNION;
    refused(ResultCode.OPERATION_NOT_APPLICABLE, fine, union, sketches(coarse));
    refused(ResultCode.OPERATION_NOT_APPLICABLE, fine, union, sketches(plain));
    assertThat(changed(fine, union, sketches(coarse), WriteFlags.ALLOW_FOLD)[1])
        .isEqualTo((byte) 6);
    assertThat(changed(fine, union, sketches(plain), WriteFlags.ALLOW_FOLD)).isEqualTo(plain);
    assertThat(changed(plain, union, sketches(fine))).isEqualTo(plain);
    assertThat(changed(coarse, union, sketches(fine))[1]).isEqualTo((byte) 6);
    assertThat(changed(null, union, sketches(fine, coarse))[1]).isEqualTo((byte) 6);
  }

  @Test
  void onlyASketchWithoutMinHashesIsFolded() {
    byte[] plain = numbers(0, 50, 8, 0);
    assertThat(changed(plain, HllOpcode.FOLD, 5)).isEqualTo(numbers(0, 50, 5, 0));
    byte[] counted = changed(plain, HllOpcode.REFRESH_COUNT);
    assertThat(changed(counted, HllOpcode.FOLD, 8)).isEqualTo(counted);
    refused(ResultCode.OPERATION_NOT_APPLICABLE, plain, HllOpcode.FOLD, 9);
    refused(ResultCode.OPERATION_NOT_APPLICABLE, plain, HllOpcode.FOLD, -1);
    refused(ResultCode.OPERATION_NOT_APPLICABLE, numbers(0, 9, 8, 4), HllOpcode.FOLD, 8);
    refused(ResultCode.BIN_NOT_FOUND, null, HllOpcode.FOLD, 8);
    refused(ResultCode.BIN_NOT_FOUND, null, HllOpcode.REFRESH_COUNT);
  }

  @Test
  void flagsSayWhetherThereMustBeASketch() {
    byte[] sketch = empty(4, 0);
    refused(ResultCode.BIN_EXISTS, sketch, HllOpcode.INIT, 4, 0, WriteFlags.CREATE_ONLY);
    refused(ResultCode.BIN_NOT_FOUND, null, HllOpcode.INIT, 4, 0, WriteFlags.UPDATE_ONLY);
    refused(ResultCode.PARAMETER_ERROR, null, HllOpcode.INIT, 4, 0, 3);
    refused(ResultCode.PARAMETER_ERROR, null, HllOpcode.INIT, 4, 0, WriteFlags.ALLOW_FOLD);
    refused(
        ResultCode.PARAMETER_ERROR,
        sketch,
        HllOpcode.ADD,
        List.of(1L),
        4,
        0,
        WriteFlags.UPDATE_ONLY);
    int quietly = WriteFlags.CREATE_ONLY | WriteFlags.NO_FAIL;
    assertThat(call(sketch, HllOpcode.ADD, List.of(1L), 4, 0, quietly))
        .isSameAs(BytesResult.nothing());
  }

  @Test
  void bytesThatAreNoSketchAreAnErrorOfTheServer() {
    byte[] tooManyBits = changed(null, HllOpcode.SET_UNION, sketches(filled(16, 48, 0)));
    tooManyBits[2] = 51;
    refused(ResultCode.SERVER_ERROR, new byte[23], HllOpcode.GET_COUNT);
    refused(ResultCode.SERVER_ERROR, new byte[3], HllOpcode.ADD, List.of());
    refused(ResultCode.SERVER_ERROR, tooManyBits, HllOpcode.DESCRIBE);
    assertThat(HllCalls.isSketch(empty(16, 48))).isTrue();
  }

  @Test
  void argumentsThatAreNoSketchesAreRefused() {
    byte[] sketch = empty(4, 0);
    byte[] flagged = sketch.clone();
    flagged[0] = 1;
    for (byte[] bad :
        new byte[][] {flagged, new byte[23], new byte[0], Arrays.copyOf(sketch, 24)}) {
      refused(ResultCode.PARAMETER_ERROR, sketch, HllOpcode.GET_UNION, sketches(bad));
    }
    refused(ResultCode.PARAMETER_ERROR, sketch, HllOpcode.GET_UNION, List.of());
    refused(ResultCode.PARAMETER_ERROR, sketch, HllOpcode.GET_UNION, List.of(1L));
  }
}
