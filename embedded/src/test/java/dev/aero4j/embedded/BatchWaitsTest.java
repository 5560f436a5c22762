package dev.aero4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.message.Message;
import dev.aero4j.wire.message.OperationType;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that must wait: they hold up no other row, and no row is executed after its time. */
@Timeout(60)
class BatchWaitsTest {
  /** So many rows of 1 KiB make an answer of several frames. */
  private static final int MANY = 400;

  private static EmbeddedAerospike blind(int nodes) {
    return EmbeddedAerospike.builder().nodes(nodes).failureDetection(Duration.ofHours(1)).start();
  }

  private static List<Integer> codes(List<Message> answers) {
    return answers.stream().map(message -> message.header().resultCode()).toList();
  }

  /** Reads the rest of an answer whose request has been sent. */
  private static List<Message> answers(RawClient client) throws IOException {
    List<Message> all = new ArrayList<>();
    do {
      all.addAll(client.readMessages());
    } while (!all.get(all.size() - 1).header().isLast());
    return all;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void whatComesToItsTurnAfterTheClientsTimeIsNotApplied(int nodes) throws IOException {
    try (EmbeddedAerospike server = EmbeddedAerospike.builder().nodes(nodes).start();
        RawClient client = RawClient.to(server)) {
      server.faults().add(FaultRule.delay(Duration.ofMillis(1100)).key("test", "s", "slow"));
      RawBatch batch = new RawBatch().timeout(1000).put("a", 1L).put("slow", 1L).put("b", 1L);
      batch.add("a", 1).delete("a").read("a");
      int late = ResultCode.TIMEOUT;
      assertThat(codes(client.callBatch(batch.frame())))
          .containsExactly(0, late, late, late, late, late, 0);
      assertThat(server.recordCount("test")).isEqualTo(1);
      server.faults().clear();
      Message left = client.callBatch(new RawBatch().read("a").frame()).get(0);
      assertThat(left.header().generation()).isEqualTo(1);
    }
  }

  @Test
  void aSingleCommandIsNotAppliedAfterItsTimeEither() throws IOException {
    try (EmbeddedAerospike server = EmbeddedAerospike.start();
        RawClient client = RawClient.to(server)) {
      server.faults().add(FaultRule.delay(Duration.ofMillis(60)));
      byte[] put =
          RawClient.Request.key("test", "s", "k")
              .info(0, 1, 0)
              .timeout(50)
              .operation(OperationType.WRITE, "n", 1L)
              .frame();
      assertThat(client.call(put).header().resultCode()).isEqualTo(ResultCode.TIMEOUT);
      assertThat(server.recordCount("test")).isZero();
    }
  }

  /** What comes after the application comes after it, however long that has to wait. */
  @Test
  void aFaultOfTheAnswerDoesNotKeepACommandThatWaitsFromBeingApplied() throws IOException {
    try (EmbeddedAerospike server = blind(3);
        RawClient client = RawClient.to(server)) {
      String paused = ClusterMap.of(server).key("A2", "A1");
      server.faults().pause("A2");
      server
          .faults()
          .add(FaultRule.applyThenAnswer(ResultCode.SERVER_ERROR).key("test", "s", paused));
      client.send(new RawBatch().put(paused, 1L).read("absent").frame());
      await().until(() -> server.statistics("A1").batchRows() == 2);
      server.faults().resume("A2");
      assertThat(codes(answers(client)))
          .containsExactly(ResultCode.SERVER_ERROR, ResultCode.KEY_NOT_FOUND, 0);
      assertThat(server.recordCount("test")).isEqualTo(1);
    }
  }

  @Test
  void rowsBehindOneThatWaitsForADeadReplicaAreApplied() throws IOException {
    try (EmbeddedAerospike server = blind(3);
        RawClient master = RawClient.to(server)) {
      ClusterMap map = ClusterMap.of(server);
      String lucky = map.key("A1", "A2");
      String unlucky = map.key("A1", "A3");
      server.kill("A3");
      RawBatch batch = new RawBatch().put(unlucky, 1L).put(lucky, 1L);
      master.send(batch.add(unlucky, 1).add(lucky, 1).read("absent").frame());
      await().until(() -> server.recordCount("test") == 2);
      try (RawClient other = ClusterMap.to(server, "A2")) {
        byte[] get = RawClient.Request.key("test", "s", lucky).info(3, 0, 0).frame();
        await().until(() -> other.call(get).header().generation() == 2);
      }
      server.restart("A3");
      List<Message> answers = answers(master);
      assertThat(codes(answers)).containsExactly(0, 0, 0, 0, ResultCode.KEY_NOT_FOUND, 0);
      assertThat(answers.subList(0, 4))
          .extracting(message -> message.header().generation())
          .containsExactly(1, 1, 2, 2);
    }
  }

  @Test
  void rowsBehindOneThatIsPassedOnToADeadNodeAreApplied() throws IOException {
    try (EmbeddedAerospike server = blind(3)) {
      ClusterMap map = ClusterMap.of(server);
      String lost = map.key("A3", "A1");
      String lucky = map.key("A1", "A2");
      server.kill("A3");
      try (RawClient client = RawClient.to(server)) {
        RawBatch batch = new RawBatch().timeout(1000).put(lost, 1L).put(lucky, 1L).read(lucky);
        assertThat(codes(client.callBatch(batch.frame())))
            .containsExactly(ResultCode.TIMEOUT, 0, 0, 0);
        assertThat(server.recordCount("test")).isEqualTo(1);
      }
    }
  }

  @Test
  void whatWasHeldBackIsAnsweredInOrderInHoweverManyFrames() throws IOException {
    try (EmbeddedAerospike server = blind(3);
        RawClient client = RawClient.to(server)) {
      ClusterMap map = ClusterMap.of(server);
      String paused = map.key("A2", "A1");
      RawBatch fill = new RawBatch();
      List<String> keys = new ArrayList<>();
      for (int i = 0; keys.size() < MANY; i++) {
        if (map.holders(ClusterMap.partition("k" + i)).get(0).equals("A1")) {
          keys.add("k" + i);
          fill.put("k" + i, new byte[1024]);
        }
      }
      assertThat(codes(client.callBatch(fill.frame()))).containsOnly(0);
      RawBatch batch = new RawBatch();
      keys.subList(0, MANY / 2).forEach(batch::read);
      batch.add(paused, 1);
      keys.subList(MANY / 2, MANY).forEach(batch::read);
      batch.add(paused, 1);
      server.faults().pause("A2");
      client.send(batch.frame());
      await().until(() -> server.statistics("A1").batchRows() == 2 * MANY + 2);
      server.faults().resume("A2");
      List<Message> answers = answers(client);
      assertThat(codes(answers)).hasSize(MANY + 3).containsOnly(0);
      for (int i = 0; i < MANY + 2; i++) {
        assertThat(answers.get(i).header().batchIndex()).isEqualTo(i);
      }
      assertThat(answers.get(MANY + 1).header().generation()).isEqualTo(2);
    }
  }
}
