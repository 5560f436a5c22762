package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.aero4j.AerospikeException;
import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.InvalidArgumentException;
import dev.aero4j.Key;
import dev.aero4j.RecordGenerationException;
import dev.aero4j.batch.ColumnWriteResult;
import dev.aero4j.batch.ColumnWriteResult.Failure;
import dev.aero4j.columns.CellProblem;
import dev.aero4j.columns.ColumnBatch;
import dev.aero4j.columns.Schema;
import dev.aero4j.conformance.harness.Backend;
import dev.aero4j.conformance.harness.BothFaces;
import dev.aero4j.conformance.harness.Face;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.embedded.EmbeddedAerospike;
import dev.aero4j.embedded.FaultRule;
import dev.aero4j.model.ResultCode;
import dev.aero4j.policy.BatchPolicy;
import dev.aero4j.policy.WriteMeta;
import dev.aero4j.policy.WritePolicy;
import dev.aero4j.wire.message.BatchRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Columns on servers that fail, and columns that cannot be. */
class ColumnsFailureTest {
  private static Client connect(Face face, EmbeddedAerospike servers) {
    return face.open(Backend.config(servers.seeds()).build()).connect();
  }

  private static EmbeddedAerospike cluster() {
    return EmbeddedAerospike.builder().nodes(3).replicationFactor(1).start();
  }

