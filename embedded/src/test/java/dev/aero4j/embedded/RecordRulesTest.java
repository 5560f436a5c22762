package dev.aero4j.embedded;

import static dev.aero4j.wire.message.MessageFlags.INFO1_GET_ALL;
import static dev.aero4j.wire.message.MessageFlags.INFO1_NO_BIN_DATA;
import static dev.aero4j.wire.message.MessageFlags.INFO1_READ;
import static dev.aero4j.wire.message.MessageFlags.INFO2_DELETE;
import static dev.aero4j.wire.message.MessageFlags.INFO2_DURABLE_DELETE;
import static dev.aero4j.wire.message.MessageFlags.INFO2_RESPOND_ALL_OPS;
import static dev.aero4j.wire.message.MessageFlags.INFO2_WRITE;
import static dev.aero4j.wire.message.MessageFlags.INFO3_CREATE_OR_REPLACE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.message.BinOperation;
import dev.aero4j.wire.message.FieldType;
import dev.aero4j.wire.message.Message;
import dev.aero4j.wire.message.OperationType;
import dev.aero4j.wire.value.ParticleType;
import dev.aero4j.wire.value.Particles;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server's rules on single records, as recorded from a real one. */
@Timeout(30)
class RecordRulesTest {
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

  private RawClient.Request key() {
    return RawClient.Request.key("test", "s", "k");
  }

  private Message put(String bin, Object value) throws IOException {
    return client.call(
        key().info(0, INFO2_WRITE, 0).operation(OperationType.WRITE, bin, value).frame());
  }

  private Message get() throws IOException {
    return client.call(key().info(INFO1_READ | INFO1_GET_ALL, 0, 0).frame());
  }

  private static Object value(Message message, int index) {
    BinOperation operation = message.operations().get(index);
    return Particles.read(operation.particleType(), operation.reader(), operation.length());
  }

  private static List<String> names(Message message) {
    return message.operations().stream().map(BinOperation::bin).toList();
  }

  @Test
  void aWriteAnswersWithTheNewGeneration() throws IOException {
    assertThat(put("a", 1L).header().generation()).isEqualTo(1);
    assertThat(put("a", 2L).header().generation()).isEqualTo(2);
    assertThat(value(get(), 0)).isEqualTo(2L);
  }

  @Test
  void aMissingRecordIsCodeTwo() throws IOException {
    assertThat(get().header().resultCode()).isEqualTo(ResultCode.KEY_NOT_FOUND);
  }

  @ParameterizedTest
  @CsvSource({
    // info2, info3, code when absent, code when present
    "1, 0, 0, 0",
    "33, 0, 0, 5",
    "1, 8, 2, 0",
    "1, 16, 0, 0",
    "1, 32, 2, 0",
    "33, 8, 2, 5",
    "33, 16, 0, 5"
  })
  void existencePolicies(int info2, int info3, int absent, int present) throws IOException {
    byte[] write = key().info(0, info2, info3).operation(OperationType.WRITE, "a", 7L).frame();
    assertThat(client.call(write).header().resultCode()).isEqualTo(absent);
    put("b", 1L);
    assertThat(client.call(write).header().resultCode()).isEqualTo(present);
  }

  @Test
  void aReplaceForgetsTheOtherBinsButKeepsTheGenerationGoing() throws IOException {
    put("a", 1L);
    Message replaced =
        client.call(
            key()
                .info(0, INFO2_WRITE, INFO3_CREATE_OR_REPLACE)
                .operation(OperationType.WRITE, "b", 2L)
                .frame());
    assertThat(replaced.header().generation()).isEqualTo(2);
    assertThat(names(get())).containsExactly("b");
  }

  @ParameterizedTest
  @CsvSource({"4, 2, 0", "4, 1, 3", "4, 3, 3", "8, 3, 0", "8, 2, 3", "8, 65535, 0", "12, 2, 0"})
  void generationsAreChecked(int flag, int expected, int code) throws IOException {
    put("a", 1L);
    put("a", 2L);
    Message answer =
        client.call(
            key()
                .info(0, INFO2_WRITE | flag, 0)
                .generation(expected)
                .operation(OperationType.WRITE, "a", 3L)
                .frame());
    assertThat(answer.header().resultCode()).isEqualTo(code);
    assertThat(answer.header().generation()).isEqualTo(code == 0 ? 3 : 2);
  }

