package dev.aero4j.conformance;

import com.aerospike.client.Bin;
import com.aerospike.client.Value;
import com.aerospike.client.exp.Exp;
import com.aerospike.client.policy.BatchDeletePolicy;
import com.aerospike.client.policy.BatchReadPolicy;
import com.aerospike.client.policy.BatchUDFPolicy;
import com.aerospike.client.policy.BatchWritePolicy;
import dev.aero4j.Bins;
import dev.aero4j.Key;
import dev.aero4j.batch.BatchApply;
import dev.aero4j.batch.BatchCommand;
import dev.aero4j.batch.BatchRead;
import dev.aero4j.batch.BatchRemove;
import dev.aero4j.batch.BatchWrite;
import dev.aero4j.conformance.harness.BatchData;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.conformance.harness.OfficialValues;
import dev.aero4j.expression.Expression;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.BatchPolicy;
import dev.aero4j.policy.CommitLevel;
import dev.aero4j.policy.GenerationPolicy;
import dev.aero4j.policy.KeyPolicy;
import dev.aero4j.policy.ReadModeAp;
import dev.aero4j.policy.ReadModeSc;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.policy.RecordExistsAction;
import dev.aero4j.policy.WritePolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Batches for both clients, to be compared: one pair for each thing that a message can say. */
final class BatchPairs {
  private static final Expression FILTER =
      Expression.fromBytes(Exp.build(Exp.gt(Exp.intBin("n"), Exp.val(3))).getBytes());
  private static final com.aerospike.client.exp.Expression THEIR_FILTER =
      Exp.build(Exp.gt(Exp.intBin("n"), Exp.val(3)));
  private static final WritePolicy.Builder NEWER =
      WritePolicy.builder().generationPolicy(GenerationPolicy.EXPECT_GREATER).generation(4);

  private BatchPairs() {}

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

  /** Returns all pairs. */
  static Stream<Pair> all() {
    return Stream.of(reads(), policies(), writes(), removals(), functions(), others())
        .flatMap(pairs -> pairs);
  }

