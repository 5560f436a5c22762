package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aero4j.Client;
import dev.aero4j.ConnectionException;
import dev.aero4j.Key;
import dev.aero4j.batch.BatchRecord;
import dev.aero4j.batch.BatchRecords;
import dev.aero4j.conformance.harness.Backend;
import dev.aero4j.conformance.harness.BatchData;
import dev.aero4j.conformance.harness.Face;
import dev.aero4j.conformance.harness.Relay;
import dev.aero4j.embedded.EmbeddedAerospike;
import dev.aero4j.model.ResultCode;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.BatchPolicy;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.message.Frame;
import dev.aero4j.wire.message.MessageFlags;
import dev.aero4j.wire.message.MessageHeader;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers to batches that no node should give: the connection is dropped, and nothing hangs. */
class BatchAnswersTest {
  private static final int KEYS = 5;
  private static final BatchPolicy ONCE =
      BatchPolicy.builder().totalTimeout(Duration.ofSeconds(10)).maxRetries(0).build();

  private EmbeddedAerospike node;
  private Relay relay;

  @BeforeEach
  void start() {
    node = EmbeddedAerospike.start();
    relay = Relay.before(node.hosts().getFirst());
  }

  @AfterEach
  void stop() {
    relay.close();
    node.close();
  }

  private Client connect(Face face) {
    return face.open(Backend.config(relay.seeds()).build()).connect();
  }

  /** Bytes that are no answer to a batch of five rows. */
  record Malformed(String name, int answeredRows, byte[] bytes) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** Writes the messages of one frame. */
  private static byte[] frame(Consumer<WireWriter> messages) {
    WireWriter writer = new WireWriter(64);
    int start = Frame.begin(writer, Frame.MESSAGE);
    messages.accept(writer);
    Frame.end(writer, start);
    return writer.toByteArray();
  }

  private static void row(WireWriter writer, int index) {
    new MessageHeader(0, 0, 0, 0, ResultCode.OK, 1, 0, index, 0, 0).write(writer);
  }

  private static void last(WireWriter writer, int code) {
    new MessageHeader(0, 0, MessageFlags.INFO3_LAST, 0, code, 0, 0, 0, 0, 0).write(writer);
  }

  private static byte[] rows(int... indexes) {
    return frame(
        writer -> {
          for (int index : indexes) {
            row(writer, index);
          }
          last(writer, ResultCode.OK);
        });
  }