  @Test
  void aDeleteAnswersWithoutGeneration() throws IOException {
    put("a", 1L);
    Message deleted = client.call(key().info(0, INFO2_WRITE | INFO2_DELETE, 0).frame());
    assertThat(deleted.header().resultCode()).isZero();
    assertThat(deleted.header().generation()).isZero();
    assertThat(client.call(key().info(0, INFO2_WRITE | INFO2_DELETE, 0).frame()).header())
        .extracting(header -> header.resultCode())
        .isEqualTo(ResultCode.KEY_NOT_FOUND);
  }

  @Test
  void aDurableDeleteIsForTheEnterpriseEdition() throws IOException {
    put("a", 1L);
    byte[] delete = key().info(0, INFO2_WRITE | INFO2_DELETE | INFO2_DURABLE_DELETE, 0).frame();
    assertThat(client.call(delete).header().resultCode()).isEqualTo(ResultCode.ENTERPRISE_ONLY);
    assertThat(get().header().resultCode()).isZero();
  }

  @Test
  void removingTheLastBinRemovesTheRecord() throws IOException {
    put("a", 1L);
    Message removed = put("a", null);
    assertThat(removed.header().resultCode()).isZero();
    assertThat(removed.header().generation()).isZero();
    assertThat(get().header().resultCode()).isEqualTo(ResultCode.KEY_NOT_FOUND);
    assertThat(put("a", null).header().resultCode()).isEqualTo(ResultCode.KEY_NOT_FOUND);
  }

  @Test
  void theLastBinTakesThePlaceOfARemovedOne() throws IOException {
    put("a", 1L);
    put("b", 2L);
    put("c", 3L);
    put("a", null);
    assertThat(names(get())).containsExactly("c", "b");
  }

  @ParameterizedTest
  @CsvSource({
    "INTEGER, 5, DOUBLE, 5, 12",
    "DOUBLE, 5, INTEGER, 5, 12",
    "STRING, 5, STRING, 5, 12",
    "STRING, 9, BLOB, 9, 12",
    "INTEGER, 9, INTEGER, 9, 12",
    "INTEGER, 5, INTEGER, 5, 0",
    "DOUBLE, 5, DOUBLE, 5, 0",
    "STRING, 9, STRING, 10, 0",
    "BLOB, 10, BLOB, 9, 0"
  })
  void typesMustFit(String stored, int ignored, String operand, int operation, int code)
      throws IOException {
    put("a", sample(stored));
    Message answer =
        client.call(
            key().info(0, INFO2_WRITE, 0).operation(operation, "a", sample(operand)).frame());
    assertThat(answer.header().resultCode()).isEqualTo(code);
  }

  private static Object sample(String type) {
    return switch (type) {
      case "INTEGER" -> 5L;
      case "DOUBLE" -> 1.5;
      case "STRING" -> "xy";
      default -> new byte[] {1, 2};
    };
  }

  @Test
  void shortIntegersAreUnsigned() throws IOException {
    client.call(
        key()
            .info(0, INFO2_WRITE, 0)
            .rawOperation(OperationType.WRITE, "a", ParticleType.INTEGER, new byte[] {-1})
            .frame());
    assertThat(value(get(), 0)).isEqualTo(255L);
  }

  @Test
  void operationsApplyInOrderAndAllAnswerIfAsked() throws IOException {
    put("n", 1L);
    byte[] operate =
        key()
            .info(INFO1_READ, INFO2_WRITE | INFO2_RESPOND_ALL_OPS, 0)
            .operation(OperationType.INCREMENT, "n", 4L)
            .operation(OperationType.READ, "n", null)
            .operation(OperationType.WRITE, "n", 9L)
            .operation(OperationType.READ, "n", null)
            .operation(OperationType.READ, "absent", null)
            .frame();
    Message answer = client.call(operate);
    assertThat(names(answer)).containsExactly("n", "n", "n", "n", "absent");
    assertThat(value(answer, 1)).isEqualTo(5L);
    assertThat(value(answer, 3)).isEqualTo(9L);
    assertThat(answer.operations().get(0).particleType()).isZero();
    assertThat(answer.operations().get(0).operation()).isEqualTo(OperationType.INCREMENT);
    assertThat(answer.operations().get(4).particleType()).isZero();
  }

