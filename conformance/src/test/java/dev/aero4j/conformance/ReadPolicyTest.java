package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aerospike.client.exp.Exp;
import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.FilteredOutException;
import dev.aero4j.Key;
import dev.aero4j.RecordNotFoundException;
import dev.aero4j.ServerException;
import dev.aero4j.conformance.harness.Everywhere;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.expression.Expression;
import dev.aero4j.model.ResultCode;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.ReadModeAp;
import dev.aero4j.policy.ReadModeSc;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.policy.Replica;
import dev.aero4j.policy.WritePolicy;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Every field of a read's policy, and filters on both reads and writes. */
class ReadPolicyTest {
  @Everywhere
  void bothReadModesOfAvailabilityRead(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("a", 1));
    for (ReadModeAp mode : ReadModeAp.values()) {
      ReadPolicy policy = ReadPolicy.builder().readModeAp(mode).build();
      assertThat(client.get(key, policy).getLong("a")).isEqualTo(1);
      assertThat(client.select(key, List.of("a"), policy).getLong("a")).isEqualTo(1);
      assertThat(client.exists(key, policy).found()).isTrue();
    }
  }

  @Everywhere
  void readModesOfStrongConsistencyReadUnlessTheServerIsOfAnotherEdition(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("a", 1));
    for (ReadModeSc mode : ReadModeSc.values()) {
      ReadPolicy policy = ReadPolicy.builder().readModeSc(mode).build();
      if (mode == ReadModeSc.LINEARIZE) {
        assertThatThrownBy(() -> client.get(key, policy))
            .isInstanceOfSatisfying(
                ServerException.class,
                e -> assertThat(e.resultCode()).isEqualTo(ResultCode.ENTERPRISE_ONLY));
      } else {
        assertThat(client.get(key, policy).getLong("a")).isEqualTo(1);
      }
    }
  }

  @Everywhere
  void everyReplicaPolicyReads(Client client) {
    for (Replica replica : Replica.values()) {
      ReadPolicy policy = ReadPolicy.builder().replica(replica).build();
      for (int i = 0; i < 8; i++) {
        Key key = Keys.fresh();
        client.put(key, Bins.of("a", i));
        assertThat(client.get(key, policy).getLong("a")).isEqualTo(i);
      }
    }
  }

  @Everywhere
  void compressionOfAnswersIsAskedForWithoutHarm(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("a", "x".repeat(10_000)));
    ReadPolicy policy = ReadPolicy.builder().compress(true).build();
    assertThat(client.get(key, policy).getString("a")).hasSize(10_000);
    assertThat(client.select(key, List.of("a"), policy).getString("a")).hasSize(10_000);
  }

  @Everywhere
  void everyFieldAtOnce(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("a", 1));
    ReadPolicy policy =
        ReadPolicy.builder()
            .socketTimeout(Duration.ofSeconds(5))
            .totalTimeout(Duration.ofSeconds(10))
            .timeoutDelay(Duration.ofSeconds(3))
            .maxRetries(3)
            .sleepBetweenRetries(Duration.ofMillis(1))
            .replica(Replica.ANY)
            .readModeAp(ReadModeAp.ALL)
            .readModeSc(ReadModeSc.ALLOW_REPLICA)
            .readTouchTtlPercent(-1)
            .grouping(false)
            .build();
    assertThat(client.get(key, policy).getLong("a")).isEqualTo(1);
    assertThat(policy.toBuilder().build()).usingRecursiveComparison().isEqualTo(policy);
  }

  @Everywhere
  void noTimeLimitAtAllIsAllowed(Client client) {
    Key key = Keys.fresh();
    WritePolicy write =
        WritePolicy.builder().socketTimeout(Duration.ZERO).totalTimeout(Duration.ZERO).build();
    ReadPolicy read =
        ReadPolicy.builder().socketTimeout(Duration.ZERO).totalTimeout(Duration.ZERO).build();
    client.put(key, Bins.of("a", 1), write);
    assertThat(client.get(key, read).getLong("a")).isEqualTo(1);
  }

  @Everywhere
  void aFilterKeepsReadsAndWritesFromRecordsThatDoNotMatch(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("n", 5));
    Expression matches = filter(Exp.eq(Exp.intBin("n"), Exp.val(5)));
    Expression differs = filter(Exp.gt(Exp.intBin("n"), Exp.val(5)));
    assertThat(client.get(key, reading(matches)).getLong("n")).isEqualTo(5);
    assertThat(client.exists(key, reading(matches)).found()).isTrue();
    filteredOut(key, () -> client.get(key, reading(differs)));
    filteredOut(key, () -> client.exists(key, reading(differs)));
    filteredOut(key, () -> client.select(key, List.of("n"), reading(differs)));
    filteredOut(key, () -> client.put(key, Bins.of("n", 6), writing(differs)));
    filteredOut(key, () -> client.increment(key, "n", 1, writing(differs)));
    filteredOut(key, () -> client.touch(key, 100, writing(differs)));
    filteredOut(key, () -> client.remove(key, writing(differs)));
    filteredOut(key, () -> client.operate(key, List.of(Operation.put("n", 9)), writing(differs)));
    assertThat(client.get(key).getLong("n")).isEqualTo(5);
    client.put(key, Bins.of("n", 6), writing(matches));
    assertThat(client.get(key).getLong("n")).isEqualTo(6);
    assertThatThrownBy(() -> client.get(Keys.fresh(), reading(differs)))
        .isInstanceOf(RecordNotFoundException.class);
  }

  private static Expression filter(Exp exp) {
    return Expression.fromBase64(Exp.build(exp).getBase64());
  }

  private static ReadPolicy reading(Expression filter) {
    return ReadPolicy.builder().filterExpression(filter).build();
  }

  private static WritePolicy writing(Expression filter) {
    return WritePolicy.builder().filterExpression(filter).build();
  }

  private static void filteredOut(Key key, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            FilteredOutException.class,
            e -> assertThat(e.resultCode()).isEqualTo(ResultCode.FILTERED_OUT))
        .hasMessageContaining(key.digestHex());
  }
}
