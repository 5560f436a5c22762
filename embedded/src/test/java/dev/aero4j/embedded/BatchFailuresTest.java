package dev.aero4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.message.BatchRequest;
import dev.aero4j.wire.message.FieldType;
import dev.aero4j.wire.message.Message;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches of which only a part goes well, on one node, and on three that pass rows on. */
@Timeout(60)
@ParameterizedClass
@ValueSource(ints = {1, 3})
class BatchFailuresTest {
  private static final int TOO_BIG = 2 * 1024 * 1024;

  /** So many rows of 1 KiB make an answer of several frames. */
  private static final int MANY = 400;

  private final EmbeddedAerospike server;
  private RawClient client;

  BatchFailuresTest(int nodes) {
    server = EmbeddedAerospike.builder().nodes(nodes).start();
  }

  @BeforeEach
  void connect() throws IOException {
    client = RawClient.to(server);
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    server.close();
  }

  private List<Integer> codes(RawBatch batch) throws IOException {
    return client.callBatch(batch.frame()).stream()
        .map(message -> message.header().resultCode())
        .toList();
  }

  @Test
  void rowsOfAllKindsAreServedWhoeverHoldsTheRecord() throws IOException {
    RawBatch writes = new RawBatch();
    for (int i = 0; i < 100; i++) {
      writes.put("k" + i, (long) i);
    }
    assertThat(codes(writes)).hasSize(101).containsOnly(0);
    RawBatch mixed = new RawBatch().read("k0").repeat("k1").add("k2", 5).repeat("k3");
    mixed.delete("k4").read("absent").delete("absent");
    for (int flags = BatchRequest.INLINE_MEMORY; flags <= 3; flags++) {
      mixed.flags(flags | BatchRequest.RESPOND_ALL_KEYS);
      List<Message> answers = client.callBatch(mixed.frame());
      boolean first = flags == BatchRequest.INLINE_MEMORY;
      assertThat(answers)
          .extracting(message -> message.header().resultCode())
          .containsExactly(0, 0, 0, 0, first ? 0 : 2, 2, 2, 0);
      assertThat(answers.get(1).operations()).hasSize(1);
      assertThat(answers.get(3).header().generation()).isEqualTo(flags + 1);
    }
    assertThat(server.recordCount("test")).isEqualTo(99);
  }

  @Test
  void aRecordThatIsTooBigFailsAlone() throws IOException {
    RawBatch batch = new RawBatch().put("a", 1L).put("big", new byte[TOO_BIG]).put("b", 1L);
    assertThat(codes(batch)).containsExactly(0, ResultCode.RECORD_TOO_BIG, 0, 0);
    assertThat(server.recordCount("test")).isEqualTo(2);
  }

  @Test
  void whatIsNotSupportedFailsOnlyItsRow() throws IOException {
    RawBatch batch = new RawBatch().put("a", 1L);
    batch.putWith(FieldType.UDF_PACKAGE, "c");
    batch.put("d", 1L);
    assertThat(codes(batch)).containsExactly(0, ResultCode.UNSUPPORTED_FEATURE, 0, 0);
    assertThat(server.recordCount("test")).isEqualTo(2);
  }

  @Test
  void aFilterOfTheWholeBatchConcernsEveryRow() throws IOException {
    codes(new RawBatch().put("a", 1L));
    assertThat(codes(new RawBatch().filtered().put("a", 2L).read("a").put("b", 1L)))
        .as("a record that the row makes is not filtered")
        .containsExactly(ResultCode.FILTERED_OUT, ResultCode.FILTERED_OUT, 0, 0);
    assertThat(codes(new RawBatch().putWith(FieldType.FILTER_EXPRESSION, "a").read("a")))
        .containsExactly(ResultCode.FILTERED_OUT, 0, 0);
  }

  @Test
  void aFilterThatIsNoneFailsTheWholeBatch() throws IOException {
    assertThat(codes(new RawBatch().filtered(new byte[] {1}).put("a", 1L).read("b")))
        .containsExactly(ResultCode.PARAMETER_ERROR);
    assertThat(server.recordCount("test")).isZero();
  }

