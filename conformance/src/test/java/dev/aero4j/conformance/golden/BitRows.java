package dev.aero4j.conformance.golden;

import static dev.aero4j.operation.BitOperation.*;

import com.aerospike.client.Operation;
import com.aerospike.client.operation.BitOperation;
import com.aerospike.client.operation.BitOverflowAction;
import com.aerospike.client.operation.BitPolicy;
import com.aerospike.client.operation.BitResizeFlags;
import com.aerospike.client.operation.BitWriteFlags;
import dev.aero4j.operation.BitOptions;
import dev.aero4j.operation.BitOverflow;
import dev.aero4j.operation.BitResize;
import java.util.Map;
import java.util.function.Function;

/** The operations on bits. */
final class BitRows {
  private static final String BIN = "b";
  private static final byte[] BYTES = {1, 2, (byte) 0xFF};

  /** All of a policy's flags. */
  static final Map<BitOptions, BitPolicy> OPTIONS =
      Map.of(
          BitOptions.none(),
          BitPolicy.Default,
          BitOptions.none().createOnly(),
          new BitPolicy(BitWriteFlags.CREATE_ONLY),
          BitOptions.none().updateOnly(),
          new BitPolicy(BitWriteFlags.UPDATE_ONLY),
          BitOptions.none().noFail(),
          new BitPolicy(BitWriteFlags.NO_FAIL),
          BitOptions.none().updateOnly().noFail().partial(),
          new BitPolicy(BitWriteFlags.UPDATE_ONLY | BitWriteFlags.NO_FAIL | BitWriteFlags.PARTIAL));

  private final Table table;

  private BitRows(Table table) {
    this.table = table;
  }

  static void addTo(Table table) {
    BitRows rows = new BitRows(table);
    rows.writes();
    rows.integers();
    rows.reads();
  }

  private void write(
      String name, dev.aero4j.operation.BitOperation ours, Function<BitPolicy, Operation> theirs) {
    table.same("bits " + name, ours, theirs.apply(BitPolicy.Default));
    OPTIONS.forEach(
        (options, policy) ->
            table.same("bits " + name + " " + options, ours.with(options), theirs.apply(policy)));
  }

  private void writes() {
    write("resize", resize(BIN, 7), policy -> BitOperation.resize(policy, BIN, 7, 0));
    write(
        "resize from the front",
        resize(BIN, 7, BitResize.FROM_FRONT),
        policy -> BitOperation.resize(policy, BIN, 7, BitResizeFlags.FROM_FRONT));
    write(
        "resize up",
        resize(BIN, 2, BitResize.GROW_ONLY),
        policy -> BitOperation.resize(policy, BIN, 2, BitResizeFlags.GROW_ONLY));
    write(
        "resize down from the front",
        resize(BIN, 2, BitResize.SHRINK_ONLY, BitResize.FROM_FRONT),
        policy ->
            BitOperation.resize(
                policy, BIN, 2, BitResizeFlags.SHRINK_ONLY | BitResizeFlags.FROM_FRONT));
    write("insert", insert(BIN, 1, BYTES), policy -> BitOperation.insert(policy, BIN, 1, BYTES));
    write("remove", remove(BIN, 1, 2), policy -> BitOperation.remove(policy, BIN, 1, 2));
    write("set", set(BIN, 3, 13, BYTES), policy -> BitOperation.set(policy, BIN, 3, 13, BYTES));
    write("or", or(BIN, -17, 13, BYTES), policy -> BitOperation.or(policy, BIN, -17, 13, BYTES));
    write("xor", xor(BIN, 3, 13, BYTES), policy -> BitOperation.xor(policy, BIN, 3, 13, BYTES));
    write("and", and(BIN, 3, 300, BYTES), policy -> BitOperation.and(policy, BIN, 3, 300, BYTES));
    write("not", not(BIN, 3, 13), policy -> BitOperation.not(policy, BIN, 3, 13));
    write("lshift", lshift(BIN, 3, 13, 5), policy -> BitOperation.lshift(policy, BIN, 3, 13, 5));
    write("rshift", rshift(BIN, 3, 13, 5), policy -> BitOperation.rshift(policy, BIN, 3, 13, 5));
    write(
        "setInt",
        setInt(BIN, 3, 13, -70L),
        policy -> BitOperation.setInt(policy, BIN, 3, 13, -70L));
  }

  private void integers() {
    for (BitOverflow overflow : BitOverflow.values()) {
      BitOverflowAction action = BitOverflowAction.valueOf(overflow.name());
      for (boolean signed : new boolean[] {true, false}) {
        String text = " " + overflow + " signed " + signed;
        write(
            "add" + text,
            add(BIN, 8, 8, 100, signed, overflow),
            policy -> BitOperation.add(policy, BIN, 8, 8, 100, signed, action));
        write(
            "subtract" + text,
            subtract(BIN, 8, 8, 100, signed, overflow),
            policy -> BitOperation.subtract(policy, BIN, 8, 8, 100, signed, action));
      }
    }
  }

  private void reads() {
    table.same("bits get", get(BIN, 3, 13), BitOperation.get(BIN, 3, 13));
    table.same("bits count", count(BIN, -20, 13), BitOperation.count(BIN, -20, 13));
    for (boolean wanted : new boolean[] {true, false}) {
      table.same(
          "bits lscan " + wanted,
          lscan(BIN, 3, 13, wanted),
          BitOperation.lscan(BIN, 3, 13, wanted));
      table.same(
          "bits rscan " + wanted,
          rscan(BIN, 3, 13, wanted),
          BitOperation.rscan(BIN, 3, 13, wanted));
      table.same(
          "bits getInt signed " + wanted,
          getInt(BIN, 3, 13, wanted),
          BitOperation.getInt(BIN, 3, 13, wanted));
    }
  }
}
