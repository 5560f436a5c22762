package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aero4j.BinValue;
import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.Key;
import dev.aero4j.OperateOrderedResult;
import dev.aero4j.Record;
import dev.aero4j.batch.BatchCommand;
import dev.aero4j.batch.BatchRead;
import dev.aero4j.batch.BatchRecord;
import dev.aero4j.batch.BatchRecords;
import dev.aero4j.batch.BatchRemove;
import dev.aero4j.batch.BatchWrite;
import dev.aero4j.conformance.harness.Backend;
import dev.aero4j.conformance.harness.BatchData;
import dev.aero4j.conformance.harness.BothFaces;
import dev.aero4j.conformance.harness.Everywhere;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.conformance.harness.Same;
import dev.aero4j.expression.Exp;
import dev.aero4j.expression.Expression;
import dev.aero4j.expression.ListExp;
import dev.aero4j.expression.MapExp;
import dev.aero4j.model.ExpType;
import dev.aero4j.model.LoopPart;
import dev.aero4j.model.ResultCode;
import dev.aero4j.operation.BitOperation;
import dev.aero4j.operation.Context;
import dev.aero4j.operation.ExpOperation;
import dev.aero4j.operation.ExpOptions;
import dev.aero4j.operation.HllOperation;
import dev.aero4j.operation.ListOperation;
import dev.aero4j.operation.ListOptions;
import dev.aero4j.operation.MapOperation;
import dev.aero4j.operation.Operation;
import dev.aero4j.operation.PathOperation;
import dev.aero4j.operation.SelectReturn;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.policy.WritePolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Operations inside values, and expressions, in batches and with a result for each. */
class BatchCollectionsTest {
  private static final Context ROOT = Context.root();
  private static final Expression SUM = Exp.add(Exp.intBin("n"), Exp.val(100)).build();
  private static final Expression EVEN =
      Exp.eq(Exp.mod(Exp.intBin("n"), Exp.val(2)), Exp.val(0)).build();

  /** One of every family that changes something, and then one that reads what came of it. */
  private static final List<Operation> ALL =
      List.of(
          ListOperation.append("l", 9),
          ListOperation.get("l", -1),
          MapOperation.put("m", "z", List.of(5)),
          ListOperation.append("m", 6).at(ROOT.mapKey("z")),
          MapOperation.getByKey("m", "z"),
          BitOperation.set("bits", 0, 8, new byte[] {7}),
          BitOperation.get("bits", 0, 16),
          HllOperation.add("h", List.of("x", "y"), 8),
          HllOperation.getCount("h"),
          PathOperation.modify(
              "l",
              Exp.mul(Exp.loopVar(ExpType.INT, LoopPart.VALUE), Exp.val(2)).build(),
              ROOT.allChildren()),
          PathOperation.select("l", SelectReturn.VALUE, ROOT.allChildren()),
          ExpOperation.write("sum", SUM),
          ExpOperation.read("twice", Exp.mul(Exp.intBin("sum"), Exp.val(2)).build()));

  private static Bins bins(int i) {
    return Bins.of(
        "n", i, "l", List.of(i, 1), "m", Map.of("a", i), "bits", new byte[] {1, 2}, "s", "text");
  }

