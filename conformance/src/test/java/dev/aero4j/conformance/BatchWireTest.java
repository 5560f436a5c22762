package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.aerospike.client.AerospikeClient;
import com.aerospike.client.Host;
import com.aerospike.client.policy.ClientPolicy;
import dev.aero4j.Client;
import dev.aero4j.conformance.harness.Backend;
import dev.aero4j.conformance.harness.Face;
import dev.aero4j.conformance.harness.Relay;
import dev.aero4j.embedded.EmbeddedAerospike;
import dev.aero4j.policy.BatchPolicy;
import dev.aero4j.policy.CommandPolicy;
import dev.aero4j.wire.message.BatchRequest;
import dev.aero4j.wire.message.BatchRow;
import dev.aero4j.wire.message.Field;
import dev.aero4j.wire.message.FieldType;
import dev.aero4j.wire.message.Message;
import dev.aero4j.wire.message.MessageFlags;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For the same batch both clients say the same: the flags and the time limit of the message, and of
 * each row the bits, generation, expiration, fields and operations. Compared is what the rows mean,
 * since there is freedom in how a row says so: which bytes it leaves out because they are zero, the
 * order of its fields, and what it does not repeat. One bit is left out: the official client asks
 * every write of a batch for the results of all its operations, ours asks where they are looked at.
 */
class BatchWireTest {
  /**
   * Fields of the policy that decide how rows become messages (BatchPolicyTest), when one is sent
   * again (BatchRetryTest), or what is done with the answer (ColumnsTest); two have no meaning for
   * batches.
   */
  private static final Set<String> DO_NOT_TRAVEL =
      Set.of(
          "maxConcurrentNodes",
          "maxRowsPerMessage",
          "replica",
          "maxRetries",
          "sleepBetweenRetries",
          "timeoutDelay",
          "grouping",
          "narrowing");

  private static final Set<String> COMPARED =
      Set.of(
          "allowInline",
          "allowInlineSsd",
          "respondAllKeys",
          "readModeAp",
          "readModeSc",
          "readTouchTtlPercent",
          "filterExpression",
          "compress",
          "socketTimeout",
          "totalTimeout",
          "writePolicy");

  private static EmbeddedAerospike node;
  private static Relay relay;
  private static final Map<Face, Client> OURS = new EnumMap<>(Face.class);
  private static AerospikeClient theirs;

  @BeforeAll
  static void connect() {
    node = EmbeddedAerospike.start();
    relay = Relay.before(node.hosts().getFirst());
    for (Face face : List.of(Face.BLOCKING, Face.ASYNC)) {
      OURS.put(face, face.open(Backend.config(relay.seeds()).build()).connect());
    }
    ClientPolicy policy = new ClientPolicy();
    policy.timeout = 5_000;
    theirs = new AerospikeClient(policy, Host.parseHosts(relay.seeds(), 3000));
  }

  @AfterAll
  static void close() {
    theirs.close();
    OURS.values().forEach(Client::close);
    relay.close();
    node.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.aero4j.conformance.BatchPairs#all")
  void aBatchMeansWhatThatOfTheOfficialClientMeans(BatchPairs.Pair pair) {
    BatchPolicy.Builder policy = BatchPolicy.builder().totalTimeout(Duration.ofSeconds(5));
    pair.policy().accept(policy);
    com.aerospike.client.policy.BatchPolicy their =
        new com.aerospike.client.policy.BatchPolicy(theirs.getBatchParentPolicyWriteDefault());
    their.setTimeouts(30_000, 5_000);
    pair.theirPolicy().accept(their);
    List<byte[]> unused = relay.takeRecorded();
    theirs.operate(their, new ArrayList<>(pair.theirs()));
    List<String> expected = meaning(relay.takeRecorded());
    assertThat(expected).hasSize(1 + pair.commands().size());
    OURS.forEach(
        (face, ours) -> {
          ours.batch(pair.commands(), policy.build());
          assertThat(meaning(relay.takeRecorded())).as(face.toString()).isEqualTo(expected);
        });
  }

  @Test
  void everyFieldOfThePolicyIsComparedOrDoesNotTravel() {
    Set<String> known = new TreeSet<>(COMPARED);
    known.addAll(DO_NOT_TRAVEL);
    Set<String> fields = new TreeSet<>();
    for (Method method : BatchPolicy.Builder.class.getMethods()) {
      if (CommandPolicy.Builder.class.isAssignableFrom(method.getReturnType())) {
        fields.add(method.getName());
      }
    }
    assertThat(fields).isEqualTo(known);
  }

  private static List<String> meaning(List<byte[]> frames) {
    assertThat(frames).hasSize(1);
    Message message = Message.read(Relay.message(frames.getFirst()));
    BatchRequest batch = BatchRequest.read(message.field(FieldType.BATCH_INDEX).reader());
    List<String> lines = new ArrayList<>();
    lines.add(
        "frame %d, info1 %x, time limit %d, flags %x"
            .formatted(
                frames.getFirst()[1],
                message.header().info1(),
                message.header().timeout(),
                batch.flags()));
    batch
        .rows()
        .forEach(row -> lines.add(meaning(row, message.field(FieldType.FILTER_EXPRESSION))));
    return lines;
  }

  /** What a row says; a filter for all rows is that of each row that has none of its own. */
  private static String meaning(BatchRow row, @Nullable Field filter) {
    HexFormat hex = HexFormat.of();
    TreeMap<Integer, String> fields = new TreeMap<>();
    if (filter != null) {
      fields.put(filter.type(), hex.formatHex(filter.bytes()));
    }
    row.fields().forEach(field -> fields.put(field.type(), hex.formatHex(field.bytes())));
    List<String> operations =
        row.operations().stream()
            .map(
                op ->
                    "%d %d %s %s"
                        .formatted(
                            op.operation(),
                            op.particleType(),
                            op.bin(),
                            hex.formatHex(op.array(), op.offset(), op.offset() + op.length())))
            .toList();
    return "row %d of %s: info %x %x %x, generation %d, expiration %d, fields %s, operations %s"
        .formatted(
            row.index(),
            hex.formatHex(row.digest()),
            row.header().info1(),
            row.header().info2() & ~MessageFlags.INFO2_RESPOND_ALL_OPS,
            row.header().info3(),
            row.header().generation(),
            row.header().expiration(),
            fields,
            operations);
  }
}