  @Test
  void nothingIsAppliedWhenOneOperationFails() throws IOException {
    put("n", 1L);
    put("s", "x");
    Message answer =
        client.call(
            key()
                .info(0, INFO2_WRITE, 0)
                .operation(OperationType.INCREMENT, "n", 4L)
                .operation(OperationType.INCREMENT, "s", 4L)
                .frame());
    assertThat(answer.header().resultCode()).isEqualTo(ResultCode.BIN_TYPE_MISMATCH);
    assertThat(value(get(), 0)).isEqualTo(1L);
    assertThat(get().header().generation()).isEqualTo(2);
  }

  @Test
  void aStoredKeyMustMatch() throws IOException {
    byte[] stored = {ParticleType.STRING, 'k'};
    byte[] other = {ParticleType.STRING, 'x'};
    client.call(
        key()
            .field(FieldType.KEY, stored)
            .info(0, INFO2_WRITE, 0)
            .operation(OperationType.WRITE, "a", 1L)
            .frame());
    int read = INFO1_READ | INFO1_NO_BIN_DATA;
    assertThat(
            client
                .call(key().field(FieldType.KEY, stored).info(read, 0, 0).frame())
                .header()
                .resultCode())
        .isZero();
    assertThat(
            client
                .call(key().field(FieldType.KEY, other).info(read, 0, 0).frame())
                .header()
                .resultCode())
        .isEqualTo(ResultCode.KEY_MISMATCH);
  }

  @Test
  void namesAndSizesHaveLimits() throws IOException {
    assertThat(put("a".repeat(15), 1L).header().resultCode()).isZero();
    assertThat(put("a".repeat(16), 1L).header().resultCode())
        .isEqualTo(ResultCode.BIN_NAME_INVALID);
    assertThat(put("ä".repeat(8), 1L).header().resultCode()).isEqualTo(ResultCode.BIN_NAME_INVALID);
    // Measured on a real server: 1,048,523 bytes for a record that expires. This one does not, and
    // so
    // saves the 4 bytes of the void time.
    byte[] largest = new byte[1_048_523 + 4];
    client.call(key().info(0, INFO2_WRITE | INFO2_DELETE, 0).frame());
    assertThat(put("b", largest).header().resultCode()).isZero();
    assertThat(put("b", new byte[largest.length + 1]).header().resultCode())
        .isEqualTo(ResultCode.RECORD_TOO_BIG);
    byte[] longSet =
        RawClient.Request.key("test", "s".repeat(64), "k")
            .info(0, INFO2_WRITE, 0)
            .operation(OperationType.WRITE, "a", 1L)
            .frame();
    assertThat(client.call(longSet).header().resultCode()).isEqualTo(ResultCode.PARAMETER_ERROR);
  }

  @Test
  void aFilterThatIsNoneIsOnlyNoticedWhenThereIsARecord() throws IOException {
    byte[] filtered =
        key().field(FieldType.FILTER_EXPRESSION, new byte[] {1}).info(3, 0, 0).frame();
    assertThat(client.call(filtered).header().resultCode()).isEqualTo(ResultCode.KEY_NOT_FOUND);
    put("a", 1L);
    assertThat(client.call(filtered).header().resultCode()).isEqualTo(ResultCode.PARAMETER_ERROR);
  }

  @Test
  void whatThisNodeCannotDoIsRefusedAndNotIgnored() throws IOException {
    put("a", 1L);
    byte[] transaction = key().info(3, 0, 0).info4(1).frame();
    assertThat(client.call(transaction).header().resultCode())
        .isEqualTo(ResultCode.ENTERPRISE_ONLY);
    byte[] query = RawClient.Request.empty().field(FieldType.NAMESPACE, "test").frame();
    assertThat(client.call(query).header().resultCode()).isEqualTo(ResultCode.UNSUPPORTED_FEATURE);
  }

  @Test
  void aCallThatIsNoneIsAParameterError() throws IOException {
    put("a", 1L);
    byte[] collection =
        key()
            .info(INFO1_READ, 0, 0)
            .rawOperation(OperationType.CDT_READ, "a", ParticleType.BLOB, new byte[] {1})
            .frame();
    assertThat(client.call(collection).header().resultCode()).isEqualTo(ResultCode.PARAMETER_ERROR);
  }

  @Test
  void anUnknownNamespaceIsCodeTwenty() throws IOException {
    byte[] read = RawClient.Request.key("nope", "s", "k").info(3, 0, 0).frame();
    assertThat(client.call(read).header().resultCode()).isEqualTo(ResultCode.INVALID_NAMESPACE);
  }
}
