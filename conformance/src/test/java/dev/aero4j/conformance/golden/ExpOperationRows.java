package dev.aero4j.conformance.golden;

import static dev.aero4j.operation.ExpOperation.*;

import com.aerospike.client.exp.Exp;
import com.aerospike.client.exp.ExpOperation;
import com.aerospike.client.exp.ExpReadFlags;
import com.aerospike.client.exp.ExpWriteFlags;
import com.aerospike.client.exp.Expression;
import dev.aero4j.operation.ExpOptions;
import java.util.Map;

/** The operations by expressions. */
final class ExpOperationRows {
  private static final Map<ExpOptions, Integer> OPTIONS =
      Map.of(
          ExpOptions.none(),
          ExpWriteFlags.DEFAULT,
          ExpOptions.none().createOnly(),
          ExpWriteFlags.CREATE_ONLY,
          ExpOptions.none().updateOnly(),
          ExpWriteFlags.UPDATE_ONLY,
          ExpOptions.none().allowDelete(),
          ExpWriteFlags.ALLOW_DELETE,
          ExpOptions.none().createOnly().policyNoFail(),
          ExpWriteFlags.CREATE_ONLY | ExpWriteFlags.POLICY_NO_FAIL,
          ExpOptions.none().evalNoFail(),
          ExpWriteFlags.EVAL_NO_FAIL);

  private ExpOperationRows() {}

  static void addTo(Table table) {
    dev.aero4j.expression.Expression ours =
        dev.aero4j.expression.Exp.add(
                dev.aero4j.expression.Exp.intBin("i"), dev.aero4j.expression.Exp.val(3))
            .build();
    Expression theirs = Exp.build(Exp.add(Exp.intBin("i"), Exp.val(3)));
    table.same("exp read", read("r", ours), ExpOperation.read("r", theirs, ExpReadFlags.DEFAULT));
    table.same(
        "exp read of bytes",
        read("r", ours),
        ExpOperation.read("r", theirs.getBytes(), ExpReadFlags.DEFAULT));
    table.same(
        "exp read without fail",
        read("r", ours).with(ExpOptions.none().evalNoFail()),
        ExpOperation.read("r", theirs, ExpReadFlags.EVAL_NO_FAIL));
    table.same("exp write", write("i", ours), ExpOperation.write("i", theirs, 0));
    OPTIONS.forEach(
        (options, flags) -> {
          table.same(
              "exp write " + options,
              write("i", ours).with(options),
              ExpOperation.write("i", theirs, flags));
          table.same(
              "exp write of nil " + options,
              write("i", dev.aero4j.expression.Exp.nil().build()).with(options),
              ExpOperation.write("i", Exp.build(Exp.nil()), flags));
        });
  }
}
