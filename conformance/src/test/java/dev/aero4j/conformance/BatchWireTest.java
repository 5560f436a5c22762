package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.aerospike.client.AerospikeClient;
import com.aerospike.client.Bin;
import com.aerospike.client.Host;
import com.aerospike.client.Value;
import com.aerospike.client.exp.Exp;
import com.aerospike.client.policy.BatchDeletePolicy;
import com.aerospike.client.policy.BatchReadPolicy;
import com.aerospike.client.policy.BatchUDFPolicy;
import com.aerospike.client.policy.BatchWritePolicy;
import com.aerospike.client.policy.ClientPolicy;
import dev.aero4j.Aerospike;
import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.Key;
import dev.aero4j.batch.BatchApply;
import dev.aero4j.batch.BatchCommand;
import dev.aero4j.batch.BatchRead;
import dev.aero4j.batch.BatchRemove;
import dev.aero4j.batch.BatchWrite;
import dev.aero4j.conformance.harness.Backend;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.conformance.harness.OfficialValues;
import dev.aero4j.conformance.harness.Relay;
import dev.aero4j.embedded.EmbeddedAerospike;
import dev.aero4j.expression.Expression;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.BatchPolicy;
import dev.aero4j.policy.CommitLevel;
import dev.aero4j.policy.KeyPolicy;
import dev.aero4j.policy.ReadModeAp;
import dev.aero4j.policy.ReadModeSc;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.policy.RecordExistsAction;
import dev.aero4j.policy.WriteMeta;
import dev.aero4j.policy.WritePolicy;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.message.BatchRequest;
import dev.aero4j.wire.message.BatchRow;
import dev.aero4j.wire.message.Field;
import dev.aero4j.wire.message.FieldType;
import dev.aero4j.wire.message.Frame;
import dev.aero4j.wire.message.Message;
import dev.aero4j.wire.message.MessageFlags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
  private static final Expression FILTER =
      Expression.fromBytes(Exp.build(Exp.gt(Exp.intBin("n"), Exp.val(3))).getBytes());
  private static final com.aerospike.client.exp.Expression THEIR_FILTER =
      Exp.build(Exp.gt(Exp.intBin("n"), Exp.val(3)));

  private static EmbeddedAerospike node;
  private static Relay relay;
  private static Client ours;
  private static AerospikeClient theirs;

  /** The same batch for both clients. */
  record Pair(
      String name,
      Consumer<BatchPolicy.Builder> policy,
      Consumer<com.aerospike.client.policy.BatchPolicy> theirPolicy,
      List<BatchCommand> commands,
      List<com.aerospike.client.BatchRecord> theirs) {
    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeAll
  static void connect() {
    node = EmbeddedAerospike.start();
    relay = Relay.before(node.hosts().getFirst());
    ours = Aerospike.client(Backend.config(relay.seeds()).build()).connect();
    ClientPolicy policy = new ClientPolicy();
    policy.timeout = 5_000;
    theirs = new AerospikeClient(policy, Host.parseHosts(relay.seeds(), 3000));
  }

  @AfterAll
  static void close() {
    theirs.close();
    ours.close();
    relay.close();
    node.close();
  }

  /** Two rows: the official client sends a batch of one as a command of its own. */
  private static Pair of(
      String name,
      Function<Key, BatchCommand> ours,
      Function<com.aerospike.client.Key, com.aerospike.client.BatchRecord> theirs) {
    List<Key> keys = List.of(Keys.fresh(), Keys.fresh());
    return new Pair(
        name,
        policy -> {},
        policy -> {},
        keys.stream().map(ours).toList(),
        keys.stream().map(OfficialValues::toTheirs).map(theirs).toList());
  }

  private static Pair read(
      String name,
      Consumer<BatchPolicy.Builder> policy,
      Consumer<com.aerospike.client.policy.BatchPolicy> theirPolicy) {
    Key key = Keys.fresh();
    Key other = Keys.fresh();
    return new Pair(
        name,
        policy,
        theirPolicy,
        List.of(BatchRead.of(key), BatchRead.of(other)),
        List.of(
            new com.aerospike.client.BatchRead(OfficialValues.toTheirs(key), true),
            new com.aerospike.client.BatchRead(OfficialValues.toTheirs(other), true)));
  }

  private static Pair write(
      String name, WritePolicy policy, Consumer<BatchWritePolicy> theirPolicy) {
    BatchWritePolicy their = new BatchWritePolicy();
    theirPolicy.accept(their);
    return of(
        name,
        key -> BatchWrite.put(key, Bins.of("n", 1), policy),
        key ->
            new com.aerospike.client.BatchWrite(
                their,
                key,
                new com.aerospike.client.Operation[] {
                  com.aerospike.client.Operation.put(new Bin("n", 1))
                }));
  }

  static Stream<Pair> pairs() {
    return Stream.of(reads(), policies(), writes(), others()).flatMap(pairs -> pairs);
  }

  private static Stream<Pair> reads() {
    BatchReadPolicy touch = new BatchReadPolicy();
    touch.readTouchTtlPercent = 60;
    touch.filterExp = THEIR_FILTER;
    return Stream.of(
        of(
            "all bins",
            key -> BatchRead.of(key),
            key -> new com.aerospike.client.BatchRead(key, true)),
        of(
            "some bins",
            key -> BatchRead.of(key, "a", "b"),
            key -> new com.aerospike.client.BatchRead(key, new String[] {"a", "b"})),
        of(
            "existence",
            key -> BatchRead.of(key, List.of()),
            key -> new com.aerospike.client.BatchRead(key, false)),
        of(
            "read operations",
            key -> BatchRead.operate(key, Operation.get("a")),
            key ->
                new com.aerospike.client.BatchRead(
                    key,
                    new com.aerospike.client.Operation[] {
                      com.aerospike.client.Operation.get("a")
                    })),
        of(
            "a read's own policy",
            key ->
                BatchRead.of(key)
                    .withPolicy(
                        ReadPolicy.builder()
                            .readTouchTtlPercent(60)
                            .filterExpression(FILTER)
                            .build()),
            key -> new com.aerospike.client.BatchRead(touch, key, true)));
  }

  private static Stream<Pair> policies() {
    return Stream.of(
        read("not inline", p -> p.allowInline(false), p -> p.allowInline = false),
        read("inline on a device", p -> p.allowInlineSsd(true), p -> p.allowInlineSSD = true),
        read("until one fails", p -> p.respondAllKeys(false), p -> p.respondAllKeys = false),
        read(
            "all replicas",
            p -> p.readModeAp(ReadModeAp.ALL),
            p -> p.readModeAP = com.aerospike.client.policy.ReadModeAP.ALL),
        read(
            "linearized",
            p -> p.readModeSc(ReadModeSc.LINEARIZE),
            p -> p.readModeSC = com.aerospike.client.policy.ReadModeSC.LINEARIZE),
        read(
            "from replicas",
            p -> p.readModeSc(ReadModeSc.ALLOW_REPLICA),
            p -> p.readModeSC = com.aerospike.client.policy.ReadModeSC.ALLOW_REPLICA),
        read(
            "while unavailable",
            p -> p.readModeSc(ReadModeSc.ALLOW_UNAVAILABLE),
            p -> p.readModeSC = com.aerospike.client.policy.ReadModeSC.ALLOW_UNAVAILABLE),
        read("touch", p -> p.readTouchTtlPercent(40), p -> p.readTouchTtlPercent = 40),
        read("filtered", p -> p.filterExpression(FILTER), p -> p.filterExp = THEIR_FILTER),
        read(
            "other times",
            p -> p.socketTimeout(Duration.ofMillis(700)).totalTimeout(Duration.ofMillis(900)),
            p -> p.setTimeouts(700, 900)));
  }

  private static Stream<Pair> writes() {
    return Stream.of(
        write("put", WritePolicy.defaults(), p -> {}),
        write("ttl", WritePolicy.builder().ttl(77).build(), p -> p.expiration = 77),
        write("never", WritePolicy.builder().ttl(-1).build(), p -> p.expiration = -1),
        write(
            "generation",
            WritePolicy.builder().expectGeneration(9).build(),
            p -> {
              p.generationPolicy = com.aerospike.client.policy.GenerationPolicy.EXPECT_GEN_EQUAL;
              p.generation = 9;
            }),
        write(
            "master only",
            WritePolicy.builder().commitLevel(CommitLevel.MASTER).build(),
            p -> p.commitLevel = com.aerospike.client.policy.CommitLevel.COMMIT_MASTER),
        write(
            "durable",
            WritePolicy.builder().durableDelete(true).build(),
            p -> p.durableDelete = true),
        write(
            "key", WritePolicy.builder().keyPolicy(KeyPolicy.SEND).build(), p -> p.sendKey = true),
        write(
            "filter",
            WritePolicy.builder().filterExpression(FILTER).build(),
            p -> p.filterExp = THEIR_FILTER),
        exists(RecordExistsAction.CREATE_ONLY),
        exists(RecordExistsAction.UPDATE_ONLY),
        exists(RecordExistsAction.REPLACE),
        exists(RecordExistsAction.REPLACE_ONLY));
  }

  private static Pair exists(RecordExistsAction action) {
    return write(
        action.name(),
        WritePolicy.builder().recordExistsAction(action).build(),
        p ->
            p.recordExistsAction =
                com.aerospike.client.policy.RecordExistsAction.valueOf(action.name()));
  }

  private static Stream<Pair> others() {
    BatchDeletePolicy delete = new BatchDeletePolicy();
    delete.generationPolicy = com.aerospike.client.policy.GenerationPolicy.EXPECT_GEN_EQUAL;
    delete.generation = 3;
    BatchUDFPolicy udf = new BatchUDFPolicy();
    udf.expiration = 5;
    return Stream.of(
        of("remove", key -> BatchRemove.of(key), key -> new com.aerospike.client.BatchDelete(key)),
        of(
            "remove a generation",
            key -> BatchRemove.of(key, WriteMeta.generation(3)),
            key -> new com.aerospike.client.BatchDelete(delete, key)),
        of(
            "apply",
            key -> BatchApply.of(key, "module", "function", List.of(1, "x"), WriteMeta.ttl(5)),
            key ->
                new com.aerospike.client.BatchUDF(
                    udf, key, "module", "function", new Value[] {Value.get(1), Value.get("x")})),
        of(
            "operate",
            key -> BatchWrite.operate(key, List.of(Operation.add("n", 1), Operation.get("n"))),
            key ->
                new com.aerospike.client.BatchWrite(
                    key,
                    new com.aerospike.client.Operation[] {
                      com.aerospike.client.Operation.add(new Bin("n", 1)),
                      com.aerospike.client.Operation.get("n")
                    })));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pairs")
  void aBatchMeansWhatThatOfTheOfficialClientMeans(Pair pair) {
    BatchPolicy.Builder policy = BatchPolicy.builder().totalTimeout(Duration.ofSeconds(5));
    pair.policy.accept(policy);
    com.aerospike.client.policy.BatchPolicy their =
        new com.aerospike.client.policy.BatchPolicy(theirs.getBatchParentPolicyWriteDefault());
    their.setTimeouts(30_000, 5_000);
    pair.theirPolicy.accept(their);
    List<byte[]> unused = relay.takeRecorded();
    ours.batch(pair.commands, policy.build());
    List<String> said = meaning(relay.takeRecorded());
    theirs.operate(their, new ArrayList<>(pair.theirs));
    assertThat(said).isEqualTo(meaning(relay.takeRecorded()));
    assertThat(said).hasSize(1 + pair.commands.size());
  }

  private static List<String> meaning(List<byte[]> frames) {
    assertThat(frames).hasSize(1);
    byte[] frame = frames.getFirst();
    Message message =
        Message.read(new WireReader(frame, Frame.HEADER_SIZE, frame.length - Frame.HEADER_SIZE));
    BatchRequest batch = BatchRequest.read(message.field(FieldType.BATCH_INDEX).reader());
    List<String> lines = new ArrayList<>();
    lines.add(
        "info1 %x, time limit %d, flags %x"
            .formatted(message.header().info1(), message.header().timeout(), batch.flags()));
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
