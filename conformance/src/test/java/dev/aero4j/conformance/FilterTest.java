package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.AerospikeException;
import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.ClientConfig;
import dev.aero4j.FilteredOutException;
import dev.aero4j.InvalidArgumentException;
import dev.aero4j.Key;
import dev.aero4j.batch.BatchRead;
import dev.aero4j.batch.BatchRecord;
import dev.aero4j.batch.BatchRecords;
import dev.aero4j.batch.BatchWrite;
import dev.aero4j.batch.ColumnWriteResult;
import dev.aero4j.columns.ColumnBatch;
import dev.aero4j.columns.Schema;
import dev.aero4j.conformance.harness.Backend;
import dev.aero4j.conformance.harness.BatchData;
import dev.aero4j.conformance.harness.BothFaces;
import dev.aero4j.conformance.harness.Everywhere;
import dev.aero4j.conformance.harness.Face;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.expression.Exp;
import dev.aero4j.expression.Expression;
import dev.aero4j.model.ResultCode;
import dev.aero4j.operation.ListOperation;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.BatchPolicy;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.policy.WriteOption;
import dev.aero4j.policy.WritePolicy;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A filter reaches the server with every command, and keeps it from records that do not match. */
class FilterTest {
  private static final Bins BINS = Bins.of("n", 5, "s", "text", "b", new byte[] {1});
  private static final Expression MATCHES = Exp.eq(Exp.intBin("n"), Exp.val(5)).build();
  private static final Expression DIFFERS = Exp.gt(Exp.intBin("n"), Exp.val(5)).build();

  /** The bin is not there: neither true nor false. */
  private static final Expression UNKNOWN = Exp.eq(Exp.intBin("none"), Exp.val(5)).build();

  /** The bin is of another type. */
  private static final Expression OTHER_TYPE = Exp.ne(Exp.intBin("s"), Exp.val(5)).build();

  private interface Command {
    void run(Client client, Key key, ReadPolicy read, WritePolicy write);
  }

  private static final Map<String, Command> COMMANDS = commands();

  private static Map<String, Command> commands() {
    List<Operation> operations = List.of(ListOperation.append("l", 1), Operation.get("n"));
    Map<String, Command> commands = new LinkedHashMap<>();
    commands.put("get", (client, key, read, write) -> client.get(key, read));
    commands.put("select", (client, key, read, write) -> client.select(key, List.of("n"), read));
    commands.put("exists", (client, key, read, write) -> client.exists(key, read));
    commands.put("put", (client, key, read, write) -> client.put(key, Bins.of("x", 1), write));
    commands.put("touch", (client, key, read, write) -> client.touch(key, 1_000, write));
    commands.put("append", (client, key, read, write) -> client.append(key, "s", "x", write));
    commands.put("prepend", (client, key, read, write) -> client.prepend(key, "s", "x", write));
    commands.put("increment", (client, key, read, write) -> client.increment(key, "n", 1, write));
    commands.put(
        "removeBin", (client, key, read, write) -> client.removeBin(key, List.of("s"), write));
    commands.put("operate", (client, key, read, write) -> client.operate(key, operations, write));
    commands.put(
        "operateOrdered",
        (client, key, read, write) -> client.operateOrdered(key, operations, write));
    commands.put("remove", (client, key, read, write) -> client.remove(key, write));
    return commands;
  }

  @Test
  void everyCommandOnARecordIsHere() {
    Set<String> withPolicy =
        Arrays.stream(Client.class.getMethods())
            .filter(FilterTest::takesPolicy)
            .map(Method::getName)
            .collect(Collectors.toSet());
    assertThat(COMMANDS.keySet()).containsExactlyInAnyOrderElementsOf(withPolicy);
  }

  private static boolean takesPolicy(Method method) {
    List<Class<?>> parameters = List.of(method.getParameterTypes());
    return !parameters.isEmpty()
        && parameters.getFirst() == Key.class
        && (parameters.contains(ReadPolicy.class) || parameters.contains(WriteOption[].class));
  }

