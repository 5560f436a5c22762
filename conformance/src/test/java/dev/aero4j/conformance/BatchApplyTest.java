package dev.aero4j.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.InfoNodeResult;
import dev.aero4j.InvalidArgumentException;
import dev.aero4j.Key;
import dev.aero4j.UdfException;
import dev.aero4j.batch.BatchApply;
import dev.aero4j.batch.BatchCommand;
import dev.aero4j.batch.BatchRead;
import dev.aero4j.batch.BatchRecord;
import dev.aero4j.batch.BatchRecords;
import dev.aero4j.conformance.harness.BatchData;
import dev.aero4j.conformance.harness.BothFaces;
import dev.aero4j.conformance.harness.Everywhere;
import dev.aero4j.conformance.harness.Face;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.conformance.harness.Same;
import dev.aero4j.model.ResultCode;
import dev.aero4j.policy.WriteMeta;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Lua functions on many records, where there are servers that run them. */
class BatchApplyTest {
  private static final String MODULE = "conformance_batch";
  private static final String LUA =
      """
      function give(rec, value)
        return value
      end

      function set(rec, bin, value)
        rec[bin] = value
        if aerospike:exists(rec) then
          aerospike:update(rec)
        else
          aerospike:create(rec)
        end
        return rec[bin]
      end

      function fail(rec, words)
        error(words)
      end
      """;

  private static void register(Client client) {
    String content = Base64.getEncoder().encodeToString(LUA.getBytes(UTF_8));
    String file = MODULE + ".lua";
    String answer =
        client.infoRandomNode(
            "udf-put:filename="
                + file
                + ";content="
                + content
                + ";content-len="
                + content.length()
                + ";udf-type=LUA;");
    assertThat(answer).doesNotContainIgnoringCase("error").doesNotContain("FAIL");
    await()
        .untilAsserted(
            () ->
                assertThat(client.infoAll("udf-list").stream().map(InfoNodeResult::response))
                    .allMatch(list -> list.contains(file)));
  }

  @Everywhere(
      faces = {Face.BLOCKING, Face.ASYNC},
      realOnly = true)
  void aFunctionRunsOnEachRecord(Client client) {
    register(client);
    List<Key> keys = BatchData.written(client, 20);
    keys.add(Keys.fresh());
    BatchRecords results = client.batchApply(keys, MODULE, "set", "u", 7);
    for (BatchRecord one : results.orThrow()) {
      assertThat(one.udfResult()).isEqualTo(7L);
    }
    assertThat(client.batchRead(keys, "u").stream().map(one -> one.orThrow().getLong("u")))
        .hasSize(21)
        .containsOnly(7L);
  }

  @Everywhere(
      faces = {Face.BLOCKING, Face.ASYNC},
      realOnly = true)
  void argumentsAndResultsOfAllTypesPass(Client client) {
    register(client);
    List<Key> keys = BatchData.written(client, 2);
    for (Object value :
        Arrays.asList(
            1L,
            -5L,
            "Grüße",
            new byte[] {1, 2},
            2.5,
            true,
            List.of(1L, "x", List.of(2L)),
            Map.of("k", List.of(1L)),
            null)) {
      for (BatchRecord one : client.batchApply(keys, MODULE, "give", value)) {
        Same.assertSame(one.udfResult(), value);
      }
    }
  }

  @Everywhere(
      faces = {Face.BLOCKING, Face.ASYNC},
      realOnly = true)
  void anErrorOfLuaIsToldInItsWords(Client client) {
    register(client);
    List<Key> keys = BatchData.written(client, 2);
    BatchRecords results = client.batchApply(keys, MODULE, "fail", "no luck today");
    for (BatchRecord one : results) {
      assertThat(one.failed()).isTrue();
      assertThat(one.resultCode()).isEqualTo(ResultCode.UDF_ERROR);
      assertThat(one.inDoubt()).isFalse();
      assertThat(one.record()).isNull();
      assertThat(one.node()).isIn(client.getNodeNames());
      assertThatThrownBy(one::udfResult)
          .isInstanceOfSatisfying(
              UdfException.class,
              e -> {
                assertThat(e.node()).isEqualTo(one.node());
                assertThat(e.attempts()).isEqualTo(1);
              })
          .hasMessageContaining("UDF_ERROR")
          .hasMessageContaining("no luck today")
          .hasMessageContaining(one.key().digestHex());
    }
    assertThatThrownBy(results::orThrow).isInstanceOf(UdfException.class);
  }

  @Everywhere(
      faces = {Face.BLOCKING, Face.ASYNC},
      realOnly = true)
  void aFunctionThatIsNotThereIsAnErrorOfEachRecord(Client client) {
    register(client);
    List<Key> keys = BatchData.written(client, 2);
    fails(client.batchApply(keys, MODULE, "nothing"), "function not found");
    fails(client.batchApply(keys, "no_such_module", "give"), "UDF: Execution Error");
  }

  private static void fails(BatchRecords results, String words) {
    assertThat(results.stream().map(BatchRecord::resultCode)).containsOnly(ResultCode.UDF_ERROR);
    assertThatThrownBy(() -> results.get(0).orThrow())
        .isInstanceOf(UdfException.class)
        .hasMessageContaining(words);
  }

  @Everywhere(
      faces = {Face.BLOCKING, Face.ASYNC},
      realOnly = true)
  void functionsAreMixedWithOtherCommands(Client client) {
    register(client);
    List<Key> keys = BatchData.written(client, 3);
    BatchRecords results =
        client.batch(
            List.<BatchCommand>of(
                BatchRead.of(keys.get(0)),
                BatchApply.of(keys.get(1), MODULE, "give", List.of("a")),
                BatchApply.of(keys.get(2), MODULE, "fail", List.of("words")),
                BatchApply.of(
                    keys.get(0), MODULE, "set", List.of("u", "x"), WriteMeta.ttl(4_000))));
    assertThat(results.get(0).orThrow().getLong("i")).isZero();
    assertThat(results.get(1).udfResult()).isEqualTo("a");
    assertThat(results.get(2).resultCode()).isEqualTo(ResultCode.UDF_ERROR);
    assertThat(results.get(3).udfResult()).isEqualTo("x");
    assertThat(client.get(keys.get(0)).getString("u")).isEqualTo("x");
  }

  @BothFaces
  void namesThatAreMissingAreRefusedBeforeSending(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("a", 1));
    assertThatThrownBy(() -> BatchApply.of(key, "", "f", List.of()))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("module");
    assertThatThrownBy(() -> client.batchApply(List.of(key), "m", "", 1))
        .isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> client.batchApply(List.of(key), "m", "f", new Object()))
        .isInstanceOf(InvalidArgumentException.class);
  }

  @Everywhere(
      faces = {Face.BLOCKING, Face.ASYNC},
      embeddedOnly = true)
  void aNodeWithoutFunctionsSaysSoForEachRecord(Client client) {
    List<Key> keys = BatchData.written(client, 2);
    BatchRecords results = client.batchApply(keys, MODULE, "give", 1);
    assertThat(results.failed()).hasSize(2);
    assertThat(client.batchRead(keys).found()).hasSize(2);
  }
}
