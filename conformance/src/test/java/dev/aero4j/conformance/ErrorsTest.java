package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.AerospikeException;
import dev.aero4j.BinTypeException;
import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.InvalidArgumentException;
import dev.aero4j.Key;
import dev.aero4j.KeyBusyException;
import dev.aero4j.RecordTooBigException;
import dev.aero4j.ServerException;
import dev.aero4j.conformance.harness.Backend;
import dev.aero4j.conformance.harness.Everywhere;
import dev.aero4j.conformance.harness.Face;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.embedded.FaultRule;
import dev.aero4j.model.GeoJson;
import dev.aero4j.model.ResultCode;
import dev.aero4j.operation.Operation;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Input that cannot work: one clear exception each, and nothing written. */
class ErrorsTest {
  @Everywhere
  void anUnknownNamespaceIsNamedTogetherWithThoseThereAre(Client client) {
    Key key = Key.of("nowhere", Keys.SET, Keys.freshText());
    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> client.get(key),
            () -> client.put(key, Bins.of("a", 1)),
            () -> client.exists(key),
            () -> client.remove(key),
            () -> client.operate(key, Operation.get("a")))) {
      assertThatThrownBy(call)
          .isInstanceOfSatisfying(
              AerospikeException.class,
              e -> {
                assertThat(e.resultCode()).isEqualTo(ResultCode.INVALID_NAMESPACE);
                assertThat(e.inDoubt()).isFalse();
              })
          .hasMessageContaining("nowhere")
          .hasMessageContaining(Keys.NAMESPACE);
    }
  }

  @Everywhere
  void namesOfBinsThatAreEmptyOrTooLongAreRefusedBeforeSending(Client client) {
    Key key = Keys.fresh();
    invalid("16", () -> client.put(key, Map.of("sixteen_bytes___", 1)));
    invalid("empty", () -> client.put(key, Map.of("", 1)));
    invalid("日本語日本語", () -> client.put(key, Map.of("日本語日本語", 1)));
    invalid("16", () -> client.select(key, "sixteen_bytes___"));
    invalid("empty", () -> client.increment(key, "", 1));
    invalid("16", () -> client.append(key, "sixteen_bytes___", "x"));
    invalid("empty", () -> client.removeBin(key, ""));
    invalid("16", () -> Operation.get("sixteen_bytes___"));
    assertThat(client.exists(key).found()).isFalse();
  }

  @Everywhere
  void noBinsAtAllAreRefusedBeforeSending(Client client) {
    Key key = Keys.fresh();
    assertThatThrownBy(() -> client.put(key, Map.of()))
        .isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> client.removeBin(key)).isInstanceOf(InvalidArgumentException.class);
  }

  @Everywhere
  void valuesOfOtherClassesAreRefusedAndTheirPlaceIsNamed(Client client) {
    Key key = Keys.fresh();
    invalid("java.lang.Thread", () -> client.put(key, Map.of("t", new Thread())));
    invalid("BigDecimal", () -> client.put(key, Map.of("d", BigDecimal.ONE)));
    invalid("'list'", () -> client.put(key, Map.of("list", List.of(1, List.of(new Object())))));
    invalid("BigDecimal", () -> Operation.put("d", BigDecimal.ONE));
    assertThat(client.exists(key).found()).isFalse();
  }

  @Everywhere
  void keysOfMapsThatServersRefuseAreRefusedBeforeSending(Client client) {
    Key key = Keys.fresh();
    for (Object refused : Arrays.asList(1.5, true, null, List.of(1), Map.of(1, 2))) {
      Map<Object, Object> map = new HashMap<>();
      map.put(refused, "value");
      invalid("'map'", () -> client.put(key, Map.of("map", map)));
    }
    assertThat(client.exists(key).found()).isFalse();
  }

  @Everywhere
  void keysOfOtherClassesAreRefused(Client client) {
    invalid("Double", () -> Key.ofValue(Keys.NAMESPACE, Keys.SET, 1.5));
    invalid("List", () -> Key.ofValue(Keys.NAMESPACE, Keys.SET, List.of(1)));
    invalid("null", () -> Key.ofValue(Keys.NAMESPACE, Keys.SET, null));
    invalid("namespace", () -> Key.of("", Keys.SET, 1));
    invalid("32", () -> Key.of("n".repeat(32), Keys.SET, 1));
    invalid("64", () -> Key.of(Keys.NAMESPACE, "s".repeat(64), 1));
    invalid("19", () -> Key.ofDigest(Keys.NAMESPACE, Keys.SET, new byte[19]));
    Key longest = Key.of(Keys.NAMESPACE, Keys.SET, Keys.freshText() + "k".repeat(4_000));
    client.put(longest, Bins.of("a", 1));
    assertThat(client.get(longest).getLong("a")).isEqualTo(1);
  }

  @Everywhere
  void aRecordOverTheLimitIsTooBigAndTheOldOneStays(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("a", 1));
    assertThatThrownBy(() -> client.put(key, Bins.of("b", new byte[2 << 20])))
        .isInstanceOfSatisfying(
            RecordTooBigException.class,
            e -> {
              assertThat(e.resultCode()).isEqualTo(ResultCode.RECORD_TOO_BIG);
              assertThat(e.inDoubt()).isFalse();
            })
        .hasMessageContaining(key.digestHex());
    client.put(key, Bins.of("b", new byte[500_000]));
    assertThatThrownBy(() -> client.append(key, "b", new byte[900_000]))
        .isInstanceOf(RecordTooBigException.class);
    assertThat(client.get(key).getBytes("b")).hasSize(500_000);
    assertThat(client.get(key).getLong("a")).isEqualTo(1);
  }

  @Everywhere
  void aPlaceThatIsNoneIsRefusedByTheServer(Client client) {
    Key key = Keys.fresh();
    assertThatThrownBy(() -> client.put(key, Bins.of("g", GeoJson.of("{\"type\":\"Nothing\"}"))))
        .isInstanceOfSatisfying(
            ServerException.class,
            e -> assertThat(e.resultCode()).isEqualTo(ResultCode.INVALID_GEOJSON))
        .hasMessageContaining("bin 'g'");
    assertThat(client.exists(key).found()).isFalse();
  }

  @Everywhere
  void aRecordOfAnotherSetUnderTheSameDigestIsRefused(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("a", 1));
    Key other = Key.ofDigest(key.namespace(), key.set() + "x", key.digest());
    assertThatThrownBy(() -> client.get(other))
        .isInstanceOfSatisfying(
            ServerException.class,
            e -> assertThat(e.resultCode()).isEqualTo(ResultCode.PARAMETER_ERROR))
        .hasMessageContaining(other.set())
        .hasMessageContaining(other.digestHex());
  }

  @Everywhere
  void anErrorOfOneCommandLeavesTheOthersAlone(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("s", "text"));
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() -> client.increment(key, "s", 1)).isInstanceOf(BinTypeException.class);
      assertThat(client.get(key).getString("s")).isEqualTo("text");
    }
  }

  @Everywhere(embeddedOnly = true)
  void codesThatAServerMayAnswerBecomeTheirExceptions(Client client, Backend backend) {
    Key key = Keys.fresh();
    code(backend, key, ResultCode.KEY_BUSY, () -> client.put(key, Bins.of("a", 1)))
        .isInstanceOf(KeyBusyException.class);
    code(backend, key, ResultCode.OUT_OF_SPACE, () -> client.put(key, Bins.of("a", 1)))
        .isInstanceOf(ServerException.class);
    code(backend, key, ResultCode.ALWAYS_FORBIDDEN, () -> client.touch(key))
        .isInstanceOf(ServerException.class);
    code(backend, key, 199, () -> client.put(key, Bins.of("a", 1)))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("199");
  }

  @Everywhere(faces = {Face.BLOCKING, Face.ASYNC})
  void nullIsRefusedAtOnce(Client client) {
    assertThatThrownBy(() -> client.get(null)).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> client.put(Keys.fresh(), (Bins) null))
        .isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> client.append(Keys.fresh(), "a", (String) null))
        .isInstanceOf(RuntimeException.class);
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> code(
      Backend backend, Key key, int resultCode, ThrowingCallable call) {
    FaultRule rule = FaultRule.answer(resultCode).digest(key.digest()).writes();
    backend.embedded().faults().add(rule);
    try {
      return assertThatThrownBy(call)
          .isInstanceOfSatisfying(
              AerospikeException.class,
              e -> {
                assertThat(e.resultCode()).isEqualTo(resultCode);
                assertThat(e.inDoubt()).isFalse();
              })
          .hasMessageContaining(key.digestHex())
          .hasMessageContaining(key.set());
    } finally {
      backend.embedded().faults().remove(rule);
    }
  }

  private static void invalid(String words, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            InvalidArgumentException.class,
            e -> {
              assertThat(e.resultCode()).isEqualTo(ResultCode.INVALID_ARGUMENT);
              assertThat(e.inDoubt()).isFalse();
            })
        .hasMessageContaining(words);
  }
}