  @Everywhere
  void aRecordThatDoesNotMatchIsLeftAlone(Client client) {
    Key key = Keys.fresh();
    client.put(key, BINS);
    for (Expression filter : List.of(DIFFERS, UNKNOWN, OTHER_TYPE)) {
      COMMANDS.forEach(
          (name, command) ->
              assertThatThrownBy(() -> run(command, client, key, filter))
                  .as(name)
                  .isInstanceOfSatisfying(
                      FilteredOutException.class,
                      e -> assertThat(e.resultCode()).isEqualTo(ResultCode.FILTERED_OUT))
                  .hasMessageContaining(key.digestHex()));
    }
    assertThat(client.get(key).generation()).isEqualTo(1);
  }

  @Everywhere
  void aRecordThatMatchesIsNotFiltered(Client client) {
    COMMANDS.forEach(
        (name, command) -> {
          Key key = Keys.fresh();
          client.put(key, BINS);
          run(command, client, key, MATCHES);
        });
  }

  @Everywhere
  void aFilterThatIsNoBooleanIsRefused(Client client) {
    Key key = Keys.fresh();
    client.put(key, BINS);
    Expression sum = Exp.add(Exp.intBin("n"), Exp.val(1)).build();
    assertThatThrownBy(() -> ReadPolicy.builder().filterExpression(sum))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("an integer: add(intBin(\"n\"), 1)");
    Expression number = Expression.fromBytes(sum.toBytes());
    assertThatThrownBy(() -> client.get(key, ReadPolicy.builder().filterExpression(number).build()))
        .isInstanceOfSatisfying(
            AerospikeException.class,
            e -> assertThat(e.resultCode()).isEqualTo(ResultCode.PARAMETER_ERROR));
  }

  @Everywhere
  void rowsOfBatchesAndColumnsAreFilteredEachByItself(Client client) {
    List<Key> keys = BatchData.fresh(3);
    client.put(keys.get(0), Bins.of("n", 5));
    client.put(keys.get(1), Bins.of("n", 6));
    BatchRecords read =
        client.batchRead(keys, Backend.batchPolicy().filterExpression(MATCHES).build());
    assertThat(read.get(0).resultCode()).isEqualTo(ResultCode.OK);
    assertThat(read.get(1).resultCode()).isEqualTo(ResultCode.FILTERED_OUT);
    assertThat(read.get(2).resultCode()).isEqualTo(ResultCode.KEY_NOT_FOUND);
    ColumnBatch columns =
        client.batchRead(
            keys, Schema.of("n", "i8"), Backend.batchPolicy().filterExpression(MATCHES).build());
    assertThat(columns.resultCodes())
        .containsExactly(ResultCode.OK, ResultCode.FILTERED_OUT, ResultCode.KEY_NOT_FOUND);
  }

  /** Every call of batches but for functions, on two keys of which the filter takes the first. */
  private static final Map<String, BatchCall> BATCHES = batches();

  private interface BatchCall {
    List<Integer> codes(Client client, List<Key> keys, BatchPolicy policy);
  }

  private static Map<String, BatchCall> batches() {
    Map<String, BatchCall> batches = new LinkedHashMap<>();
    List<Operation> append = List.of(ListOperation.append("l", 1));
    batches.put(
        "read", (client, keys, policy) -> codes(client.batchRead(keys, List.of("n"), policy)));
    batches.put(
        "exists", (client, keys, policy) -> codes(client.batchRead(keys, List.of(), policy)));
    batches.put(
        "read by operations",
        (client, keys, policy) -> codes(client.batchRead(keys, policy, Operation.get("n"))));
    batches.put(
        "columns",
        (client, keys, policy) ->
            Arrays.stream(client.batchRead(keys, Schema.of("n", "i8"), policy).resultCodes())
                .boxed()
                .toList());
    batches.put(
        "operate", (client, keys, policy) -> codes(client.batchOperate(keys, append, policy)));
    batches.put(
        "put",
        (client, keys, policy) ->
            codes(
                client.batchWrite(
                    keys.stream().map(key -> BatchWrite.put(key, Bins.of("x", 1))).toList(),
                    policy)));
    batches.put(
        "mixed",
        (client, keys, policy) ->
            codes(
                client.batch(
                    List.of(BatchRead.of(keys.get(0)), BatchWrite.operate(keys.get(1), append)),
                    policy)));
    batches.put("remove", (client, keys, policy) -> codes(client.batchRemove(keys, policy)));
    return batches;
  }

