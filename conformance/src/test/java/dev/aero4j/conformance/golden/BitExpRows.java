package dev.aero4j.conformance.golden;

import static dev.aero4j.expression.BitExp.*;
import static dev.aero4j.expression.Exp.*;

import com.aerospike.client.exp.BitExp;
import com.aerospike.client.exp.Exp;
import com.aerospike.client.operation.BitOverflowAction;
import com.aerospike.client.operation.BitPolicy;
import com.aerospike.client.operation.BitResizeFlags;
import dev.aero4j.expression.BitCall;
import dev.aero4j.operation.BitOverflow;
import dev.aero4j.operation.BitResize;
import java.util.function.Function;

/** The calls on bits in expressions. */
final class BitExpRows {
  private static final dev.aero4j.expression.Exp BLOB = blobBin("b");
  private static final Exp THEIRS = Exp.blobBin("b");
  private static final byte[] BYTES = {1, 2, (byte) 0xFF};
  private static final dev.aero4j.expression.Exp OFFSET = val(3);
  private static final dev.aero4j.expression.Exp SIZE = val(13);
  private static final Exp THEIR_OFFSET = Exp.val(3);
  private static final Exp THEIR_SIZE = Exp.val(13);

  private final Table table;

  private BitExpRows(Table table) {
    this.table = table;
  }

  static void addTo(Table table) {
    BitExpRows rows = new BitExpRows(table);
    rows.writes();
    rows.integers();
    rows.reads();
  }

  private void write(String name, BitCall ours, Function<BitPolicy, Exp> theirs) {
    table.same("exp bits " + name, ours, theirs.apply(BitPolicy.Default));
    BitRows.OPTIONS.forEach(
        (options, policy) ->
            table.same(
                "exp bits " + name + " " + options, ours.with(options), theirs.apply(policy)));
  }

  private void writes() {
    write("resize", resize(BLOB, val(7)), policy -> BitExp.resize(policy, Exp.val(7), 0, THEIRS));
    write(
        "resize from the front",
        resize(BLOB, val(7), BitResize.FROM_FRONT, BitResize.GROW_ONLY),
        policy ->
            BitExp.resize(
                policy, Exp.val(7), BitResizeFlags.FROM_FRONT | BitResizeFlags.GROW_ONLY, THEIRS));
    write(
        "insert",
        insert(BLOB, val(1), val(BYTES)),
        policy -> BitExp.insert(policy, Exp.val(1), Exp.val(BYTES), THEIRS));
    write(
        "remove",
        remove(BLOB, val(1), val(2)),
        policy -> BitExp.remove(policy, Exp.val(1), Exp.val(2), THEIRS));
    write(
        "set",
        set(BLOB, OFFSET, SIZE, val(BYTES)),
        policy -> BitExp.set(policy, THEIR_OFFSET, THEIR_SIZE, Exp.val(BYTES), THEIRS));
    write(
        "or",
        or(BLOB, OFFSET, SIZE, val(BYTES)),
        policy -> BitExp.or(policy, THEIR_OFFSET, THEIR_SIZE, Exp.val(BYTES), THEIRS));
    write(
        "xor",
        xor(BLOB, OFFSET, SIZE, val(BYTES)),
        policy -> BitExp.xor(policy, THEIR_OFFSET, THEIR_SIZE, Exp.val(BYTES), THEIRS));
    write(
        "and",
        and(BLOB, OFFSET, SIZE, val(BYTES)),
        policy -> BitExp.and(policy, THEIR_OFFSET, THEIR_SIZE, Exp.val(BYTES), THEIRS));
    write(
        "not",
        not(BLOB, OFFSET, SIZE),
        policy -> BitExp.not(policy, THEIR_OFFSET, THEIR_SIZE, THEIRS));
    write(
        "lshift",
        lshift(BLOB, OFFSET, SIZE, val(5)),
        policy -> BitExp.lshift(policy, THEIR_OFFSET, THEIR_SIZE, Exp.val(5), THEIRS));
    write(
        "rshift",
        rshift(BLOB, OFFSET, SIZE, val(5)),
        policy -> BitExp.rshift(policy, THEIR_OFFSET, THEIR_SIZE, Exp.val(5), THEIRS));
    write(
        "setInt",
        setInt(BLOB, OFFSET, SIZE, val(-70)),
        policy -> BitExp.setInt(policy, THEIR_OFFSET, THEIR_SIZE, Exp.val(-70), THEIRS));
  }

  private void integers() {
    for (BitOverflow overflow : BitOverflow.values()) {
      BitOverflowAction action = BitOverflowAction.valueOf(overflow.name());
      for (boolean signed : new boolean[] {true, false}) {
        String text = " " + overflow + " signed " + signed;
        write(
            "add" + text,
            add(BLOB, OFFSET, SIZE, val(100), signed, overflow),
            policy ->
                BitExp.add(policy, THEIR_OFFSET, THEIR_SIZE, Exp.val(100), signed, action, THEIRS));
        write(
            "subtract" + text,
            subtract(BLOB, OFFSET, SIZE, val(100), signed, overflow),
            policy ->
                BitExp.subtract(
                    policy, THEIR_OFFSET, THEIR_SIZE, Exp.val(100), signed, action, THEIRS));
      }
    }
  }

  private void reads() {
    table.same(
        "exp bits get", get(BLOB, OFFSET, SIZE), BitExp.get(THEIR_OFFSET, THEIR_SIZE, THEIRS));
    table.same(
        "exp bits count",
        count(BLOB, OFFSET, SIZE),
        BitExp.count(THEIR_OFFSET, THEIR_SIZE, THEIRS));
    for (boolean wanted : new boolean[] {true, false}) {
      table.same(
          "exp bits lscan " + wanted,
          lscan(BLOB, OFFSET, SIZE, val(wanted)),
          BitExp.lscan(THEIR_OFFSET, THEIR_SIZE, Exp.val(wanted), THEIRS));
      table.same(
          "exp bits rscan " + wanted,
          rscan(BLOB, OFFSET, SIZE, val(wanted)),
          BitExp.rscan(THEIR_OFFSET, THEIR_SIZE, Exp.val(wanted), THEIRS));
      table.same(
          "exp bits getInt signed " + wanted,
          getInt(BLOB, OFFSET, SIZE, wanted),
          BitExp.getInt(THEIR_OFFSET, THEIR_SIZE, wanted, THEIRS));
    }
  }
}
