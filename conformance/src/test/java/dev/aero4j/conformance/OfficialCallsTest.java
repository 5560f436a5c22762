package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aerospike.client.AerospikeException;
import com.aerospike.client.Bin;
import com.aerospike.client.IAerospikeClient;
import com.aerospike.client.Key;
import com.aerospike.client.Operation;
import com.aerospike.client.ResultCode;
import com.aerospike.client.Value;
import com.aerospike.client.operation.BitOperation;
import com.aerospike.client.operation.BitOverflowAction;
import com.aerospike.client.operation.BitPolicy;
import com.aerospike.client.operation.BitResizeFlags;
import com.aerospike.client.operation.BitWriteFlags;
import com.aerospike.client.operation.HLLOperation;
import com.aerospike.client.operation.HLLPolicy;
import dev.aero4j.conformance.harness.Everywhere;
import dev.aero4j.conformance.harness.Face;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.conformance.harness.OfficialValues;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The official client 9.3.0 makes every call on bits and HyperLogLogs. */
class OfficialCallsTest {
  private static final String BIN = "b";
  private static final BitPolicy BITS = BitPolicy.Default;
  private static final HLLPolicy SKETCHES = HLLPolicy.Default;

  private final Key key = OfficialValues.toTheirs(Keys.fresh());

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static void assertBlob(IAerospikeClient client, Key key, String expected) {
    assertThat((byte[]) client.get(null, key).getValue(BIN)).isEqualTo(bytes(expected));
  }

  private void writes(IAerospikeClient client, Operation operation, String expected) {
    client.put(null, key, new Bin(BIN, bytes("0123456789abcdef")));
    assertThat(client.operate(null, key, operation).getValue(BIN)).isNull();
    assertBlob(client, key, expected);
  }

  private @Nullable Object read(IAerospikeClient client, Operation operation) {
    return client.operate(null, key, operation).getValue(BIN);
  }

  @Everywhere(faces = Face.BLOCKING)
  void bitsAreWritten(IAerospikeClient client) {
    byte[] operand = bytes("ff0f");
    writes(client, BitOperation.resize(BITS, BIN, 9, 0), "0123456789abcdef00");
    writes(client, BitOperation.resize(BITS, BIN, 2, BitResizeFlags.FROM_FRONT), "cdef");
    writes(client, BitOperation.insert(BITS, BIN, 1, operand), "01ff0f23456789abcdef");
    writes(client, BitOperation.remove(BITS, BIN, -2, 2), "0123456789ab");
    writes(client, BitOperation.set(BITS, BIN, 4, 16, operand), "0ff0f56789abcdef");
    writes(client, BitOperation.or(BITS, BIN, 4, 16, operand), "0ff3f56789abcdef");
    writes(client, BitOperation.xor(BITS, BIN, 4, 16, operand), "0ed3b56789abcdef");
    writes(client, BitOperation.and(BITS, BIN, 4, 16, operand), "0120456789abcdef");
    writes(client, BitOperation.not(BITS, BIN, 4, 56), "0edcba987654321f");
    writes(client, BitOperation.lshift(BITS, BIN, 8, 32, 9), "018acf1200abcdef");
    writes(client, BitOperation.rshift(BITS, BIN, 8, 32, 9), "010011a2b3abcdef");
    writes(
        client,
        BitOperation.add(BITS, BIN, 8, 16, 0xFFFF, false, BitOverflowAction.WRAP),
        "0123446789abcdef");
    writes(
        client,
        BitOperation.subtract(BITS, BIN, 8, 16, 0x2346, true, BitOverflowAction.FAIL),
        "01ffff6789abcdef");
    writes(client, BitOperation.setInt(BITS, BIN, 60, 4, 1), "0123456789abcde1");
  }

  @Everywhere(faces = Face.BLOCKING)
  void bitsAreRead(IAerospikeClient client) {
    client.put(null, key, new Bin(BIN, bytes("0123456789abcdef")));
    assertThat(read(client, BitOperation.get(BIN, 4, 12))).isEqualTo(bytes("1230"));
    assertThat(read(client, BitOperation.count(BIN, 0, 64))).isEqualTo(32L);
    assertThat(read(client, BitOperation.lscan(BIN, 0, 64, true))).isEqualTo(7L);
    assertThat(read(client, BitOperation.rscan(BIN, 0, 64, false))).isEqualTo(59L);
    assertThat(read(client, BitOperation.getInt(BIN, -8, 8, false))).isEqualTo(0xEFL);
    assertThat(read(client, BitOperation.getInt(BIN, -8, 8, true))).isEqualTo(-0x11L);
  }

  private void refused(IAerospikeClient client, int code, Operation... operations) {
    assertThatThrownBy(() -> client.operate(null, key, operations))
        .isInstanceOfSatisfying(
            AerospikeException.class, e -> assertThat(e.getResultCode()).isEqualTo(code));
  }

  @Everywhere(faces = Face.BLOCKING)
  void aBlobHasTheSizeThatARecordMayHave(IAerospikeClient client) {
    int mebibyte = 1 << 20;
    client.put(null, key, new Bin(BIN, bytes("01")));
    refused(client, ResultCode.RECORD_TOO_BIG, BitOperation.resize(BITS, BIN, 2 * mebibyte, 0));
    refused(
        client,
        ResultCode.RECORD_TOO_BIG,
        BitOperation.insert(BITS, BIN, 2 * mebibyte, bytes("02")));
    refused(client, ResultCode.PARAMETER_ERROR, BitOperation.resize(BITS, BIN, 128 * mebibyte, 0));
    assertBlob(client, key, "01");
    // In between it may be too large.
    client.operate(
        null,
        key,
        BitOperation.resize(BITS, BIN, 2 * mebibyte, 0),
        BitOperation.setInt(BITS, BIN, -8, 8, 2),
        BitOperation.remove(BITS, BIN, 1, 2 * mebibyte - 2));
    assertBlob(client, key, "0102");
  }

