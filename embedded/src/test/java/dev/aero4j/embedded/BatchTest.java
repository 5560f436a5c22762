package dev.aero4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.digest.Digests;
import dev.aero4j.wire.message.BatchRequest;
import dev.aero4j.wire.message.BatchRow;
import dev.aero4j.wire.message.BinOperation;
import dev.aero4j.wire.message.Field;
import dev.aero4j.wire.message.FieldType;
import dev.aero4j.wire.message.Frame;
import dev.aero4j.wire.message.Message;
import dev.aero4j.wire.message.MessageFlags;
import dev.aero4j.wire.message.MessageHeader;
import dev.aero4j.wire.message.OperationType;
import dev.aero4j.wire.value.Particles;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BatchTest {
  private static final int READ_ALL = 3;
  private static final int WRITE = 1;
  private static final int ALL_KEYS = BatchRequest.RESPOND_ALL_KEYS;

  private final EmbeddedAerospike server = EmbeddedAerospike.start();
  private RawClient client;

  @BeforeEach
  void connect() throws IOException {
    client = RawClient.to(server);
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    server.close();
  }

  private static byte[] batch(int flags, int rows, Consumer<WireWriter> content) {
    WireWriter writer = new WireWriter(256);
    int frame = Frame.begin(writer, Frame.MESSAGE);
    new MessageHeader(MessageFlags.INFO1_READ | MessageFlags.INFO1_BATCH, 0, 0, 0, 0, 0, 0, 0, 1, 0)
        .write(writer);
    int field = BatchRequest.begin(writer, flags);
    content.accept(writer);
    BatchRequest.end(writer, field, rows);
    Frame.end(writer, frame);
    return writer.toByteArray();
  }

  private static void read(WireWriter writer, int index, String namespace, String key) {
    int counts = BatchRow.begin(writer, index, Digests.of("s", key), READ_ALL, 0, 0, 0, 0);
    Field.writeText(writer, FieldType.NAMESPACE, namespace);
    Field.writeText(writer, FieldType.SET, "s");
    BatchRow.end(writer, counts, 2, 0);
  }

  private static void write(
      WireWriter writer, int index, String key, int operation, String bin, Object value) {
    int counts = BatchRow.begin(writer, index, Digests.of("s", key), 0, WRITE, 0, 0, 0);
    Field.writeText(writer, FieldType.NAMESPACE, "test");
    Field.writeText(writer, FieldType.SET, "s");
    int start = BinOperation.begin(writer, operation, Particles.typeOf(value), bin);
    Particles.write(writer, value);
    BinOperation.end(writer, start);
    BatchRow.end(writer, counts, 2, 1);
  }

  private List<Message> write(int flags, String... keys) throws IOException {
    return client.callBatch(
        batch(
            flags,
            keys.length,
            writer -> {
              for (int i = 0; i < keys.length; i++) {
                write(writer, i, keys[i], OperationType.WRITE, "a", (long) i);
              }
            }));
  }

  private static List<Integer> codes(List<Message> messages) {
    return messages.stream().map(message -> message.header().resultCode()).toList();
  }

  @Test
  void rowsOfAllKindsTravelTogether() throws IOException {
    write(ALL_KEYS, "1", "2", "3");
    List<Message> answers =
        client.callBatch(
            batch(
                ALL_KEYS,
                4,
                writer -> {
                  read(writer, 7, "test", "1");
                  read(writer, 3, "test", "absent");
                  write(writer, 1, "2", OperationType.INCREMENT, "a", 10L);
                  int counts =
                      BatchRow.begin(writer, 9, Digests.of("s", "3"), 0, WRITE | 2, 0, 0, 0);
                  Field.writeText(writer, FieldType.NAMESPACE, "test");
                  BatchRow.end(writer, counts, 1, 0);
                }));
    assertThat(codes(answers)).containsExactly(0, 2, 0, 0, 0);
    assertThat(answers.subList(0, 4))
        .extracting(m -> m.header().batchIndex())
        .containsExactly(7, 3, 1, 9);
    assertThat(answers.get(0).operations()).hasSize(1);
    assertThat(answers.get(2).header().generation()).isEqualTo(2);
    assertThat(server.recordCount("test", "s")).isEqualTo(2);
  }

  @Test
  void aRepeatedRowTakesEverythingButTheDigestFromTheRowBefore() throws IOException {
    write(ALL_KEYS, "1", "2");
    List<Message> answers =
        client.callBatch(
            batch(
                ALL_KEYS,
                2,
                writer -> {
                  read(writer, 0, "test", "1");
                  writer.putInt(1);
                  writer.putBytes(Digests.of("s", "2"));
                  writer.putByte(BatchRow.REPEAT);
                }));
    assertThat(codes(answers)).containsExactly(0, 0, 0);
    assertThat(answers.get(1).operations()).hasSize(1);
  }

  @Test
  void aFailedRowShowsItsCodeWhenEveryRowIsToAnswer() throws IOException {
    write(ALL_KEYS, "1");
    List<Message> answers =
        client.callBatch(
            batch(
                ALL_KEYS,
                2,
                writer -> {
                  write(writer, 0, "1", OperationType.APPEND, "a", "text");
                  write(writer, 1, "2", OperationType.WRITE, "a", 5L);
                }));
    assertThat(codes(answers)).containsExactly(ResultCode.BIN_TYPE_MISMATCH, 0, 0);
  }

  @Test
  void otherwiseItSuppressesTheAnswerButNotTheExecution() throws IOException {
    write(ALL_KEYS, "1");
    List<Message> answers =
        client.callBatch(
            batch(
                0,
                2,
                writer -> {
                  write(writer, 0, "1", OperationType.APPEND, "a", "text");
                  write(writer, 1, "2", OperationType.WRITE, "a", 5L);
                }));
    assertThat(codes(answers)).containsExactly(ResultCode.BIN_TYPE_MISMATCH);
    assertThat(server.recordCount("test", "s")).isEqualTo(2);
  }

  @Test
  void theFrameOfTheFailedRowIsSentIfTheClientAsksForIt() throws IOException {
    int reportFailedRow = 8;
    write(ALL_KEYS, "1");
    List<Message> answers =
        client.callBatch(
            batch(
                reportFailedRow,
                2,
                writer -> {
                  write(writer, 0, "1", OperationType.APPEND, "a", "text");
                  write(writer, 1, "2", OperationType.WRITE, "a", 5L);
                }));
    assertThat(codes(answers))
        .containsExactly(ResultCode.BIN_TYPE_MISMATCH, 0, ResultCode.BIN_TYPE_MISMATCH);
  }

  @Test
  void anUnknownNamespaceEndsTheBatch() throws IOException {
    List<Message> answers =
        client.callBatch(
            batch(
                ALL_KEYS,
                3,
                writer -> {
                  write(writer, 0, "1", OperationType.WRITE, "a", 5L);
                  read(writer, 1, "nope", "2");
                  write(writer, 2, "3", OperationType.WRITE, "a", 5L);
                }));
    assertThat(codes(answers)).containsExactly(ResultCode.PARAMETER_ERROR);
    assertThat(server.recordCount("test", "s")).isEqualTo(1);
  }

  @Test
  void noRowsAtAllAndTooManyAreRefused() throws IOException {
    assertThat(codes(client.callBatch(batch(0, 0, writer -> {}))))
        .containsExactly(ResultCode.PARAMETER_ERROR);
    server.setBatchMaxRequests(1);
    assertThat(codes(write(ALL_KEYS, "1", "2")))
        .containsExactly(ResultCode.BATCH_MAX_REQUESTS_EXCEEDED);
    assertThat(codes(write(ALL_KEYS, "1"))).containsExactly(0, 0);
    server.setBatchEnabled(false);
    assertThat(codes(write(ALL_KEYS, "1"))).containsExactly(ResultCode.BATCH_DISABLED);
  }

  @Test
  void aLongAnswerComesInFramesOfAbout128KiB() throws IOException {
    int rows = 20_000;
    String[] keys = new String[rows];
    for (int i = 0; i < rows; i++) {
      keys[i] = "key-" + i;
    }
    write(ALL_KEYS, keys);
    client.send(
        batch(
            ALL_KEYS,
            rows,
            writer -> {
              for (int i = 0; i < rows; i++) {
                read(writer, i, "test", keys[i]);
              }
            }));
    int seen = 0;
    boolean last = false;
    while (!last) {
      List<Message> messages = client.readMessages();
      last = messages.get(messages.size() - 1).header().isLast();
      seen += messages.size();
      assertThat(messages.size() * 39).isLessThanOrEqualTo(128 * 1024 + 39);
    }
    assertThat(seen).isEqualTo(rows + 1);
  }

  @Test
  void aServerBeforeVersionSixReadsOnly() throws IOException {
    try (EmbeddedAerospike old = EmbeddedAerospike.builder().buildVersion("5.7.0.8").start();
        RawClient oldClient = RawClient.to(old)) {
      List<Message> written =
          oldClient.callBatch(
              batch(ALL_KEYS, 1, writer -> write(writer, 0, "1", OperationType.WRITE, "a", 1L)));
      assertThat(codes(written)).containsExactly(ResultCode.PARAMETER_ERROR);
      List<Message> read =
          oldClient.callBatch(batch(ALL_KEYS, 1, writer -> read(writer, 0, "test", "1")));
      assertThat(codes(read)).containsExactly(ResultCode.KEY_NOT_FOUND, 0);
      assertThat(oldClient.info("features").get("features")).doesNotContain("batch-any");
      assertThat(old.recordCount("test")).isZero();
    }
  }
}
