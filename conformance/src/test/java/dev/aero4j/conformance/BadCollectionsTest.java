package dev.aero4j.conformance;

import static dev.aero4j.model.ResultCode.BIN_TYPE_MISMATCH;
import static dev.aero4j.model.ResultCode.ELEMENT_EXISTS;
import static dev.aero4j.model.ResultCode.ELEMENT_NOT_FOUND;
import static dev.aero4j.model.ResultCode.INVALID_ARGUMENT;
import static dev.aero4j.model.ResultCode.OPERATION_NOT_APPLICABLE;
import static dev.aero4j.model.ResultCode.PARAMETER_ERROR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aerospike.client.IAerospikeClient;
import dev.aero4j.AerospikeException;
import dev.aero4j.BinTypeException;
import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.ClientException;
import dev.aero4j.InvalidArgumentException;
import dev.aero4j.Key;
import dev.aero4j.Record;
import dev.aero4j.batch.BatchRecord;
import dev.aero4j.batch.BatchRecords;
import dev.aero4j.batch.BatchWrite;
import dev.aero4j.conformance.harness.BothFaces;
import dev.aero4j.conformance.harness.Everywhere;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.conformance.harness.OfficialValues;
import dev.aero4j.conformance.harness.Same;
import dev.aero4j.expression.Exp;
import dev.aero4j.expression.Expression;
import dev.aero4j.expression.ListExp;
import dev.aero4j.expression.MapExp;
import dev.aero4j.model.ResultCode;
import dev.aero4j.operation.BitOperation;
import dev.aero4j.operation.Context;
import dev.aero4j.operation.ExpOperation;
import dev.aero4j.operation.HllOperation;
import dev.aero4j.operation.ListOperation;
import dev.aero4j.operation.ListOptions;
import dev.aero4j.operation.MapOperation;
import dev.aero4j.operation.MapOptions;
import dev.aero4j.operation.MapOrder;
import dev.aero4j.operation.Operation;
import dev.aero4j.operation.PathOperation;
import dev.aero4j.operation.SelectReturn;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.policy.WritePolicy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * Operations and expressions that cannot work: an exception that names the bin, the path and the
 * code, and a record that is as it was.
 */
class BadCollectionsTest {
  private static final int DEEPEST = 256;
  private static final String LONG_NAME = "sixteen_bytes___";
  private static final Context ROOT = Context.root();

  private static final Bins BINS =
      Bins.of(
          "n",
          7,
          "s",
          "text",
          "l",
          List.of(1, 2, List.of(3)),
          "m",
          Map.of("a", 1, "b", List.of(1)),
          "bytes",
          new byte[] {1});

  private static Key written(Client client) {
    Key key = Keys.fresh();
    client.put(key, BINS);
    return key;
  }

  private static void unchanged(Client client, Key key) {
    Record record = client.get(key);
    assertThat(record.generation()).isEqualTo(1);
    Same.assertSame(record.bins(), BINS.toMap());
  }

  /** Fails unless a server refuses this, alone and together with a write that it would take. */
  private static void refused(
      Client client, Key key, int code, Operation operation, String... words) {
    assertRefused(code, () -> client.operate(key, operation), key, words);
    assertRefused(code, () -> client.operate(key, Operation.put("new", 1), operation), key, words);
    assertRefused(code, () -> client.operateOrdered(key, operation), key, words);
    unchanged(client, key);
  }

