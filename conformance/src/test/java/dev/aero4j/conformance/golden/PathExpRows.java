package dev.aero4j.conformance.golden;

import static dev.aero4j.expression.Exp.*;
import static dev.aero4j.expression.PathExp.*;

import com.aerospike.client.exp.CdtExp;
import com.aerospike.client.exp.Exp;
import com.aerospike.client.exp.LoopVarPart;
import dev.aero4j.model.ExpType;
import dev.aero4j.model.LoopPart;
import dev.aero4j.operation.SelectReturn;

/** The calls by paths that branch in expressions. */
final class PathExpRows {
  private PathExpRows() {}

  static void addTo(Table table) {
    for (Paths.Path path : Paths.BRANCHING) {
      for (SelectReturn what : SelectReturn.values()) {
        int flags = PathRows.officialFlags(what);
        ExpType type = what == SelectReturn.MATCHING_TREE ? ExpType.MAP : ExpType.LIST;
        table.same(
            "exp select " + what + " at " + path,
            select(type, what, mapBin("m"), path.ours()),
            CdtExp.selectByPath(
                Exp.Type.valueOf(type.name()), flags, Exp.mapBin("m"), path.theirs()));
        table.same(
            "exp select without fail " + what + " at " + path,
            select(type, what, mapBin("m"), path.ours()).noFail(),
            CdtExp.selectByPath(
                Exp.Type.valueOf(type.name()),
                flags | Exp.SELECT_NO_FAIL,
                Exp.mapBin("m"),
                path.theirs()));
      }
      table.same(
          "exp modify at " + path,
          modify(
              ExpType.LIST,
              add(loopVar(ExpType.INT, LoopPart.VALUE), val(3)),
              listBin("l"),
              path.ours()),
          CdtExp.modifyByPath(
              Exp.Type.LIST,
              Exp.MODIFY_APPLY,
              Exp.add(Exp.intLoopVar(LoopVarPart.VALUE), Exp.val(3)),
              Exp.listBin("l"),
              path.theirs()));
      table.same(
          "exp removal at " + path,
          modify(ExpType.LIST, removeResult(), listBin("l"), path.ours()).noFail(),
          CdtExp.modifyByPath(
              Exp.Type.LIST,
              Exp.MODIFY_APPLY | Exp.MODIFY_NO_FAIL,
              Exp.removeResults(),
              Exp.listBin("l"),
              path.theirs()));
    }
  }
}
