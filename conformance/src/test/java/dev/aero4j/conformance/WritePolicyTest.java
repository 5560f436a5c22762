package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.AerospikeException;
import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.Key;
import dev.aero4j.RecordExistsException;
import dev.aero4j.RecordGenerationException;
import dev.aero4j.RecordNotFoundException;
import dev.aero4j.ServerException;
import dev.aero4j.conformance.harness.Everywhere;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.model.ResultCode;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.CommitLevel;
import dev.aero4j.policy.GenerationPolicy;
import dev.aero4j.policy.KeyPolicy;
import dev.aero4j.policy.RecordExistsAction;
import dev.aero4j.policy.Replica;
import dev.aero4j.policy.WriteMeta;
import dev.aero4j.policy.WritePolicy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Every field of a write's policy. */
class WritePolicyTest {
  private static WritePolicy when(RecordExistsAction action) {
    return WritePolicy.builder().recordExistsAction(action).build();
  }

  @Everywhere
  void createOnlyCreatesAndRefusesWhatExists(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("a", 1), when(RecordExistsAction.CREATE_ONLY));
    assertThatThrownBy(() -> client.put(key, Bins.of("a", 2), when(RecordExistsAction.CREATE_ONLY)))
        .isInstanceOfSatisfying(
            RecordExistsException.class,
            e -> assertThat(e.resultCode()).isEqualTo(ResultCode.KEY_EXISTS))
        .hasMessageContaining(key.digestHex());
    assertThat(client.get(key).getLong("a")).isEqualTo(1);
  }

  @Everywhere
  void updateCreatesAndKeepsOtherBins(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("a", 1), when(RecordExistsAction.UPDATE));
    client.put(key, Bins.of("b", 2), when(RecordExistsAction.UPDATE));
    assertThat(client.get(key).bins()).isEqualTo(Map.of("a", 1L, "b", 2L));
  }

  @Everywhere
  void updateOnlyRefusesWhatDoesNotExist(Client client) {
    Key key = Keys.fresh();
    assertThatThrownBy(() -> client.put(key, Bins.of("a", 1), when(RecordExistsAction.UPDATE_ONLY)))
        .isInstanceOf(RecordNotFoundException.class);
    client.put(key, Bins.of("a", 1));
    client.put(key, Bins.of("b", 2), when(RecordExistsAction.UPDATE_ONLY));
    assertThat(client.get(key).bins()).isEqualTo(Map.of("a", 1L, "b", 2L));
  }

  @Everywhere
  void replaceCreatesAndDropsOtherBins(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("a", 1), when(RecordExistsAction.REPLACE));
    client.put(key, Bins.of("b", 2), when(RecordExistsAction.REPLACE));
    assertThat(client.get(key).bins()).isEqualTo(Map.of("b", 2L));
    assertThat(client.get(key).generation()).isEqualTo(2);
  }

  @Everywhere
  void replaceOnlyRefusesWhatDoesNotExistAndDropsOtherBins(Client client) {
    Key key = Keys.fresh();
    assertThatThrownBy(
            () -> client.put(key, Bins.of("a", 1), when(RecordExistsAction.REPLACE_ONLY)))
        .isInstanceOf(RecordNotFoundException.class);
    client.put(key, Bins.of("a", 1));
    client.put(key, Bins.of("b", 2), when(RecordExistsAction.REPLACE_ONLY));
    assertThat(client.get(key).bins()).isEqualTo(Map.of("b", 2L));
  }

  @Everywhere
  void operateFollowsTheExistsAction(Client client) {
    Key key = Keys.fresh();
    List<Operation> write = List.of(Operation.put("a", 1), Operation.get("a"));
    assertThatThrownBy(() -> client.operate(key, write, when(RecordExistsAction.UPDATE_ONLY)))
        .isInstanceOf(RecordNotFoundException.class);
    assertThat(client.operate(key, write, when(RecordExistsAction.CREATE_ONLY)).getLong("a"))
        .isEqualTo(1);
    assertThatThrownBy(() -> client.operate(key, write, when(RecordExistsAction.CREATE_ONLY)))
        .isInstanceOf(RecordExistsException.class);
  }

  @Everywhere
  void expectEqualWritesOnlyOnThatGeneration(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("a", 1));
    WritePolicy second = WritePolicy.builder().expectGeneration(2).build();
    assertThatThrownBy(() -> client.put(key, Bins.of("a", 2), second))
        .isInstanceOfSatisfying(
            RecordGenerationException.class,
            e -> {
              assertThat(e.resultCode()).isEqualTo(ResultCode.GENERATION_MISMATCH);
              assertThat(e.inDoubt()).isFalse();
            })
        .hasMessageContaining(key.digestHex());
    client.put(key, Bins.of("a", 3), WriteMeta.generation(1));
    client.put(key, Bins.of("a", 4), second);
    assertThat(client.get(key).getLong("a")).isEqualTo(4);
    assertThat(client.get(key).generation()).isEqualTo(3);
  }

  @Everywhere
  void expectGreaterWritesOnlyOverAnOlderGeneration(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("a", 1));
    client.put(key, Bins.of("a", 2));
    WritePolicy.Builder greater =
        WritePolicy.builder().generationPolicy(GenerationPolicy.EXPECT_GREATER);
    assertThatThrownBy(() -> client.put(key, Bins.of("a", 3), greater.generation(2).build()))
        .isInstanceOf(RecordGenerationException.class);
    client.put(key, Bins.of("a", 4), greater.generation(3).build());
    client.put(key, Bins.of("a", 5), greater.build(), WriteMeta.generation(40_000));
    assertThat(client.get(key).getLong("a")).isEqualTo(5);
  }

  @Everywhere
  void aGenerationOfMoreThanSixteenBitsIsComparedInFull(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("a", 1));
    assertThatThrownBy(() -> client.put(key, Bins.of("a", 2), WriteMeta.generation(65_536 + 1)))
        .isInstanceOf(RecordGenerationException.class);
  }

  @Everywhere
  void generationNoneIgnoresTheGeneration(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("a", 1));
    client.put(key, Bins.of("a", 2), WritePolicy.builder().generation(9).build());
    assertThat(client.get(key).getLong("a")).isEqualTo(2);
  }

  @Everywhere
  void aKeyThatIsSentIsStoredAndComparedWithLaterOnes(Client client) {
    WritePolicy send = WritePolicy.builder().keyPolicy(KeyPolicy.SEND).build();
    for (Key key :
        List.of(
            Keys.fresh(),
            Key.of(Keys.NAMESPACE, Keys.SET, Keys.freshNumber()),
            Key.of(Keys.NAMESPACE, Keys.SET, Keys.freshText().getBytes(StandardCharsets.UTF_8)))) {
      client.put(key, Bins.of("a", 1), send);
      client.put(key, Bins.of("a", 2), send);
      client.operate(key, List.of(Operation.add("a", 1)), send);
      assertThat(client.get(key).getLong("a")).isEqualTo(3);
      client.touch(key, 100, send);
      client.increment(key, "a", 1, send);
      client.remove(key, send);
    }
  }

  @Everywhere
  void sendingTheKeyOfADigestSendsNone(Client client) {
    Key key = Keys.fresh();
    Key byDigest = Key.ofDigest(key.namespace(), key.set(), key.digest());
    client.put(byDigest, Bins.of("a", 1), WritePolicy.builder().keyPolicy(KeyPolicy.SEND).build());
    assertThat(client.get(key).getLong("a")).isEqualTo(1);
  }

  @Everywhere
  void bothCommitLevelsWrite(Client client) {
    for (CommitLevel level : CommitLevel.values()) {
      Key key = Keys.fresh();
      client.put(key, Bins.of("a", 1), WritePolicy.builder().commitLevel(level).build());
      assertThat(client.get(key).getLong("a")).isEqualTo(1);
    }
  }

  @Everywhere
  void everyReplicaPolicyWrites(Client client) {
    for (Replica replica : Replica.values()) {
      Key key = Keys.fresh();
      client.put(key, Bins.of("a", 1), WritePolicy.builder().replica(replica).build());
      assertThat(client.get(key).getLong("a")).isEqualTo(1);
    }
  }

  @Everywhere
  void durableDeleteIsDoneOrRefusedAsEnterpriseOnly(Client client) {
    Key key = Keys.fresh();
    WritePolicy durable = WritePolicy.builder().durableDelete(true).build();
    client.put(key, Bins.of("a", 1), durable);
    try {
      client.remove(key, durable);
      assertThat(client.exists(key).found()).isFalse();
    } catch (AerospikeException e) {
      assertThat(e).isInstanceOf(ServerException.class).hasMessageContaining(key.digestHex());
      assertThat(e.resultCode()).isEqualTo(ResultCode.ENTERPRISE_ONLY);
      assertThat(e.inDoubt()).isFalse();
      assertThat(client.exists(key).found()).isTrue();
    }
  }

  @Everywhere
  void compressedWritesAreDoneOrRefusedAsEnterpriseOnly(Client client) {
    Key key = Keys.fresh();
    WritePolicy compressed = WritePolicy.builder().compress(true).build();
    client.put(key, Bins.of("small", 1), compressed);
    assertThat(client.get(key).getLong("small")).isEqualTo(1);
    try {
      client.put(key, Bins.of("large", "x".repeat(10_000)), compressed);
      assertThat(client.get(key).getString("large")).hasSize(10_000);
    } catch (AerospikeException e) {
      assertThat(e.resultCode()).isEqualTo(ResultCode.ENTERPRISE_ONLY);
    }
  }

  @Everywhere
  void everyFieldAtOnce(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("a", 1, "b", 2));
    WritePolicy policy =
        WritePolicy.builder()
            .socketTimeout(Duration.ofSeconds(5))
            .totalTimeout(Duration.ofSeconds(10))
            .timeoutDelay(Duration.ofSeconds(3))
            .maxRetries(1)
            .sleepBetweenRetries(Duration.ofMillis(1))
            .replica(Replica.SEQUENCE)
            .recordExistsAction(RecordExistsAction.REPLACE_ONLY)
            .expectGeneration(1)
            .ttl(1_234)
            .commitLevel(CommitLevel.MASTER)
            .keyPolicy(KeyPolicy.SEND)
            .build();
    client.put(key, Bins.of("c", 3), policy);
    assertThat(client.get(key).bins()).isEqualTo(Map.of("c", 3L));
    assertThat(client.get(key).ttlSeconds()).isBetween(1_224L, 1_234L);
    assertThat(policy.toBuilder().build()).usingRecursiveComparison().isEqualTo(policy);
  }

  @Everywhere
  void metaAndPolicyMayComeInEitherOrder(Client client) {
    Key key = Keys.fresh();
    WritePolicy policy = WritePolicy.builder().ttl(100).build();
    client.put(key, Bins.of("a", 1), WriteMeta.ttl(500), policy);
    assertThat(client.get(key).ttlSeconds()).isBetween(490L, 500L);
  }
}
