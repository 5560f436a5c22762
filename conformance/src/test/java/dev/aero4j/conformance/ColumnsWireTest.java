package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.aerospike.client.AerospikeClient;
import com.aerospike.client.BatchRecord;
import com.aerospike.client.BatchWrite;
import com.aerospike.client.Bin;
import com.aerospike.client.Host;
import com.aerospike.client.Operation;
import com.aerospike.client.exp.Exp;
import com.aerospike.client.policy.BatchWritePolicy;
import com.aerospike.client.policy.ClientPolicy;
import dev.aero4j.Client;
import dev.aero4j.Key;
import dev.aero4j.columns.ColumnBatch;
import dev.aero4j.columns.Schema;
import dev.aero4j.conformance.harness.Backend;
import dev.aero4j.conformance.harness.Face;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.conformance.harness.OfficialValues;
import dev.aero4j.conformance.harness.Relay;
import dev.aero4j.embedded.EmbeddedAerospike;
import dev.aero4j.expression.Expression;
import dev.aero4j.policy.KeyPolicy;
import dev.aero4j.policy.WritePolicy;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.message.BatchRequest;
import dev.aero4j.wire.message.BatchRow;
import dev.aero4j.wire.message.FieldType;
import dev.aero4j.wire.message.Frame;
import dev.aero4j.wire.message.Message;
import dev.aero4j.wire.message.MessageFlags;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows of columns say on the wire what the rows of the official client's batch say. */
class ColumnsWireTest {
  private static final com.aerospike.client.exp.Expression FILTER =
      Exp.build(Exp.gt(Exp.intBin("n"), Exp.val(3)));

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void keysFiltersAndAllElseOfTheWritePolicyTravelWithEachRow(Face face) {
    WritePolicy policy =
        WritePolicy.builder()
            .keyPolicy(KeyPolicy.SEND)
            .filterExpression(Expression.fromBytes(FILTER.getBytes()))
            .ttl(77)
            .build();
    BatchWritePolicy their = new BatchWritePolicy();
    their.sendKey = true;
    their.filterExp = FILTER;
    their.expiration = 77;
    List<String> ours = assertSame(face, policy, their);
    assertThat(ours).hasSize(3).allMatch(row -> row.contains(FieldType.KEY + "="));
    assertThat(ours).allMatch(row -> row.contains(FieldType.FILTER_EXPRESSION + "="));
    assertThat(assertSame(face, WritePolicy.defaults(), new BatchWritePolicy()))
        .noneMatch(row -> row.contains(FieldType.KEY + "="))
        .noneMatch(row -> row.contains(FieldType.FILTER_EXPRESSION + "="));
  }

  /** Writes the same rows by both clients, and returns what they say. */
  private static List<String> assertSame(Face face, WritePolicy policy, BatchWritePolicy their) {
    List<Key> keys =
        Stream.generate(() -> (1L << 44) + Keys.freshNumber())
            .limit(3)
            .map(number -> Key.of(Keys.NAMESPACE, Keys.SET, number))
            .toList();
    ColumnBatch rows =
        ColumnBatch.builder(Schema.parse("_key:i8, n:i4, v:i2[2]"), 3)
            .longs("_key", keys.stream().mapToLong(key -> (Long) key.userKey()).toArray())
            .ints("n", new int[] {1, 2, 3})
            .shorts("v", new short[] {1, 2, 3, 4, 5, 6})
            .build();
    try (EmbeddedAerospike node = EmbeddedAerospike.start();
        Relay relay = Relay.before(node.hosts().getFirst());
        Client client = face.open(Backend.config(relay.seeds()).build()).connect();
        AerospikeClient official =
            new AerospikeClient(new ClientPolicy(), Host.parseHosts(relay.seeds(), 3000))) {
      List<byte[]> unused = relay.takeRecorded();
      assertThat(unused).isEmpty();
      client.batchWrite(
          rows, Keys.NAMESPACE, Keys.SET, "_key", Backend.batchPolicy().build(), policy);
      List<String> ours = meaning(relay.takeRecorded());
      List<BatchRecord> writes = new ArrayList<>();
      for (int row = 0; row < 3; row++) {
        byte first = (byte) (row * 2 + 1);
        byte[] blob = {first, 0, (byte) (first + 1), 0};
        writes.add(
            new BatchWrite(
                their,
                OfficialValues.toTheirs(keys.get(row)),
                new Operation[] {
                  Operation.put(new Bin("n", row + 1)), Operation.put(new Bin("v", blob))
                }));
      }
      official.operate(null, writes);
      assertThat(ours).isEqualTo(meaning(relay.takeRecorded()));
      return ours;
    }
  }

  /** What the rows mean; there is freedom in the order of fields and in what is not repeated. */
  private static List<String> meaning(List<byte[]> frames) {
    assertThat(frames).hasSize(1);
    byte[] frame = frames.getFirst();
    Message message =
        Message.read(new WireReader(frame, Frame.HEADER_SIZE, frame.length - Frame.HEADER_SIZE));
    return BatchRequest.read(message.field(FieldType.BATCH_INDEX).reader()).rows().stream()
        .map(ColumnsWireTest::meaning)
        .toList();
  }

  private static String meaning(BatchRow row) {
    HexFormat hex = HexFormat.of();
    TreeMap<Integer, String> fields = new TreeMap<>();
    row.fields().forEach(field -> fields.put(field.type(), hex.formatHex(field.bytes())));
    List<String> operations =
        row.operations().stream()
            .map(
                op ->
                    op.operation()
                        + " "
                        + op.particleType()
                        + " "
                        + op.bin()
                        + " "
                        + hex.formatHex(op.array(), op.offset(), op.offset() + op.length()))
            .toList();
    return "row %d of %s: info %x %x, expiration %d, fields %s, operations %s"
        .formatted(
            row.index(),
            hex.formatHex(row.digest()),
            row.header().info2() & ~MessageFlags.INFO2_RESPOND_ALL_OPS,
            row.header().info3(),
            row.header().expiration(),
            fields,
            operations);
  }
}
