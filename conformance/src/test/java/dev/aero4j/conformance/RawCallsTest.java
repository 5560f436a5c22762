package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.aerospike.client.AerospikeException;
import com.aerospike.client.Bin;
import com.aerospike.client.IAerospikeClient;
import com.aerospike.client.Key;
import com.aerospike.client.Operation;
import com.aerospike.client.Record;
import com.aerospike.client.Value;
import dev.aero4j.conformance.harness.Everywhere;
import dev.aero4j.conformance.harness.Face;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.conformance.harness.OfficialValues;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Calls on bits and HyperLogLogs in forms that clients of other languages may send, or no client.
 */
class RawCallsTest {
  private static final String BIN = "b";

  private final Key key = OfficialValues.toTheirs(Keys.fresh());

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  /** Returns what a call gives, {@code null} for nothing, or the code with which it is refused. */
  private String call(IAerospikeClient client, Operation.Type type, Value payload) {
    try {
      Record record = client.operate(null, key, new Operation(type, BIN, payload));
      return text(record.getValue(BIN));
    } catch (AerospikeException e) {
      return "code " + e.getResultCode();
    }
  }

  private String call(IAerospikeClient client, Operation.Type type, String payload) {
    return call(client, type, Value.get(bytes(payload)));
  }

  private String bin(IAerospikeClient client) {
    return text(client.get(null, key).getValue(BIN));
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case byte[] blob -> HexFormat.of().formatHex(blob);
      case Value.HLLValue sketch -> HexFormat.of().formatHex(sketch.getBytes());
      case null -> "null";
      default -> value.toString();
    };
  }

  @Everywhere(faces = Face.BLOCKING)
  void bitsAreReadWithArgumentsInAnyForm(IAerospikeClient client) {
    client.put(null, key, new Bin(BIN, bytes("aabbcc")));
    assertThat(call(client, Operation.Type.BIT_READ, "93 32 00 08")).isEqualTo("aa");
    assertThat(
            call(
                client,
                Operation.Type.BIT_READ,
                "dc0003 cc32 d300000000000000 08 cf0000000000000008"))
        .isEqualTo("bb");
    assertThat(call(client, Operation.Type.BIT_READ, "93 32 d0f0 10")).isEqualTo("bbcc");
    assertThat(call(client, Operation.Type.BIT_READ, "93 32 00 08 ffff")).isEqualTo("aa");
  }

  @Everywhere(faces = Face.BLOCKING)
  void bitsAreWrittenWithArgumentsInAnyForm(IAerospikeClient client) {
    client.put(null, key, new Bin(BIN, bytes("aabbccdd1122334455")));
    assertThat(call(client, Operation.Type.BIT_MODIFY, "94 0c 00 40 cfffffffffffffffff"))
        .isEqualTo("null");
    assertThat(bin(client)).isEqualTo("ffffffffffffffff55");
    assertThat(call(client, Operation.Type.BIT_MODIFY, "94 03 08 08 c4020412")).isEqualTo("null");
    assertThat(call(client, Operation.Type.BIT_MODIFY, "94 03 10 08 a20334")).isEqualTo("null");
    assertThat(call(client, Operation.Type.BIT_MODIFY, "94 03 18 08 da00020456")).isEqualTo("null");
    assertThat(bin(client)).isEqualTo("ff123456ffffffff55");
  }

  @Everywhere(faces = Face.BLOCKING)
  void callsOnBitsThatAreNoneAreRefused(IAerospikeClient client) {
    client.put(null, key, new Bin(BIN, bytes("aabbcc")));
    for (String payload :
        new String[] {
          "",
          "90",
          "c0",
          "80",
          "01",
          "9100",
          "9132",
          "92 32 00",
          "94 32 00 08 00",
          "93 32 c0 08",
          "93 32 00 c3",
          "93 31 00 08",
          "93 37 00 08",
          "93 0d 00 08",
          "93 07 00 08",
          "93 ff 00 08",
          "94 34 00 08 01",
          "93 32 00",
          "93 a132 00 08"
        }) {
      assertThat(call(client, Operation.Type.BIT_READ, payload)).as(payload).isEqualTo("code 4");
    }
    for (String payload :
        new String[] {
          "", "9107", "93 32 00 08", "94 03 00 08 a104", "93 07 00 cf8000000000000000"
        }) {
      assertThat(call(client, Operation.Type.BIT_MODIFY, payload)).as(payload).isEqualTo("code 4");
    }
    assertThat(call(client, Operation.Type.BIT_READ, Value.get("text"))).isEqualTo("code 12");
    assertThat(call(client, Operation.Type.BIT_MODIFY, Value.get(1))).isEqualTo("code 12");
    assertThat(bin(client)).isEqualTo("aabbcc");
  }

  @Everywhere(faces = Face.BLOCKING)
  void whatIsReadOfABinThatIsNotThereIsNotLookedAt(IAerospikeClient client) {
    client.put(null, key, new Bin("other", 1));
    assertThat(call(client, Operation.Type.BIT_READ, "c0")).isEqualTo("null");
    assertThat(call(client, Operation.Type.BIT_READ, Value.get("text"))).isEqualTo("null");
    assertThat(call(client, Operation.Type.HLL_READ, "c0")).isEqualTo("null");
  }

  @Everywhere(faces = Face.BLOCKING)
  void anElementIsHashedInItsShortestForm(IAerospikeClient client) {
    assertThat(call(client, Operation.Type.HLL_MODIFY, "94 01 91 05 10 10")).isEqualTo("1");
    String five = bin(client);
    for (String same : new String[] {"cc05", "cd0005", "d005", "d300 00000000 000005"}) {
      assertThat(call(client, Operation.Type.HLL_MODIFY, "92 01 91" + same))
          .as(same)
          .isEqualTo("0");
    }
    assertThat(bin(client)).isEqualTo(five);
    for (String other : new String[] {"ca40a00000", "cb4014000000000000", "a20335", "c2", "c0"}) {
      assertThat(call(client, Operation.Type.HLL_READ, "92 38 91" + other))
          .as(other)
          .isEqualTo("0");
    }
  }

  @Everywhere(faces = Face.BLOCKING)
  void elementsOfAllKindsFillTheSameRegisters(IAerospikeClient client) {
    String longText = "03" + "41".repeat(40);
    String elements =
        "9e 05 d1ff00 cfffffffffffffffff ca3fc00000 cb3ff8000000000000 c0 c2 c3 d4ff01"
            + " c4020441 a20341 c429"
            + longText
            + "d929"
            + longText
            + " c70104aa";
    assertThat(call(client, Operation.Type.HLL_MODIFY, "94 01" + elements + "05 08"))
        .isEqualTo("13");
    assertThat(bin(client))
        .isEqualTo(
            "00050800000000000000000000000046000000000000000153"
                + "04181ab0ac02bb000021800005b10000637000000000000000"
                + "0002440d9c000000000004040000000000");
    assertThat(call(client, Operation.Type.HLL_READ, "92 38" + elements)).isEqualTo("1");
  }

  @Everywhere(faces = Face.BLOCKING)
  void aSketchNeedsNoListAndNoType(IAerospikeClient client) {
    call(client, Operation.Type.HLL_MODIFY, "93 01 920102 04");
    String sketch = bin(client);
    for (String particle : new String[] {"12", "04", "03"}) {
      assertThat(call(client, Operation.Type.HLL_READ, "92 34 b8" + particle + sketch))
          .isEqualTo("2");
      assertThat(call(client, Operation.Type.HLL_READ, "92 34 91 c418" + particle + sketch))
          .isEqualTo("2");
    }
  }

  @Everywhere(faces = Face.BLOCKING)
  void callsOnSketchesThatAreNoneAreRefused(IAerospikeClient client) {
    call(client, Operation.Type.HLL_MODIFY, "92 00 04");
    String empty = bin(client);
    for (String payload :
        new String[] {
          "",
          "90",
          "c0",
          "9101",
          "92 01 90",
          "92 01 05",
          "92 01 9190",
          "92 01 9180",
          "92 01 92 05",
          "92 01 91 c1",
          "92 00 03",
          "93 00 04 01",
          "93 00 10 31",
          "94 00 04 00 10",
          "95 01 9101 04 00 02",
          "92 02 90",
          "92 02 91 a104",
          "92 04 11",
          "92 03 04",
          "9132"
        }) {
      assertThat(call(client, Operation.Type.HLL_MODIFY, payload)).as(payload).isEqualTo("code 4");
    }
    assertThat(call(client, Operation.Type.HLL_READ, "92 32 01")).isEqualTo("code 4");
    assertThat(call(client, Operation.Type.HLL_READ, "9139")).isEqualTo("code 4");
    assertThat(call(client, Operation.Type.HLL_MODIFY, "92 04 ff")).isEqualTo("code 26");
    assertThat(bin(client)).isEqualTo(empty);
  }
}