  private static void assertRefused(int code, ThrowingCallable call, Key key, String... words) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            AerospikeException.class,
            e -> {
              assertThat(e.resultCode()).isEqualTo(code);
              assertThat(e.inDoubt()).isFalse();
            })
        .hasMessageContaining(key.digestHex())
        .hasMessageContaining("code " + code)
        .hasMessageContaining(ResultCode.name(code))
        .hasMessageContainingAll(words);
  }

  private static void invalid(ThrowingCallable call, String... words) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            InvalidArgumentException.class,
            e -> assertThat(e.resultCode()).isEqualTo(INVALID_ARGUMENT))
        .hasMessageContainingAll(words);
  }

  private static Object nested(int depth) {
    Object value = 1;
    for (int i = 0; i < depth; i++) {
      value = i % 2 == 0 ? List.of(value) : Map.of("a", value);
    }
    return value;
  }

  @Everywhere
  void anOperationOnABinOfAnotherType(Client client) {
    Key key = written(client);
    for (Operation operation :
        List.of(
            ListOperation.append("s", 1),
            ListOperation.size("m"),
            MapOperation.put("l", "a", 1),
            MapOperation.getByKey("s", "a"),
            BitOperation.resize("s", 4),
            BitOperation.count("l", 0, 8),
            HllOperation.getCount("n"),
            HllOperation.add("bytes", List.of("x")))) {
      String text = operation.toString();
      refused(client, key, BIN_TYPE_MISMATCH, operation, text);
    }
    assertThatThrownBy(() -> client.operate(key, MapOperation.put("l", "a", 1)))
        .isInstanceOf(BinTypeException.class)
        .hasMessageContaining("MapOperation.put(\"l\", …)");
    assertRefused(BIN_TYPE_MISMATCH, () -> client.increment(key, "s", 1), key, "bin 's'");
    assertRefused(BIN_TYPE_MISMATCH, () -> client.append(key, "n", "x"), key, "bin 'n'");
    unchanged(client, key);
  }

  @Everywhere
  void aPathThatLeadsNowhere(Client client) {
    Key key = written(client);
    refused(
        client,
        key,
        OPERATION_NOT_APPLICABLE,
        ListOperation.append("m", 1).at(ROOT.mapKey("none")),
        "ListOperation.append(\"m\", …).at(mapKey(\"none\"))");
    refused(
        client,
        key,
        OPERATION_NOT_APPLICABLE,
        ListOperation.get("l", 0).at(ROOT.listIndex(9)),
        "ListOperation.get(\"l\", …).at(listIndex(9))");
    refused(
        client,
        key,
        OPERATION_NOT_APPLICABLE,
        MapOperation.size("l").at(ROOT.mapKey("a")),
        "MapOperation.size(\"l\").at(mapKey(\"a\"))");
    refused(
        client,
        key,
        BIN_TYPE_MISMATCH,
        ListOperation.append("m", 1).at(ROOT.mapKey("a")),
        "\"m\"",
        "at(mapKey(\"a\"))");
    refused(
        client,
        key,
        PARAMETER_ERROR,
        ListOperation.get("n", 0).at(ROOT.listIndex(0)),
        "\"n\"",
        "at(listIndex(0))");
    refused(
        client,
        key,
        OPERATION_NOT_APPLICABLE,
        ListOperation.append("none", 1).at(ROOT.listIndex(0)),
        "\"none\"",
        "at(listIndex(0))");
    refused(client, key, OPERATION_NOT_APPLICABLE, ListOperation.get("l", 3), "\"l\"");
  }

  @Everywhere
  void whatOptionsForbid(Client client) {
    Key key = written(client);
    refused(
        client,
        key,
        ELEMENT_EXISTS,
        ListOperation.append("l", 1).with(ListOptions.unordered().addUnique()),
        "\"l\"");
    refused(
        client,
        key,
        ELEMENT_EXISTS,
        MapOperation.put("m", "a", 1).with(MapOptions.unordered().createOnly()),
        "\"m\"");
    refused(
        client,
        key,
        ELEMENT_NOT_FOUND,
        MapOperation.put("m", "q", 1).with(MapOptions.unordered().updateOnly()),
        "\"m\"");
  }

  @Everywhere
  void anExpressionThatHasNoValueOrIsNone(Client client) {
    Key key = written(client);
    Expression sum = Exp.add(Exp.intBin("none"), Exp.val(1)).build();
    refused(
        client,
        key,
        OPERATION_NOT_APPLICABLE,
        ExpOperation.read("x", sum),
        "ExpOperation.read(\"x\", add(intBin(\"none\"), 1))");
    refused(
        client,
        key,
        OPERATION_NOT_APPLICABLE,
        ExpOperation.write("x", Exp.add(Exp.intBin("s"), Exp.val(1)).build()),
        "ExpOperation.write(\"x\", add(intBin(\"s\"), 1))");
    Expression none = Expression.fromBytes(new byte[] {(byte) 0x91, 15});
    refused(
        client,
        key,
        PARAMETER_ERROR,
        ExpOperation.write("x", none),
        "\"x\"",
        "no operator of number");
    Expression number = Expression.fromBytes(Exp.intBin("n").build().toBytes());
    ReadPolicy reads = ReadPolicy.builder().filterExpression(number).build();
    WritePolicy writes = WritePolicy.builder().filterExpression(number).build();
    assertRefused(PARAMETER_ERROR, () -> client.get(key, reads), key, "filter intBin(\"n\")");
    assertRefused(
        PARAMETER_ERROR,
        () -> client.put(key, Bins.of("n", 1), writes),
        key,
        "bin 'n'",
        "filter intBin(\"n\")");
    unchanged(client, key);
  }

  @Everywhere
  void typesOfExpressionsThatDoNotFitAreFoundWhenTheyAreMade(Client client) {
    Key key = written(client);
    invalid(() -> Exp.eq(Exp.stringBin("s"), Exp.val(1)), "a string and an integer");
    invalid(() -> Exp.add(Exp.stringBin("s"), Exp.val(1)), "numbers of one type", "string");
    invalid(() -> ListExp.size(Exp.mapBin("m")), "works on a list", "a map");
    invalid(() -> MapExp.size(Exp.listBin("l")), "works on a map", "a list");
    invalid(() -> Exp.and(Exp.intBin("n"), Exp.val(true)), "boolean", "an integer");
    invalid(
        () -> ReadPolicy.builder().filterExpression(Exp.intBin("n").build()),
        "filterExpression",
        "an integer: intBin(\"n\")");
    invalid(() -> ROOT.allChildrenWhere(Exp.intBin("n")), "boolean", "an integer");
    unchanged(client, key);
  }

  @Everywhere
  void keysOfMapsThatCannotBeStored(Client client) {
    Key key = written(client);
    for (Object bad :
        Arrays.asList(1.5, Double.NaN, Float.NaN, true, null, List.of(1), Map.of(1, 2))) {
      Map<Object, Object> map = new HashMap<>();
      map.put(bad, 1);
      String named = String.valueOf(bad);
      invalid(() -> client.put(key, Bins.of("m", map)), "bin 'm'", named);
      invalid(() -> MapOperation.put("m", bad, 1), "bin 'm'", named);
      invalid(() -> MapOperation.putItems("m", map), "bin 'm'", named);
      invalid(() -> MapOperation.increment("m", bad, 1), "bin 'm'", named);
      invalid(() -> ListOperation.append("l", map), "bin 'l'", named);
      invalid(() -> ROOT.mapKeyCreate(bad, MapOrder.KEY_ORDERED), "path", named);
      invalid(() -> Exp.val(map), named);
    }
    unchanged(client, key);
  }

  /** To look for a key that no map can have is no mistake, and finds nothing. */
  @Everywhere
  void notANumberIsAValueAndNoKey(Client client) {
    Key key = written(client);
    assertThat(client.operate(key, MapOperation.getByKey("m", Double.NaN)).get("m")).isNull();
    refused(
        client,
        key,
        OPERATION_NOT_APPLICABLE,
        MapOperation.put("m", "a", 1).at(ROOT.mapKey(Double.NaN)),
        "at(mapKey(NaN))");
    client.operate(key, MapOperation.put("m", "nan", Double.NaN));
    assertThat(client.operate(key, MapOperation.getByKey("m", "nan")).get("m"))
        .isEqualTo(Double.NaN);
  }

  @Everywhere
  void namesOfBinsOverFifteenBytes(Client client) {
    Key key = written(client);
    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> ListOperation.append(LONG_NAME, 1),
            () -> MapOperation.put(LONG_NAME, 1, 1),
            () -> BitOperation.resize(LONG_NAME, 1),
            () -> HllOperation.init(LONG_NAME, 8),
            () -> PathOperation.select(LONG_NAME, SelectReturn.VALUE, ROOT.allChildren()),
            () -> ExpOperation.read(LONG_NAME, Exp.val(1).build()),
            () -> ExpOperation.write(LONG_NAME, Exp.val(1).build()),
            () -> Exp.intBin(LONG_NAME),
            () -> Exp.binExists(LONG_NAME))) {
      invalid(call, "'" + LONG_NAME + "'", "16 bytes", "1 to 15");
    }
    // An expression that somebody else made: servers say no more than that it is bad.
    byte[] bytes = Exp.intBin("fifteen_bytes__").build().toBytes();
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    longer[bytes.length] = 'x';
    longer[bytes.length - 16]++;
    refused(
        client,
        key,
        PARAMETER_ERROR,
        ExpOperation.read("x", Expression.fromBytes(longer)),
        "\"x\"");
  }

  @Everywhere
  void valuesNestedTooDeeply(Client client, IAerospikeClient official) {
    Key key = written(client);
    Object deepest = nested(DEEPEST);
    Object tooDeep = nested(DEEPEST + 1);
    invalid(() -> client.put(key, Bins.of("l", tooDeep)), "bin 'l'", "deeper than 256");
    invalid(() -> ListOperation.append("l", tooDeep), "bin 'l'", "deeper than 256");
    invalid(() -> ROOT.listValue(tooDeep), "path", "deeper than 256");
    unchanged(client, key);
    client.put(key, Bins.of("l", deepest));
    Same.assertSame(client.get(key).get("l"), deepest);

    // What operations, or other clients, have put deeper is there, and cannot be read as a whole.
    Key deeper = Keys.fresh();
    client.put(deeper, Bins.of("n", 1));
    client.operate(deeper, ListOperation.append("l", deepest));
    assertThat(client.get(deeper).getLong("n")).isEqualTo(1);
    for (ThrowingCallable read :
        List.<ThrowingCallable>of(
            () -> client.get(deeper).bins(),
            () -> client.operateOrdered(deeper, Operation.get("l")),
            () -> client.batchRead(List.of(deeper)).get(0).orThrow().get("l"))) {
      assertThatThrownBy(read)
          .isInstanceOfSatisfying(
              ClientException.class,
              e -> assertThat(e.resultCode()).isEqualTo(ResultCode.PARSE_ERROR))
          .hasMessageContainingAll(deeper.digestHex(), "bin 'l'", "deeper than 256");
    }
    assertThat(client.operate(deeper, ListOperation.get("l", 0)).get("l")).isNotNull();
    assertThat(official.get(null, OfficialValues.toTheirs(deeper)).getList("l")).hasSize(1);
  }

  @Everywhere
  void pathsNestedTooDeeply(Client client) {
    Key key = written(client);
    Context sixtyFour = ROOT;
    for (int i = 0; i < 64; i++) {
      sixtyFour = sixtyFour.listIndex(0);
    }
    Context path = sixtyFour;
    invalid(
        () -> PathOperation.select("l", SelectReturn.VALUE, path.listIndex(0)),
        "at most 64 steps",
        "65");
    invalid(
        () ->
            PathOperation.modify(
                "l", Exp.removeResult().build(), path.allChildrenWhere(Exp.val(true))),
        "at most 64 steps",
        "65");
    refused(
        client,
        key,
        OPERATION_NOT_APPLICABLE,
        ListOperation.size("l").at(path.listIndex(0)),
        "ListOperation.size(\"l\").at(listIndex(0).listIndex(0)");
    assertThat(client.operate(key, PathOperation.select("l", SelectReturn.VALUE, path)).get("l"))
        .isEqualTo(List.of());
  }

  @BothFaces
  void expressionsNestedTooDeeplyOrTooLarge(Client client) {
    Key key = written(client);
    Exp deep = Exp.intBin("n");
    for (int i = 1; i < DEEPEST; i++) {
      deep = Exp.abs(deep);
    }
    Exp deepest = deep;
    assertThat(client.operate(key, ExpOperation.read("x", deepest.build())).get("x")).isEqualTo(7L);
    invalid(() -> Exp.abs(deepest), "deeper than 256");
    Exp[] parts = new Exp[65_536];
    Arrays.fill(parts, Exp.val(true));
    invalid(() -> Exp.and(parts).build(), "too many parts");
    unchanged(client, key);
  }

  @BothFaces
  void aRowOfABatchSaysTheSame(Client client) {
    List<Key> keys = List.of(written(client), written(client), written(client));
    BatchRecords results =
        client.batchWrite(
            List.of(
                BatchWrite.operate(
                    keys.get(0), List.of(ListOperation.append("m", 1).at(ROOT.mapKey("none")))),
                BatchWrite.operate(keys.get(1), List.of(MapOperation.put("s", "a", 1))),
                BatchWrite.operate(keys.get(2), List.of(ListOperation.append("l", 1)))));
    assertThat(results.stream().map(BatchRecord::resultCode))
        .containsExactly(OPERATION_NOT_APPLICABLE, BIN_TYPE_MISMATCH, ResultCode.OK);
    assertRefused(
        OPERATION_NOT_APPLICABLE,
        () -> results.get(0).orThrow(),
        keys.get(0),
        "ListOperation.append(\"m\", …).at(mapKey(\"none\"))");
    assertRefused(
        BIN_TYPE_MISMATCH,
        () -> results.get(1).orThrow(),
        keys.get(1),
        "MapOperation.put(\"s\", …)");
    unchanged(client, keys.get(0));
    unchanged(client, keys.get(1));
    assertRefused(
        BIN_TYPE_MISMATCH,
        () -> client.batchOperate(keys, ListOperation.size("s")).orThrow(),
        keys.get(0),
        "ListOperation.size(\"s\")");
  }

  @Everywhere
  void severalOperationsAreNamedTogether(Client client) {
    Key key = written(client);
    assertRefused(
        BIN_TYPE_MISMATCH,
        () ->
            client.operate(
                key,
                Operation.put("a", 1),
                ListOperation.append("l", 1),
                ListOperation.append("s", 1),
                Operation.touch(),
                Operation.get("l"),
                Operation.get("n")),
        key,
        "Operation.put(\"a\", …), ListOperation.append(\"l\", …), ListOperation.append(\"s\", …), "
            + "Operation.touch(), Operation.get(\"l\") and 1 more: ");
    unchanged(client, key);
  }
}
