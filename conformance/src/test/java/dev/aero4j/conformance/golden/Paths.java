package dev.aero4j.conformance.golden;

import com.aerospike.client.Value;
import com.aerospike.client.cdt.CTX;
import com.aerospike.client.exp.Exp;
import com.aerospike.client.exp.LoopVarPart;
import dev.aero4j.model.ExpType;
import dev.aero4j.model.LoopPart;
import dev.aero4j.operation.Context;
import dev.aero4j.operation.ListOrder;
import dev.aero4j.operation.MapOrder;
import java.util.List;
import java.util.stream.Stream;

/** Paths into nested collections, of both clients: every step there is. */
final class Paths {
  /** A path, made by both. */
  record Path(Context ours, CTX... theirs) {
    @Override
    public String toString() {
      return ours.toString();
    }
  }

  private static final Context ROOT = Context.root();

  /** One that leads to a list and map in the list and map of {@link Sample}. */
  static final Path INTO_LIST =
      new Path(ROOT.listIndex(3).mapKey("k"), CTX.listIndex(3), CTX.mapKey(Value.get("k")));

  static final Path INTO_MAP = new Path(ROOT.mapKey("m"), CTX.mapKey(Value.get("m")));

  /** Paths whose last step creates nothing. Some of them lead nowhere, which both must be told. */
  static final List<Path> FINDING =
      List.of(
          INTO_LIST,
          INTO_MAP,
          new Path(ROOT.listIndex(-3), CTX.listIndex(-3)),
          new Path(ROOT.listRank(2).listRank(-1), CTX.listRank(2), CTX.listRank(-1)),
          new Path(ROOT.listValue(List.of(4, 1, 3)), CTX.listValue(Value.get(List.of(4, 1, 3)))),
          new Path(ROOT.listIndex(3).mapKey("m"), CTX.listIndex(3), CTX.mapKey(Value.get("m"))),
          new Path(ROOT.mapKey("k"), CTX.mapKey(Value.get("k"))),
          new Path(ROOT.mapKey(70_000L), CTX.mapKey(Value.get(70_000L))),
          new Path(ROOT.mapKey(new byte[] {1, 2}), CTX.mapKey(Value.get(new byte[] {1, 2}))),
          new Path(ROOT.mapIndex(2), CTX.mapIndex(2)),
          new Path(ROOT.mapRank(-1), CTX.mapRank(-1)),
          new Path(ROOT.mapValue(List.of(6, 2, 9)), CTX.mapValue(Value.get(List.of(6, 2, 9)))),
          new Path(ROOT.mapValue(null), CTX.mapValue(Value.getAsNull())),
          creating(MapOrder.UNORDERED, com.aerospike.client.cdt.MapOrder.UNORDERED),
          creating(MapOrder.KEY_ORDERED, com.aerospike.client.cdt.MapOrder.KEY_ORDERED),
          creating(
              MapOrder.KEY_VALUE_ORDERED, com.aerospike.client.cdt.MapOrder.KEY_VALUE_ORDERED));

  /**
   * Paths whose last step creates. An operation that creates something there adds its flag to those
   * of the step in the official client, which gives another order than either asked for; ours
   * leaves such a step as it is.
   */
  private static final List<Path> CREATING =
      List.of(
          new Path(
              ROOT.listIndexCreate(7, ListOrder.UNORDERED, false),
              CTX.listIndexCreate(7, com.aerospike.client.cdt.ListOrder.UNORDERED, false)),
          new Path(
              ROOT.listIndexCreate(7, ListOrder.UNORDERED, true),
              CTX.listIndexCreate(7, com.aerospike.client.cdt.ListOrder.UNORDERED, true)),
          new Path(
              ROOT.listIndexCreate(5, ListOrder.ORDERED, false),
              CTX.listIndexCreate(5, com.aerospike.client.cdt.ListOrder.ORDERED, false)));

  static final List<Path> ALL = Stream.concat(FINDING.stream(), CREATING.stream()).toList();

  /** Paths that branch. */
  static final List<Path> BRANCHING =
      List.of(
          new Path(ROOT.allChildren(), CTX.allChildren()),
          new Path(ROOT.allChildren().allChildren(), CTX.allChildren(), CTX.allChildren()),
          new Path(
              ROOT.mapKey("m").allChildrenWhere(greaterThanThree()),
              CTX.mapKey(Value.get("m")),
              CTX.allChildrenWithFilter(Exp.gt(Exp.intLoopVar(LoopVarPart.VALUE), Exp.val(3)))),
          new Path(
              ROOT.allChildrenWhere(greaterThanThree()),
              CTX.allChildrenWithFilter(Exp.gt(Exp.intLoopVar(LoopVarPart.VALUE), Exp.val(3)))));

  private Paths() {}

  private static Path creating(MapOrder ours, com.aerospike.client.cdt.MapOrder theirs) {
    return new Path(
        ROOT.mapKeyCreate("new", ours).mapKey("x"),
        CTX.mapKeyCreate(Value.get("new"), theirs),
        CTX.mapKey(Value.get("x")));
  }

  private static dev.aero4j.expression.Exp greaterThanThree() {
    return dev.aero4j.expression.Exp.gt(
        dev.aero4j.expression.Exp.loopVar(ExpType.INT, LoopPart.VALUE),
        dev.aero4j.expression.Exp.val(3));
  }
}
