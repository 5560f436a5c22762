package dev.aero4j.conformance.golden;

import static dev.aero4j.expression.Exp.*;
import static dev.aero4j.expression.HllExp.*;

import com.aerospike.client.Value;
import com.aerospike.client.exp.Exp;
import com.aerospike.client.exp.HLLExp;
import com.aerospike.client.operation.HLLPolicy;
import dev.aero4j.conformance.harness.SampleValues;
import dev.aero4j.expression.HllCall;
import java.util.List;
import java.util.function.Function;

/** The calls on HyperLogLogs in expressions. */
final class HllExpRows {
  private static final dev.aero4j.expression.Exp SKETCH = hllBin("h");
  private static final Exp THEIRS = Exp.hllBin("h");

  /** As bytes: in a list of ours a sketch stays one, the official client makes bytes of it. */
  private static final dev.aero4j.expression.Exp OTHERS =
      val(List.of(SampleValues.sketch().toBytes()));

  private static final Exp THEIR_OTHERS =
      Exp.val(List.of(new Value.HLLValue(SampleValues.sketch().toBytes())));
  private static final dev.aero4j.expression.Exp ITEMS = val(List.of("x", 8));
  private static final Exp THEIR_ITEMS = Exp.val(List.of("x", 8));

  private final Table table;

  private HllExpRows(Table table) {
    this.table = table;
  }

  static void addTo(Table table) {
    HllExpRows rows = new HllExpRows(table);
    rows.writes();
    rows.reads();
  }

  private void write(String name, HllCall ours, Function<HLLPolicy, Exp> theirs) {
    table.same("exp hll " + name, ours, theirs.apply(HLLPolicy.Default));
    HllRows.OPTIONS.forEach(
        (options, policy) ->
            table.same(
                "exp hll " + name + " " + options, ours.with(options), theirs.apply(policy)));
  }

  private void writes() {
    write("init", init(SKETCH, val(12)), policy -> HLLExp.init(policy, Exp.val(12), THEIRS));
    write(
        "init with hashes",
        init(SKETCH, val(8), val(20)),
        policy -> HLLExp.init(policy, Exp.val(8), Exp.val(20), THEIRS));
    write("add", add(SKETCH, ITEMS), policy -> HLLExp.add(policy, THEIR_ITEMS, THEIRS));
    write(
        "add with bits",
        add(SKETCH, ITEMS, val(8)),
        policy -> HLLExp.add(policy, THEIR_ITEMS, Exp.val(8), THEIRS));
    write(
        "add with hashes",
        add(SKETCH, ITEMS, val(8), val(20)),
        policy -> HLLExp.add(policy, THEIR_ITEMS, Exp.val(8), Exp.val(20), THEIRS));
  }

  private void reads() {
    table.same("exp hll getCount", getCount(SKETCH), HLLExp.getCount(THEIRS));
    table.same("exp hll describe", describe(SKETCH), HLLExp.describe(THEIRS));
    table.same("exp hll getUnion", getUnion(SKETCH, OTHERS), HLLExp.getUnion(THEIR_OTHERS, THEIRS));
    table.same(
        "exp hll getUnionCount",
        getUnionCount(SKETCH, OTHERS),
        HLLExp.getUnionCount(THEIR_OTHERS, THEIRS));
    table.same(
        "exp hll getIntersectCount",
        getIntersectCount(SKETCH, OTHERS),
        HLLExp.getIntersectCount(THEIR_OTHERS, THEIRS));
    table.same(
        "exp hll getSimilarity",
        getSimilarity(SKETCH, OTHERS),
        HLLExp.getSimilarity(THEIR_OTHERS, THEIRS));
    table.same(
        "exp hll mayContain", mayContain(SKETCH, ITEMS), HLLExp.mayContain(THEIR_ITEMS, THEIRS));
  }
}