  private static Stream<Pair> reads() {
    BatchReadPolicy touch = new BatchReadPolicy();
    touch.readTouchTtlPercent = 60;
    touch.filterExp = THEIR_FILTER;
    BatchReadPolicy modes = new BatchReadPolicy();
    modes.readModeAP = com.aerospike.client.policy.ReadModeAP.ALL;
    modes.readModeSC = com.aerospike.client.policy.ReadModeSC.LINEARIZE;
    return Stream.of(
        of(
            "a read's own modes",
            key ->
                BatchRead.of(key)
                    .withPolicy(
                        ReadPolicy.builder()
                            .readModeAp(ReadModeAp.ALL)
                            .readModeSc(ReadModeSc.LINEARIZE)
                            .build()),
            key -> new com.aerospike.client.BatchRead(modes, key, true)),
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
        compressed(),
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
            "newer generation",
            NEWER.build(),
            p -> {
              p.generationPolicy = com.aerospike.client.policy.GenerationPolicy.EXPECT_GEN_GT;
              p.generation = 4;
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

  private static Pair remove(
      String name, WritePolicy policy, Consumer<BatchDeletePolicy> theirPolicy) {
    BatchDeletePolicy their = new BatchDeletePolicy();
    theirPolicy.accept(their);
    return of(
        name,
        key -> BatchRemove.of(key, policy),
        key -> new com.aerospike.client.BatchDelete(their, key));
  }

  private static Stream<Pair> removals() {
    return Stream.of(
        remove(
            "remove a generation",
            WritePolicy.builder().expectGeneration(3).build(),
            p -> {
              p.generationPolicy = com.aerospike.client.policy.GenerationPolicy.EXPECT_GEN_EQUAL;
              p.generation = 3;
            }),
        remove(
            "remove an older generation",
            NEWER.build(),
            p -> {
              p.generationPolicy = com.aerospike.client.policy.GenerationPolicy.EXPECT_GEN_GT;
              p.generation = 4;
            }),
        remove(
            "remove from the master only",
            WritePolicy.builder().commitLevel(CommitLevel.MASTER).build(),
            p -> p.commitLevel = com.aerospike.client.policy.CommitLevel.COMMIT_MASTER),
        remove(
            "remove durably",
            WritePolicy.builder().durableDelete(true).build(),
            p -> p.durableDelete = true),
        remove(
            "remove with the key",
            WritePolicy.builder().keyPolicy(KeyPolicy.SEND).build(),
            p -> p.sendKey = true),
        remove(
            "remove filtered",
            WritePolicy.builder().filterExpression(FILTER).build(),
            p -> p.filterExp = THEIR_FILTER));
  }

  private static Pair apply(String name, WritePolicy policy, Consumer<BatchUDFPolicy> theirPolicy) {
    BatchUDFPolicy their = new BatchUDFPolicy();
    theirPolicy.accept(their);
    return of(
        name,
        key -> BatchApply.of(key, "module", "function", List.of(1, "x"), policy),
        key ->
            new com.aerospike.client.BatchUDF(
                their, key, "module", "function", new Value[] {Value.get(1), Value.get("x")}));
  }

  private static Stream<Pair> functions() {
    return Stream.of(
        apply("apply with ttl", WritePolicy.builder().ttl(5).build(), p -> p.expiration = 5),
        apply(
            "apply on the master only",
            WritePolicy.builder().commitLevel(CommitLevel.MASTER).build(),
            p -> p.commitLevel = com.aerospike.client.policy.CommitLevel.COMMIT_MASTER),
        apply(
            "apply durably",
            WritePolicy.builder().durableDelete(true).build(),
            p -> p.durableDelete = true),
        apply(
            "apply with the key",
            WritePolicy.builder().keyPolicy(KeyPolicy.SEND).build(),
            p -> p.sendKey = true),
        apply(
            "apply filtered",
            WritePolicy.builder().filterExpression(FILTER).build(),
            p -> p.filterExp = THEIR_FILTER));
  }

  /** The batch's policy of writes is that of all that have none of their own. */
  private static Pair writesOfTheBatch() {
    BatchWritePolicy put = new BatchWritePolicy();
    put.generationPolicy = com.aerospike.client.policy.GenerationPolicy.EXPECT_GEN_EQUAL;
    put.generation = 8;
    put.sendKey = true;
    BatchDeletePolicy delete = new BatchDeletePolicy();
    delete.generationPolicy = com.aerospike.client.policy.GenerationPolicy.EXPECT_GEN_EQUAL;
    delete.generation = 8;
    delete.sendKey = true;
    WritePolicy writes =
        WritePolicy.builder().expectGeneration(8).keyPolicy(KeyPolicy.SEND).build();
    Key key = Keys.fresh();
    Key other = Keys.fresh();
    return new Pair(
        "the batch's writes",
        policy -> policy.writePolicy(writes),
        policy -> {},
        List.of(BatchWrite.put(key, Bins.of("n", 1)), BatchRemove.of(other)),
        List.of(
            new com.aerospike.client.BatchWrite(
                put,
                OfficialValues.toTheirs(key),
                new com.aerospike.client.Operation[] {
                  com.aerospike.client.Operation.put(new Bin("n", 1))
                }),
            new com.aerospike.client.BatchDelete(delete, OfficialValues.toTheirs(other))));
  }

  /** What a record says of itself holds, whatever the batch says of its writes. */
  private static Pair writesOfTheirOwn() {
    WritePolicy batch =
        WritePolicy.builder()
            .ttl(99)
            .expectGeneration(8)
            .recordExistsAction(RecordExistsAction.REPLACE)
            .commitLevel(CommitLevel.MASTER)
            .durableDelete(true)
            .keyPolicy(KeyPolicy.SEND)
            .filterExpression(FILTER)
            .build();
    WritePolicy own = WritePolicy.defaults();
    Key put = Keys.fresh();
    Key remove = Keys.fresh();
    Key apply = Keys.fresh();
    return new Pair(
        "writes of their own",
        policy -> policy.writePolicy(batch),
        policy -> {},
        List.of(
            BatchWrite.put(put, Bins.of("n", 1), own),
            BatchRemove.of(remove, own),
            BatchApply.of(apply, "module", "function", List.of(), own)),
        List.of(
            new com.aerospike.client.BatchWrite(
                new BatchWritePolicy(),
                OfficialValues.toTheirs(put),
                new com.aerospike.client.Operation[] {
                  com.aerospike.client.Operation.put(new Bin("n", 1))
                }),
            new com.aerospike.client.BatchDelete(
                new BatchDeletePolicy(), OfficialValues.toTheirs(remove)),
            new com.aerospike.client.BatchUDF(
                new BatchUDFPolicy(),
                OfficialValues.toTheirs(apply),
                "module",
                "function",
                new Value[0])));
  }

  /** Small messages are not compressed; from 128 rows on ours would be two. */
  private static Pair compressed() {
    List<Key> keys = BatchData.fresh(100);
    List<com.aerospike.client.BatchRecord> theirs = new ArrayList<>();
    keys.forEach(
        key -> theirs.add(new com.aerospike.client.BatchRead(OfficialValues.toTheirs(key), true)));
    return new Pair(
        "compressed",
        policy -> policy.compress(true),
        policy -> policy.compress = true,
        keys.stream().<BatchCommand>map(BatchRead::of).toList(),
        theirs);
  }

  private static Stream<Pair> others() {
    return Stream.of(
        writesOfTheBatch(),
        writesOfTheirOwn(),
        of("remove", key -> BatchRemove.of(key), key -> new com.aerospike.client.BatchDelete(key)),
        of(
            "apply",
            key -> BatchApply.of(key, "module", "function", List.of()),
            key -> new com.aerospike.client.BatchUDF(key, "module", "function", new Value[0])),
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
}
