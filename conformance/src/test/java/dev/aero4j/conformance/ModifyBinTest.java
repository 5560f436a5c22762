package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.BinTypeException;
import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.Key;
import dev.aero4j.RecordGenerationException;
import dev.aero4j.conformance.harness.Everywhere;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.model.ResultCode;
import dev.aero4j.policy.WriteMeta;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Append, prepend and increment. */
class ModifyBinTest {
  @Everywhere
  void textIsAppendedAndPrepended(Client client) {
    Key key = Keys.fresh();
    client.append(key, "s", "b");
    client.append(key, "s", "ç");
    client.prepend(key, "s", "日");
    assertThat(client.get(key).getString("s")).isEqualTo("日bç");
    client.append(key, "s", "");
    assertThat(client.get(key).getString("s")).isEqualTo("日bç");
    assertThat(client.get(key).generation()).isEqualTo(4);
  }

  @Everywhere
  void bytesAreAppendedAndPrepended(Client client) {
    Key key = Keys.fresh();
    client.prepend(key, "b", new byte[] {2});
    client.append(key, "b", new byte[] {3, 4});
    client.prepend(key, "b", new byte[] {0, 1});
    assertThat(client.get(key).getBytes("b")).containsExactly(0, 1, 2, 3, 4);
  }

  @Everywhere
  void integersAddUpAndWrapAround(Client client) {
    Key key = Keys.fresh();
    client.increment(key, "n", 5);
    client.increment(key, "n", -8);
    assertThat(client.get(key).getLong("n")).isEqualTo(-3);
    client.put(key, Bins.of("n", Long.MAX_VALUE));
    client.increment(key, "n", 1);
    assertThat(client.get(key).getLong("n")).isEqualTo(Long.MIN_VALUE);
  }

  @Everywhere
  void doublesAddUp(Client client) {
    Key key = Keys.fresh();
    client.increment(key, "d", 1.25);
    client.increment(key, "d", -0.75);
    assertThat(client.get(key).getDouble("d")).isEqualTo(0.5);
  }

  @Everywhere
  void anotherTypeIsRefusedAndNothingChanges(Client client) {
    Key key = Keys.fresh();
    Bins bins =
        Bins.of("s", "text", "n", 7, "d", 1.5, "b", new byte[] {1}, "l", List.of(1L), "y", true);
    client.put(key, bins);
    refused(key, () -> client.increment(key, "s", 1));
    refused(key, () -> client.increment(key, "n", 1.5));
    refused(key, () -> client.increment(key, "d", 1));
    refused(key, () -> client.increment(key, "l", 1));
    refused(key, () -> client.increment(key, "y", 1));
    refused(key, () -> client.append(key, "n", "x"));
    refused(key, () -> client.append(key, "b", "x"));
    refused(key, () -> client.append(key, "s", new byte[] {1}));
    refused(key, () -> client.prepend(key, "d", "x"));
    refused(key, () -> client.prepend(key, "l", new byte[] {1}));
    assertThat(client.get(key).generation()).isEqualTo(1);
    assertThat(client.get(key).getString("s")).isEqualTo("text");
    assertThat(client.get(key).getLong("n")).isEqualTo(7);
  }

  @Everywhere
  void theyTakeGenerationAndTimeToLive(Client client) {
    Key key = Keys.fresh();
    client.increment(key, "n", 1, WriteMeta.ttl(500));
    assertThat(client.get(key).ttlSeconds()).isBetween(490L, 500L);
    client.increment(key, "n", 1, WriteMeta.generation(1).withTtl(300));
    assertThat(client.get(key).ttlSeconds()).isBetween(290L, 300L);
    assertThatThrownBy(() -> client.increment(key, "n", 1.5, WriteMeta.generation(9)))
        .isInstanceOf(RecordGenerationException.class);
    assertThatThrownBy(() -> client.append(key, "s", "x", WriteMeta.generation(9)))
        .isInstanceOf(RecordGenerationException.class);
    assertThatThrownBy(() -> client.prepend(key, "s", "x", WriteMeta.generation(9)))
        .isInstanceOf(RecordGenerationException.class);
    assertThat(client.get(key).getLong("n")).isEqualTo(2);
  }

  private static void refused(Key key, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            BinTypeException.class,
            e -> {
              assertThat(e.resultCode()).isEqualTo(ResultCode.BIN_TYPE_MISMATCH);
              assertThat(e.inDoubt()).isFalse();
            })
        .hasMessageContaining(key.namespace())
        .hasMessageContaining(key.set())
        .hasMessageContaining(key.digestHex());
  }
}