  private static List<Integer> codes(BatchRecords results) {
    return results.stream().map(BatchRecord::resultCode).toList();
  }

  @BothFaces
  void everyCallOfBatchesIsFiltered(Client client) {
    BATCHES.forEach(
        (name, call) -> {
          List<Key> keys = BatchData.fresh(2);
          client.put(keys.get(0), Bins.of("n", 5));
          client.put(keys.get(1), Bins.of("n", 6));
          BatchPolicy policy = Backend.batchPolicy().filterExpression(MATCHES).build();
          assertThat(call.codes(client, keys, policy))
              .as(name)
              .containsExactly(ResultCode.OK, ResultCode.FILTERED_OUT);
          assertThat(client.get(keys.get(1)).generation()).as(name).isEqualTo(1);
        });
  }

  @BothFaces
  void columnsAreWrittenWhereTheFilterOfTheWritePolicyMatches(Client client) {
    List<Key> keys = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      keys.add(Key.of(Keys.NAMESPACE, Keys.SET, (1L << 46) + Keys.freshNumber()));
    }
    client.put(keys.get(0), Bins.of("n", 5));
    client.put(keys.get(1), Bins.of("n", 6));
    ColumnBatch rows =
        ColumnBatch.builder(Schema.of("_key", "i8", "x", "i8"), keys.size())
            .longs("_key", keys.stream().mapToLong(key -> (Long) key.userKey()).toArray())
            .longs("x", new long[] {1, 2, 3})
            .build();
    BatchPolicy policy = Backend.batchPolicy().filterExpression(MATCHES).build();
    ColumnWriteResult result = client.batchWrite(rows, Keys.NAMESPACE, Keys.SET, "_key", policy);
    assertThat(result.failures())
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.row()).isEqualTo(1);
              assertThat(failure.resultCode()).isEqualTo(ResultCode.FILTERED_OUT);
            });
    assertThat(client.get(keys.get(1)).generation()).isEqualTo(1);
  }

  /** The client's own policies have filters too. */
  @Everywhere(faces = {Face.BLOCKING, Face.ASYNC})
  void filtersOfTheClientsPoliciesAreForEveryCommand(Client plain, Backend backend, Face face) {
    ClientConfig config =
        backend
            .config()
            .readPolicy(ReadPolicy.builder().filterExpression(DIFFERS).build())
            .writePolicy(WritePolicy.builder().filterExpression(DIFFERS).build())
            .batchPolicy(Backend.batchPolicy().filterExpression(DIFFERS).build())
            .build();
    Key key = Keys.fresh();
    plain.put(key, BINS);
    try (Client client = face.open(config).connect()) {
      for (ThrowingCallable call :
          List.<ThrowingCallable>of(
              () -> client.get(key),
              () -> client.exists(key),
              () -> client.select(key, "n"),
              () -> client.put(key, Bins.of("n", 1)),
              () -> client.touch(key),
              () -> client.operate(key, Operation.get("n")),
              () -> client.operateOrdered(key, ListOperation.append("l", 1)),
              () -> client.remove(key),
              () -> client.batchRead(List.of(key)).orThrow(),
              () -> client.batchOperate(List.of(key), ListOperation.append("l", 1)).orThrow(),
              () -> client.batchRemove(List.of(key)).orThrow())) {
        assertThatThrownBy(call).isInstanceOf(FilteredOutException.class);
      }
    }
    assertThat(plain.get(key).generation()).isEqualTo(1);
  }

  private static void run(Command command, Client client, Key key, Expression filter) {
    command.run(
        client,
        key,
        ReadPolicy.builder().filterExpression(filter).build(),
        WritePolicy.builder().filterExpression(filter).build());
  }
}
