package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.AerospikeException;
import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.FilteredOutException;
import dev.aero4j.InvalidArgumentException;
import dev.aero4j.Key;
import dev.aero4j.batch.BatchRecords;
import dev.aero4j.columns.ColumnBatch;
import dev.aero4j.columns.Schema;
import dev.aero4j.conformance.harness.Backend;
import dev.aero4j.conformance.harness.BatchData;
import dev.aero4j.conformance.harness.Everywhere;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.expression.Exp;
import dev.aero4j.expression.Expression;
import dev.aero4j.model.ResultCode;
import dev.aero4j.operation.ListOperation;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.policy.WriteOption;
import dev.aero4j.policy.WritePolicy;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

  private static void run(Command command, Client client, Key key, Expression filter) {
    command.run(
        client,
        key,
        ReadPolicy.builder().filterExpression(filter).build(),
        WritePolicy.builder().filterExpression(filter).build());
  }
}