  static Stream<Malformed> malformed() {
    byte[] whole = rows(0, 1, 2, 3, 4);
    byte[] otherType = whole.clone();
    otherType[1] = Frame.INFO;
    byte[] otherVersion = whole.clone();
    otherVersion[0] = 9;
    byte[] huge = whole.clone();
    Arrays.fill(huge, 2, 8, (byte) 0xFF);
    byte[] shortHeader = whole.clone();
    shortHeader[Frame.HEADER_SIZE] = 5;
    return Stream.of(
        new Malformed("a row that is not in the message", 1, rows(0, 5)),
        new Malformed("a negative row", 1, rows(0, -1)),
        new Malformed("a row twice", 2, rows(0, 1, 1, 2, 3, 4)),
        new Malformed("rows missing", 2, rows(0, 3)),
        new Malformed("nothing but the end", 0, rows()),
        new Malformed("no end", 5, Arrays.copyOf(whole, 8 + 22 * 3 + 4)),
        new Malformed("cut in the head", 0, Arrays.copyOf(whole, 5)),
        new Malformed("cut in a row", 0, Arrays.copyOf(whole, 8 + 22 + 10)),
        new Malformed("no byte", 0, new byte[0]),
        new Malformed("a frame of another type", 0, otherType),
        new Malformed("a frame of another version", 0, otherVersion),
        new Malformed("a frame of a petabyte", 0, huge),
        new Malformed("a header of another size", 0, shortHeader),
        new Malformed(
            "fields that are not there",
            0,
            frame(
                writer ->
                    new MessageHeader(0, 0, 0, 0, ResultCode.OK, 1, 0, 0, 9, 0).write(writer))),
        new Malformed(
            "bins that are not there",
            0,
            frame(
                writer ->
                    new MessageHeader(0, 0, 0, 0, ResultCode.OK, 1, 0, 0, 0, 60_000)
                        .write(writer))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("malformed")
  void aMalformedAnswerFailsReadsAndTheConnectionIsDropped(Malformed answer) {
    for (Face face : List.of(Face.BLOCKING, Face.ASYNC)) {
      try (Client client = connect(face)) {
        List<Key> keys = BatchData.written(client, KEYS);
        answerOnceWith(answer.bytes());
        long start = System.nanoTime();
        BatchRecords records = client.batchRead(keys, ONCE);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        broken(records, answer, false);
        relay.pass();
        assertThat(client.batchRead(keys).found()).hasSize(KEYS);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("malformed")
  void aMalformedAnswerLeavesWritesInDoubt(Malformed answer) {
    for (Face face : List.of(Face.BLOCKING, Face.ASYNC)) {
      try (Client client = connect(face)) {
        List<Key> keys = BatchData.written(client, KEYS);
        answerOnceWith(answer.bytes());
        broken(client.batchOperate(keys, List.of(Operation.touch()), ONCE), answer, true);
        relay.pass();
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("malformed")
  void readsWithRetriesGetOverAMalformedAnswer(Malformed answer) {
    for (Face face : List.of(Face.BLOCKING, Face.ASYNC)) {
      try (Client client = connect(face)) {
        List<Key> keys = BatchData.written(client, KEYS);
        relay.script(
            (request, asked, socket, out) -> {
              relay.pass();
              out.write(answer.bytes());
              return false;
            });
        assertThat(client.batchRead(keys).orThrow().found()).hasSize(KEYS);
      }
    }
  }

  private void answerOnceWith(byte[] bytes) {
    relay.script(
        (request, asked, socket, out) -> {
          out.write(bytes);
          out.flush();
          socket.shutdownOutput();
          // Until the client closes it.
          assertThat(socket.getInputStream().read()).isEqualTo(-1);
          return false;
        });
  }

  /** Fails unless rows without an answer are broken, and those with one are not. */
  private static void broken(BatchRecords records, Malformed answer, boolean inDoubt) {
    assertThat(records.failed()).hasSizeGreaterThanOrEqualTo(KEYS - answer.answeredRows());
    for (BatchRecord one : records.failed()) {
      assertThat(one.resultCode()).isEqualTo(ResultCode.CONNECTION_ERROR);
      assertThat(one.inDoubt()).isEqualTo(inDoubt);
      assertThat(one.exception()).isInstanceOf(ConnectionException.class);
      assertThat(one.node()).isNotNull();
    }
    assertThat(records.missing()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void theConnectionOfAMalformedAnswerIsClosedByTheClient(Face face) {
    try (Client client = connect(face)) {
      List<Key> keys = BatchData.written(client, KEYS);
      int open = relay.connectionsOpen();
      relay.script(
          (request, asked, socket, out) -> {
            out.write(rows(0, 7));
            out.flush();
            return true;
          });
      assertThat(client.batchRead(keys, ONCE).failed()).isNotEmpty();
      await().until(() -> relay.connectionsOpen() < open);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void rowsMayComeInAnyOrderAndInManyFrames(Face face) {
    try (Client client = connect(face)) {
      List<Key> keys = BatchData.fresh(KEYS);
      relay.script(
          (request, asked, socket, out) -> {
            for (int index : new int[] {3, 0, 4, 2, 1}) {
              for (byte one : frame(writer -> row(writer, index))) {
                out.write(one);
                out.flush();
              }
            }
            out.write(frame(writer -> last(writer, ResultCode.OK)));
            return true;
          });
      BatchRecords records = client.batchRead(keys, ONCE);
      assertThat(records.orThrow().found()).hasSize(KEYS);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aCodeOfTheWholeMessageIsThatOfItsUnansweredRows(Face face) {
    try (Client client = connect(face)) {
      List<Key> keys = BatchData.fresh(KEYS);
      relay.script(
          (request, asked, socket, out) -> {
            out.write(
                frame(
                    writer -> {
                      row(writer, 1);
                      last(writer, ResultCode.ALWAYS_FORBIDDEN);
                    }));
            return true;
          });
      BatchRecords reads = client.batchRead(keys, ONCE);
      assertThat(reads.get(1).found()).isTrue();
      assertThat(reads.failed())
          .hasSize(KEYS - 1)
          .allMatch(one -> one.resultCode() == ResultCode.ALWAYS_FORBIDDEN)
          .noneMatch(BatchRecord::inDoubt);
      BatchRecords writes = client.batchOperate(keys, List.of(Operation.touch()), ONCE);
      assertThat(writes.failed()).hasSize(KEYS - 1).allMatch(BatchRecord::inDoubt);
      assertThat(relay.takeRecorded()).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aNodeWhoseQueuesAreFullIsAskedAgainAndNothingIsInDoubt(Face face) {
    try (Client client = connect(face)) {
      List<Key> keys = BatchData.written(client, KEYS);
      relay.takeRecorded();
      int[] refusals = {3};
      relay.script(
          (request, asked, socket, out) -> {
            out.write(
                refusals[0]-- > 0
                    ? frame(writer -> last(writer, ResultCode.BATCH_QUEUES_FULL))
                    : asked.ask(request));
            return true;
          });
      assertThat(client.batchOperate(keys, List.of(Operation.touch()), ONCE).orThrow().found())
          .hasSize(KEYS);
      assertThat(relay.takeRecorded()).hasSize(4);
      refusals[0] = Integer.MAX_VALUE;
      BatchPolicy brief = BatchPolicy.builder().totalTimeout(Duration.ofMillis(300)).build();
      BatchRecords refused = client.batchOperate(keys, List.of(Operation.touch()), brief);
      assertThat(refused.failed())
          .hasSize(KEYS)
          .allMatch(one -> one.resultCode() == ResultCode.BATCH_QUEUES_FULL)
          .noneMatch(BatchRecord::inDoubt);
    }
  }
}