  private static List<Key> keys(int count) {
    List<Key> keys = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      keys.add(Key.of(Keys.NAMESPACE, Keys.SET, (1L << 42) + Keys.freshNumber()));
    }
    return keys;
  }

  private static ColumnBatch rows(List<Key> keys) {
    return ColumnBatch.builder(Schema.of("_key", "i8", "n", "i8"), keys.size())
        .longs("_key", keys.stream().mapToLong(key -> (Long) key.userKey()).toArray())
        .longs("n", LongStream.range(0, keys.size()).toArray())
        .build();
  }

  private static ColumnWriteResult write(
      Client client, List<Key> keys, BatchPolicy.Builder policy, WritePolicy.Builder writes) {
    return client.batchWrite(
        rows(keys), Keys.NAMESPACE, Keys.SET, "_key", policy.build(), writes.build());
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aNodeThatIsSilentLeavesOnlyItsOwnRowsWithoutARecord(Face face) {
    try (EmbeddedAerospike cluster = cluster();
        Client client = connect(face, cluster)) {
      List<Key> keys = keys(90);
      client.batchWrite(rows(keys), Keys.NAMESPACE, Keys.SET).orThrow();
      cluster.faults().pause("A2");
      BatchPolicy.Builder brief = BatchPolicy.builder().totalTimeout(Duration.ofMillis(400));
      ColumnBatch read = client.batchRead(keys, Schema.of("n", "i8"), brief.build());
      ColumnWriteResult written = write(client, keys, brief, WritePolicy.builder());
      cluster.faults().clear();
      assertThat(read.foundCount()).isBetween(40, 80);
      for (int row = 0; row < 90; row++) {
        if (read.isValid(row, "n")) {
          assertThat(read.longs("n")[row]).isEqualTo(row);
        } else {
          assertThat(read.resultCode(row)).isEqualTo(ResultCode.TIMEOUT);
          assertThat(read.problem(row, "n")).isEqualTo(CellProblem.NO_RECORD);
        }
      }
      assertThat(written.failures().stream().map(Failure::row))
          .containsExactlyElementsOf(
              IntStream.range(0, 90).filter(row -> !read.isValid(row, "n")).boxed().toList());
      assertThat(written.failures())
          .allMatch(Failure::inDoubt)
          .allMatch(one -> "A2".equals(one.node()))
          .allMatch(one -> one.resultCode() == ResultCode.TIMEOUT);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void rowsThatFailForNowAreTriedAgainAsOftenAsTheirPolicySays(Face face) {
    try (EmbeddedAerospike node = EmbeddedAerospike.start();
        Client client = connect(face, node)) {
      List<Key> keys = keys(50);
      FaultRule rule =
          node.faults()
              .add(
                  FaultRule.answer(ResultCode.DEVICE_OVERLOAD)
                      .digest(keys.get(9).digest())
                      .times(3));
      ColumnWriteResult once =
          write(client, keys, Backend.batchPolicy(), WritePolicy.builder().maxRetries(1));
      assertThat(once.failures())
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.row()).isEqualTo(9);
                assertThat(one.resultCode()).isEqualTo(ResultCode.DEVICE_OVERLOAD);
                assertThat(one.inDoubt()).isFalse();
                assertThat(one.message()).contains(keys.get(9).digestHex());
              });
      write(client, keys, Backend.batchPolicy(), WritePolicy.builder().maxRetries(1)).orThrow();
      assertThat(node.faults().hits(rule)).isEqualTo(3);
      assertThat(client.get(keys.get(9)).generation()).isEqualTo(1);
      assertThat(client.get(keys.get(8)).generation()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aResetOnceIsGotOver(Face face) {
    try (EmbeddedAerospike cluster = cluster();
        Client client = connect(face, cluster)) {
      List<Key> keys = keys(90);
      client.batchWrite(rows(keys), Keys.NAMESPACE, Keys.SET).orThrow();
      cluster.faults().add(FaultRule.reset(300).times(1));
      ColumnBatch read = client.batchRead(keys, Schema.of("n", "i8"));
      assertThat(read.longs("n")).containsExactly(LongStream.range(0, 90).toArray());
      assertThat(read.isAllValid("n")).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aServerBefore6GetsItsRowsOneByOne(Face face) {
    try (EmbeddedAerospike node = EmbeddedAerospike.builder().buildVersion("5.7.0.8").start();
        Client client = connect(face, node)) {
      List<Key> keys = keys(3);
      client.put(keys.get(1), Bins.of("n", 5));
      ColumnBatch read = client.batchRead(keys, Schema.of("n", "i8"));
      assertThat(read.found()).containsExactly(1);
      client.batchWrite(rows(keys), Keys.NAMESPACE, Keys.SET).orThrow();
      read = client.batchRead(keys, Schema.of("n", "i8"));
      assertThat(read.longs("n")).containsExactly(0, 1, 2);
      assertThat(read.generations()).containsExactly(1, 2, 1);
    }
  }

  @BothFaces
  void aGenerationThatNoRowOfABatchHasRoomForIsCheckedAllTheSame(Client client) {
    List<Key> keys = keys(3);
    client.batchWrite(rows(keys), Keys.NAMESPACE, Keys.SET).orThrow();
    // The low 16 bits of it are the generation that the records have.
    ColumnWriteResult written =
        write(
            client,
            keys,
            Backend.batchPolicy(),
            WritePolicy.builder().expectGeneration(BatchRow.MAX_GENERATION + 2));
    assertThat(written.failures())
        .extracting(Failure::row, Failure::resultCode, Failure::inDoubt)
        .containsExactly(
            tuple(0, ResultCode.GENERATION_MISMATCH, false),
            tuple(1, ResultCode.GENERATION_MISMATCH, false),
            tuple(2, ResultCode.GENERATION_MISMATCH, false));
  }

  @BothFaces
  void aGenerationThatDoesNotMatchNamesItsRows(Client client) {
    List<Key> keys = keys(20);
    client.batchWrite(rows(keys), Keys.NAMESPACE, Keys.SET).orThrow();
    client.touch(keys.get(3), WriteMeta.ttl(100));
    client.touch(keys.get(17), WriteMeta.ttl(100));
    ColumnWriteResult result =
        write(client, keys, Backend.batchPolicy(), WritePolicy.builder().expectGeneration(1));
    assertThat(result.failures().stream().map(Failure::row)).containsExactly(3, 17);
    assertThat(result.written()).isEqualTo(18);
    assertThatThrownBy(result::orThrow)
        .isInstanceOf(RecordGenerationException.class)
        .hasMessageContaining("row 3")
        .hasMessageContaining(keys.get(3).digestHex());
  }

  @BothFaces
  void aRowOverTheServersLimitFailsAlone(Client client) {
    List<Key> keys = keys(3);
    List<byte[]> blobs = List.of(new byte[10], new byte[2 << 20], new byte[10]);
    ColumnBatch rows =
        ColumnBatch.builder(Schema.of("_key", "i8", "s", "S" + (2 << 20), "n", "i1"), 3)
            .longs("_key", keys.stream().mapToLong(key -> (Long) key.userKey()).toArray())
            .blobs("s", blobs.stream().map(ColumnsFailureTest::filled).toList())
            .bytes("n", new byte[3])
            .build();
    ColumnWriteResult result = client.batchWrite(rows, Keys.NAMESPACE, Keys.SET);
    assertThat(result.failures())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.row()).isEqualTo(1);
              assertThat(one.resultCode()).isEqualTo(ResultCode.RECORD_TOO_BIG);
              assertThat(one.message()).contains(keys.get(1).toString());
            });
    assertThat(client.get(keys.get(2)).getString("s")).isEqualTo("aaaaaaaaaa");
  }

  private static byte[] filled(byte[] bytes) {
    Arrays.fill(bytes, (byte) 'a');
    return bytes;
  }

  @BothFaces
  void anUnknownNamespaceFailsEveryRow(Client client) {
    List<Key> keys = keys(3);
    ColumnWriteResult result = client.batchWrite(rows(keys), "nowhere", Keys.SET);
    assertThat(result.failures())
        .hasSize(3)
        .allMatch(one -> one.resultCode() == ResultCode.INVALID_NAMESPACE)
        .allMatch(one -> one.message().contains("nowhere"))
        .noneMatch(Failure::inDoubt);
    assertThatThrownBy(result::orThrow).isInstanceOf(AerospikeException.class);
  }

  @Test
  void schemasThatCannotBeAreRefusedWithTheCulprit() {
    refused("'x9'", () -> Schema.of("a", "x9"));
    refused("'i3'", () -> Schema.of("a", "i3"));
    refused("'S0'", () -> Schema.of("a", "S0"));
    refused("'f4[0]'", () -> Schema.of("a", "f4[0]"));
    refused("two columns 'a'", () -> Schema.of("a", "i4", "b", "i4", "a", "i8"));
    refused("sixteen_bytes___", () -> Schema.of("sixteen_bytes___", "i4"));
    refused("no name", () -> Schema.of("", "i4"));
    refused("'b' has no type", () -> Schema.of("a", "i4", "b"));
    refused("_validity", () -> Schema.of("_validity", "i4"));
  }

  @Test
  void arraysThatDoNotFitAreRefusedWithTheCulprit() {
    Schema schema = Schema.of("a", "i4", "v", "f4[3]", "s", "S3");
    refused("'a'", () -> ColumnBatch.builder(schema, 2).ints("a", new int[3]));
    refused("expected are 6", () -> ColumnBatch.builder(schema, 2).floats("v", new float[2]));
    refused("'b'", () -> ColumnBatch.builder(schema, 2).ints("b", new int[2]));
    refused("row 1", () -> ColumnBatch.builder(schema, 2).strings("s", List.of("abc", "abcd")));
    refused("row 1", () -> ColumnBatch.builder(schema, 2).longs("a", new long[] {1, 1L << 40}));
    refused("'v'", () -> ColumnBatch.builder(schema, 2).ints("a", new int[2]).build());
    refused("-1", () -> ColumnBatch.builder(schema, -1));
    refused("no row 2", () -> ColumnBatch.builder(schema, 2).invalid("a", 2));
  }

  private static void refused(String words, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining(words);
  }
}