  private static List<Key> written(Client client, int count) {
    List<Key> keys = BatchData.fresh(count);
    List<BatchWrite> writes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      writes.add(BatchWrite.put(keys.get(i), bins(i)));
    }
    client.batchWrite(writes).orThrow();
    return keys;
  }

  private static void isDone(Record record, int i) {
    Same.assertSame(record.results("l"), Arrays.asList(3, 9, null, List.of(2 * i, 2, 18)));
    Same.assertSame(record.results("m"), List.of(2, 2, List.of(5, 6)));
    Same.assertSame(record.results("bits"), Arrays.asList(null, new byte[] {7, 2}));
    Same.assertSame(record.results("h"), List.of(2, 2));
    Same.assertSame(record.results("sum"), Arrays.asList((Object) null));
    Same.assertSame(record.results("twice"), List.of(2 * (100 + i)));
  }

  @Everywhere
  void aSingleCommandGivesAResultForEachOperation(Client client) {
    List<Key> keys = written(client, 2);
    isDone(client.operate(keys.get(0), ALL), 0);
    OperateOrderedResult ordered = client.operateOrdered(keys.get(1), ALL);
    assertThat(ordered.orderedBins().stream().map(BinValue::name))
        .containsExactly(
            "l", "l", "m", "m", "m", "bits", "bits", "h", "h", "l", "l", "sum", "twice");
    List<@Nullable Object> values =
        new ArrayList<>(ordered.orderedBins().stream().map(BinValue::value).toList());
    Same.assertSame(
        values,
        Arrays.asList(
            3,
            9,
            2,
            2,
            List.of(5, 6),
            null,
            new byte[] {7, 2},
            2,
            2,
            null,
            List.of(2, 2, 18),
            null,
            202));
  }

  @BothFaces
  void everyRowOfABatchGivesAResultForEachOperation(Client client) {
    List<Key> keys = written(client, 40);
    BatchRecords results = client.batchOperate(keys, ALL.toArray(new Operation[0]));
    for (int i = 0; i < keys.size(); i++) {
      isDone(results.get(i).orThrow(), i);
      assertThat(results.get(i).orThrow().generation()).isEqualTo(2);
    }
    BatchRecords own =
        client.batchWrite(
            written(client, 5).stream().map(key -> BatchWrite.operate(key, ALL)).toList());
    for (int i = 0; i < own.size(); i++) {
      isDone(own.get(i).orThrow(), i);
    }
  }

  @BothFaces
  void readsOfABatchLookInsideValues(Client client) {
    List<Key> keys = written(client, 20);
    keys.add(Keys.fresh());
    BatchRecords results =
        client.batchRead(
            keys,
            ListOperation.get("l", 0),
            ListOperation.size("l"),
            MapOperation.getByKey("m", "a"),
            BitOperation.get("bits", 8, 8),
            PathOperation.select("m", SelectReturn.MAP_KEY, ROOT.allChildren()),
            ExpOperation.read("sum", SUM),
            ExpOperation.read("none", Exp.add(Exp.intBin("none"), Exp.val(1)).build())
                .with(ExpOptions.none().evalNoFail()));
    for (int i = 0; i < 20; i++) {
      Record record = results.get(i).orThrow();
      Same.assertSame(record.results("l"), List.of(i, 2));
      Same.assertSame(record.results("m"), List.of(i, List.of("a")));
      Same.assertSame(record.get("bits"), new byte[] {2});
      assertThat(record.getLong("sum")).isEqualTo(100 + i);
      assertThat(record.get("none")).isNull();
    }
    assertThat(results.get(20).missing()).isTrue();
  }

  @BothFaces
  void rowsThatAreRefusedLeaveTheirRecordsAndTheOthersAlone(Client client) {
    List<Key> keys = written(client, 4);
    BatchRecords results =
        client.batch(
            List.<BatchCommand>of(
                BatchWrite.operate(
                    keys.get(0), List.of(Operation.put("n", 50), ListOperation.append("s", 1))),
                BatchWrite.operate(
                    keys.get(1),
                    List.of(
                        MapOperation.put("m", "b", 1),
                        ListOperation.append("l", 1).with(ListOptions.unordered().addUnique()))),
                BatchRead.operate(keys.get(2), ListOperation.get("l", 0).at(ROOT.listIndex(7))),
                BatchWrite.operate(
                    keys.get(3),
                    List.of(ListOperation.increment("l", 0, 5), ExpOperation.write("n", SUM)))));
    assertThat(results.stream().map(BatchRecord::resultCode))
        .containsExactly(
            ResultCode.BIN_TYPE_MISMATCH,
            ResultCode.ELEMENT_EXISTS,
            ResultCode.OPERATION_NOT_APPLICABLE,
            ResultCode.OK);
    for (int i = 0; i < 3; i++) {
      Record record = client.get(keys.get(i));
      assertThat(record.generation()).isEqualTo(1);
      Same.assertSame(record.bins(), bins(i).toMap());
    }
    assertThat(client.get(keys.get(3)).getList("l")).isEqualTo(List.of(8L, 1L));
    assertThat(client.get(keys.get(3)).getLong("n")).isEqualTo(103);
  }

  @BothFaces
  void filtersLookInsideValuesForTheBatchAndForItsRows(Client client) {
    List<Key> keys = written(client, 6);
    Expression firstAboveTwo =
        Exp.gt(ListExp.getByIndex(ExpType.INT, Exp.listBin("l"), Exp.val(0)), Exp.val(2)).build();
    Expression five =
        Exp.eq(MapExp.getByKey(ExpType.INT, Exp.mapBin("m"), Exp.val("a")), Exp.val(5)).build();
    WritePolicy write = WritePolicy.builder().filterExpression(five).build();
    BatchRecords results =
        client.batch(
            List.<BatchCommand>of(
                BatchRead.operate(keys.get(0), ListOperation.size("l")),
                BatchRead.operate(keys.get(1), ListOperation.size("l"))
                    .withPolicy(ReadPolicy.builder().filterExpression(EVEN).build()),
                BatchRead.of(keys.get(2))
                    .withPolicy(ReadPolicy.builder().filterExpression(EVEN).build()),
                BatchWrite.operate(keys.get(3), List.of(ListOperation.append("l", 1))),
                BatchWrite.operate(keys.get(4), List.of(ListOperation.append("l", 1)), write),
                BatchRemove.of(keys.get(5), write)),
            Backend.batchPolicy().filterExpression(firstAboveTwo).build());
    assertThat(results.stream().map(BatchRecord::resultCode))
        .containsExactly(
            ResultCode.FILTERED_OUT,
            ResultCode.FILTERED_OUT,
            ResultCode.OK,
            ResultCode.OK,
            ResultCode.FILTERED_OUT,
            ResultCode.OK);
    assertThat(client.get(keys.get(4)).getList("l")).hasSize(2);
    assertThat(client.exists(keys.get(5)).found()).isFalse();
  }

  @BothFaces
  void expressionsWriteInBatchesAsTheirFlagsSay(Client client) {
    List<Key> keys = written(client, 3);
    ExpOptions none = ExpOptions.none();
    Expression missing = Exp.add(Exp.intBin("none"), Exp.val(1)).build();
    BatchRecords results =
        client.batchWrite(
            List.of(
                BatchWrite.operate(
                    keys.get(0),
                    List.of(
                        ExpOperation.write("n", SUM).with(none.createOnly().policyNoFail()),
                        ExpOperation.write("x", missing).with(none.evalNoFail()),
                        ExpOperation.write("s", Exp.nil().build()).with(none.allowDelete()))),
                BatchWrite.operate(
                    keys.get(1), List.of(ExpOperation.write("n", SUM).with(none.createOnly()))),
                BatchWrite.operate(keys.get(2), List.of(ExpOperation.write("x", missing)))));
    assertThat(results.stream().map(BatchRecord::resultCode))
        .containsExactly(ResultCode.OK, ResultCode.BIN_EXISTS, ResultCode.OPERATION_NOT_APPLICABLE);
    assertThat(client.get(keys.get(0)).binNames()).containsExactlyInAnyOrder("n", "l", "m", "bits");
    assertThat(client.get(keys.get(0)).getLong("n")).isZero();
    assertThat(client.get(keys.get(1)).generation()).isEqualTo(1);
    assertThat(client.get(keys.get(2)).generation()).isEqualTo(1);
  }
}
