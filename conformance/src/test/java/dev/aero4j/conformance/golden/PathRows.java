package dev.aero4j.conformance.golden;

import static dev.aero4j.operation.PathOperation.*;

import com.aerospike.client.cdt.CdtOperation;
import com.aerospike.client.exp.Exp;
import com.aerospike.client.exp.LoopVarPart;
import dev.aero4j.expression.Expression;
import dev.aero4j.model.ExpType;
import dev.aero4j.model.LoopPart;
import dev.aero4j.operation.SelectReturn;
import java.util.ArrayList;
import java.util.List;

/** The operations by paths that branch. */
final class PathRows {
  private PathRows() {}

  static void addTo(Table table) {
    Expression plusThree =
        dev.aero4j.expression.Exp.add(
                dev.aero4j.expression.Exp.loopVar(ExpType.INT, LoopPart.VALUE),
                dev.aero4j.expression.Exp.val(3))
            .build();
    com.aerospike.client.exp.Expression theirPlusThree =
        Exp.build(Exp.add(Exp.intLoopVar(LoopVarPart.VALUE), Exp.val(3)));
    List<Paths.Path> paths = new ArrayList<>(Paths.ALL);
    paths.addAll(Paths.BRANCHING);
    for (String bin : List.of("l", "m")) {
      for (Paths.Path path : paths) {
        String text = " in " + bin + " at " + path;
        for (SelectReturn what : SelectReturn.values()) {
          int flags = officialFlags(what);
          table.same(
              "select " + what + text,
              select(bin, what, path.ours()),
              CdtOperation.selectByPath(bin, flags, path.theirs()));
          table.same(
              "select without fail " + what + text,
              select(bin, what, path.ours()).noFail(),
              CdtOperation.selectByPath(bin, flags | Exp.SELECT_NO_FAIL, path.theirs()));
        }
        table.same(
            "modify" + text,
            modify(bin, plusThree, path.ours()),
            CdtOperation.modifyByPath(bin, Exp.MODIFY_APPLY, theirPlusThree, path.theirs()));
        table.same(
            "modify without fail" + text,
            modify(bin, plusThree, path.ours()).noFail(),
            CdtOperation.modifyByPath(
                bin, Exp.MODIFY_APPLY | Exp.MODIFY_NO_FAIL, theirPlusThree, path.theirs()));
      }
    }
  }

  static int officialFlags(SelectReturn what) {
    return switch (what) {
      case MATCHING_TREE -> Exp.SELECT_MATCHING_TREE;
      case VALUE -> Exp.SELECT_VALUE;
      case MAP_KEY -> Exp.SELECT_MAP_KEY;
      case MAP_KEY_VALUE -> Exp.SELECT_MAP_KEY_VALUE;
    };
  }
}