  @Everywhere(faces = Face.BLOCKING)
  void aCallThatIsRefusedTakesTheOthersWithIt(IAerospikeClient client) {
    client.put(null, key, new Bin(BIN, bytes("01")));
    refused(
        client,
        ResultCode.OP_NOT_APPLICABLE,
        BitOperation.not(BITS, BIN, 0, 8),
        BitOperation.not(BITS, BIN, 8, 1));
    refused(client, ResultCode.BIN_TYPE_ERROR, HLLOperation.getCount(BIN));
    assertBlob(client, key, "01");
    assertThat(client.get(null, key).generation).isEqualTo(1);
  }

  @Everywhere(faces = Face.BLOCKING)
  void aRecordIsMadeByCallsThatMakeABinAndByNoOthers(IAerospikeClient client) {
    BitPolicy quiet = new BitPolicy(BitWriteFlags.NO_FAIL);
    refused(client, ResultCode.BIN_NOT_FOUND, BitOperation.not(BITS, BIN, 0, 1));
    refused(client, ResultCode.KEY_NOT_FOUND_ERROR, BitOperation.not(quiet, BIN, 0, 1));
    refused(client, ResultCode.KEY_NOT_FOUND_ERROR, BitOperation.resize(BITS, BIN, 0, 0));
    // Where nothing is written, the official client gives null for that code.
    assertThat(client.operate(null, key, BitOperation.count(BIN, 0, 1))).isNull();
    client.operate(null, key, BitOperation.insert(BITS, BIN, 1, bytes("01")));
    assertBlob(client, key, "0001");
  }

  private static List<Value> numbers(int from, int to) {
    return IntStream.range(from, to).mapToObj(Value::get).toList();
  }

  private Value.HLLValue sketch(IAerospikeClient client) {
    return (Value.HLLValue) client.get(null, key).getValue(BIN);
  }

  private Value.HLLValue sketch(IAerospikeClient client, List<Value> values, int... bits) {
    client.delete(null, key);
    Operation add =
        bits.length == 1
            ? HLLOperation.add(SKETCHES, BIN, values, bits[0])
            : HLLOperation.add(SKETCHES, BIN, values, bits[0], bits[1]);
    client.operate(null, key, add);
    return sketch(client);
  }

  @Everywhere(faces = Face.BLOCKING)
  void sketchesAreWritten(IAerospikeClient client) {
    assertThat(read(client, HLLOperation.init(SKETCHES, BIN, 8, 4))).isNull();
    assertThat(read(client, HLLOperation.describe(BIN))).isEqualTo(List.of(8L, 4L));
    assertThat(read(client, HLLOperation.init(SKETCHES, BIN, 5))).isNull();
    assertThat(read(client, HLLOperation.describe(BIN))).isEqualTo(List.of(5L, 4L));
    assertThat(read(client, HLLOperation.init(SKETCHES, BIN, 10, 0))).isNull();
    assertThat(read(client, HLLOperation.add(SKETCHES, BIN, numbers(0, 1_000)))).isEqualTo(741L);
    assertThat(sketch(client).getBytes()[3]).isZero();
    assertThat(read(client, HLLOperation.refreshCount(BIN))).isEqualTo(994L);
    assertThat(sketch(client).getBytes())
        .startsWith((byte) 0, (byte) 10, (byte) 0, (byte) 0xE2, (byte) 0x03, (byte) 0);
    assertThat(read(client, HLLOperation.fold(BIN, 6))).isNull();
    assertThat(read(client, HLLOperation.getCount(BIN))).isEqualTo(904L);
  }

  @Everywhere(faces = Face.BLOCKING)
  void sketchesAreComparedWithoutMinHashes(IAerospikeClient client) {
    List<Value.HLLValue> others =
        List.of(sketch(client, numbers(500, 1_500), 10), sketch(client, numbers(800, 2_000), 11));
    sketch(client, numbers(0, 1_000), 12);
    assertThat(read(client, HLLOperation.getUnionCount(BIN, others))).isEqualTo(1978L);
    assertThat(read(client, HLLOperation.getIntersectCount(BIN, others))).isEqualTo(186L);
    assertThat(read(client, HLLOperation.getSimilarity(BIN, others.subList(0, 1))))
        .isEqualTo(0.3215712383488682);
    Value.HLLValue union = (Value.HLLValue) read(client, HLLOperation.getUnion(BIN, others));
    HLLPolicy fold = new HLLPolicy(com.aerospike.client.operation.HLLWriteFlags.ALLOW_FOLD);
    assertThat(read(client, HLLOperation.setUnion(fold, BIN, others))).isNull();
    assertThat(sketch(client).getBytes()).isEqualTo(union == null ? null : union.getBytes());
  }

  @Everywhere(faces = Face.BLOCKING)
  void sketchesAreComparedWithMinHashes(IAerospikeClient client) {
    List<Value.HLLValue> others = List.of(sketch(client, numbers(500, 1_500), 10, 12));
    sketch(client, numbers(0, 1_000), 10, 12);
    assertThat(read(client, HLLOperation.getIntersectCount(BIN, others))).isEqualTo(516L);
    assertThat(read(client, HLLOperation.getSimilarity(BIN, others)))
        .isEqualTo(0.34340307517493573);
    assertThat(read(client, HLLOperation.add(SKETCHES, BIN, numbers(0, 1_000), 4, 4)))
        .isEqualTo(0L);
  }
}
