package dev.aero4j.conformance.golden;

import static dev.aero4j.operation.HllOperation.*;

import com.aerospike.client.Operation;
import com.aerospike.client.Value;
import com.aerospike.client.operation.HLLOperation;
import com.aerospike.client.operation.HLLPolicy;
import com.aerospike.client.operation.HLLWriteFlags;
import dev.aero4j.conformance.harness.SampleValues;
import dev.aero4j.model.HyperLogLog;
import dev.aero4j.operation.HllOptions;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The operations on HyperLogLogs. */
final class HllRows {
  private static final String BIN = "h";
  private static final List<Object> ITEMS = List.of("x", 8, 2.5);
  private static final List<HyperLogLog> SKETCHES = List.of(SampleValues.sketch());
  private static final List<Value.HLLValue> THEIR_SKETCHES =
      List.of(new Value.HLLValue(SampleValues.sketch().toBytes()));

  /** All of a policy's flags. */
  static final Map<HllOptions, HLLPolicy> OPTIONS =
      Map.of(
          HllOptions.none(),
          HLLPolicy.Default,
          HllOptions.none().createOnly(),
          new HLLPolicy(HLLWriteFlags.CREATE_ONLY),
          HllOptions.none().updateOnly(),
          new HLLPolicy(HLLWriteFlags.UPDATE_ONLY),
          HllOptions.none().createOnly().noFail(),
          new HLLPolicy(HLLWriteFlags.CREATE_ONLY | HLLWriteFlags.NO_FAIL),
          HllOptions.none().allowFold(),
          new HLLPolicy(HLLWriteFlags.ALLOW_FOLD));

  private final Table table;

  private HllRows(Table table) {
    this.table = table;
  }

  static void addTo(Table table) {
    HllRows rows = new HllRows(table);
    rows.writes();
    rows.reads();
  }

  private void write(
      String name, dev.aero4j.operation.HllOperation ours, Function<HLLPolicy, Operation> theirs) {
    table.same("hll " + name, ours, theirs.apply(HLLPolicy.Default));
    OPTIONS.forEach(
        (options, policy) ->
            table.same("hll " + name + " " + options, ours.with(options), theirs.apply(policy)));
  }

  private void writes() {
    List<Value> items = ListRows.values(ITEMS);
    write("init", init(BIN, 12), policy -> HLLOperation.init(policy, BIN, 12));
    write("init with hashes", init(BIN, 8, 20), policy -> HLLOperation.init(policy, BIN, 8, 20));
    write("add", add(BIN, ITEMS), policy -> HLLOperation.add(policy, BIN, items));
    write("add with bits", add(BIN, ITEMS, 8), policy -> HLLOperation.add(policy, BIN, items, 8));
    write(
        "add with hashes",
        add(BIN, ITEMS, 8, 20),
        policy -> HLLOperation.add(policy, BIN, items, 8, 20));
    write(
        "setUnion",
        setUnion(BIN, SKETCHES),
        policy -> HLLOperation.setUnion(policy, BIN, THEIR_SKETCHES));
    table.same("hll refreshCount", refreshCount(BIN), HLLOperation.refreshCount(BIN));
    table.same("hll fold", fold(BIN, 6), HLLOperation.fold(BIN, 6));
  }

  private void reads() {
    table.same("hll getCount", getCount(BIN), HLLOperation.getCount(BIN));
    table.same("hll describe", describe(BIN), HLLOperation.describe(BIN));
    table.same("hll getUnion", getUnion(BIN, SKETCHES), HLLOperation.getUnion(BIN, THEIR_SKETCHES));
    table.same(
        "hll getUnionCount",
        getUnionCount(BIN, SKETCHES),
        HLLOperation.getUnionCount(BIN, THEIR_SKETCHES));
    table.same(
        "hll getIntersectCount",
        getIntersectCount(BIN, SKETCHES),
        HLLOperation.getIntersectCount(BIN, THEIR_SKETCHES));
    table.same(
        "hll getSimilarity",
        getSimilarity(BIN, SKETCHES),
        HLLOperation.getSimilarity(BIN, THEIR_SKETCHES));
  }
}