  @Test
  void aRuleForAKeyReplacesTheCodeOfItsRow() throws IOException {
    server.faults().add(FaultRule.answer(ResultCode.KEY_BUSY).key("test", "s", "b").times(1));
    server.faults().add(FaultRule.applyThenAnswer(ResultCode.TIMEOUT).key("test", "s", "c"));
    RawBatch batch = new RawBatch().put("a", 1L).put("b", 1L).put("c", 1L);
    assertThat(codes(batch)).containsExactly(0, ResultCode.KEY_BUSY, ResultCode.TIMEOUT, 0);
    assertThat(server.recordCount("test")).isEqualTo(2);
    assertThat(codes(batch)).containsExactly(0, 0, ResultCode.TIMEOUT, 0);
  }

  @Test
  void aDelayedRowMakesTheWholeAnswerLate() throws IOException {
    server.faults().add(FaultRule.delay(Duration.ofMillis(200)).key("test", "s", "b"));
    long start = System.nanoTime();
    assertThat(codes(new RawBatch().put("a", 1L).put("b", 1L))).containsOnly(0);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(190));
  }

  @Test
  void aDroppedRowSilencesTheWholeAnswer() throws IOException {
    fill();
    server.faults().add(FaultRule.dropRequest().key("test", "s", "k399").writes());
    RawBatch batch = new RawBatch();
    for (int i = 0; i < MANY; i++) {
      batch.read("k" + i);
    }
    batch.delete("k399").delete("k0");
    client.send(batch.frame());
    // Answers come in the order of the requests: the next one is the next request's.
    assertThat(codes(new RawBatch().read("k0"))).containsExactly(2, 0);
    assertThat(server.recordCount("test")).isEqualTo(MANY - 1);
  }

  @Test
  void aResetMayComeInAnyFrameOfALongAnswer() throws IOException {
    fill();
    int bytes = 300_000;
    server.faults().add(FaultRule.reset(bytes).key("test", "s", "k399").reads());
    RawBatch read = new RawBatch();
    for (int i = 0; i < MANY; i++) {
      read.read("k" + i);
    }
    client.send(read.frame());
    int seen = 0;
    try {
      while (seen <= bytes) {
        client.input().readByte();
        seen++;
      }
    } catch (SocketException e) {
      assertThat(seen).isPositive().isLessThanOrEqualTo(bytes);
      return;
    }
    throw new AssertionError("no reset after " + seen + " bytes");
  }

  @Test
  void aRuleMayBeForTheRowsThatArriveAtOneNode() throws IOException {
    server.faults().add(FaultRule.answer(ResultCode.DEVICE_OVERLOAD).node("A1").writes());
    assertThat(codes(new RawBatch().put("a", 1L).read("b")))
        .containsExactly(ResultCode.DEVICE_OVERLOAD, ResultCode.KEY_NOT_FOUND, 0);
    if (server.nodeNames().size() > 1) {
      try (RawClient other = ClusterMap.to(server, "A2")) {
        assertThat(
                other.callBatch(new RawBatch().put("a", 1L).frame()).get(0).header().resultCode())
            .isZero();
      }
    }
  }

  @Test
  void rowsWhoseReplicaHasDiedTimeOutAloneAndAreApplied() throws IOException {
    if (server.nodeNames().size() == 1) {
      return;
    }
    try (EmbeddedAerospike slow =
        EmbeddedAerospike.builder().nodes(3).failureDetection(Duration.ofHours(1)).start()) {
      ClusterMap map = ClusterMap.of(slow);
      String lucky = map.key("A1", "A2");
      String unlucky = map.key("A1", "A3");
      slow.kill("A3");
      try (RawClient master = RawClient.to(slow)) {
        RawBatch batch = new RawBatch().timeout(100).put(lucky, 1L).put(unlucky, 1L);
        assertThat(master.callBatch(batch.frame()))
            .extracting(message -> message.header().resultCode())
            .containsExactly(0, ResultCode.TIMEOUT, 0);
        assertThat(slow.recordCount("test")).isEqualTo(2);
      }
    }
  }

  private void fill() throws IOException {
    RawBatch batch = new RawBatch();
    for (int i = 0; i < MANY; i++) {
      batch.put("k" + i, new byte[1024]);
    }
    assertThat(codes(batch)).containsOnly(0);
  }
}
