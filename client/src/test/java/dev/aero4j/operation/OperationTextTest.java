package dev.aero4j.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aero4j.expression.Exp;
import dev.aero4j.model.ExpType;
import dev.aero4j.model.LoopPart;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A log line shows what an operation does, but no data; equal ones are equal. */
class OperationTextTest {
  private static Arguments text(String expected, Operation one, Operation same) {
    return Arguments.of(expected, one, same);
  }

  static List<Arguments> operations() {
    Context alice = Context.root().mapKey("alice").listIndex(-1);
    Context big =
        Context.root()
            .allChildrenWhere(Exp.gt(Exp.loopVar(ExpType.INT, LoopPart.VALUE), Exp.val(5)));
    return List.of(
        text("Operation.get()", Operation.get(), Operation.get()),
        text("Operation.get(\"a\")", Operation.get("a"), Operation.get("a")),
        text("Operation.getHeader()", Operation.getHeader(), Operation.getHeader()),
        text("Operation.put(\"a\", …)", Operation.put("a", null), Operation.put("a", null)),
        text(
            "Operation.put(\"a\", …)",
            Operation.put("a", List.of(1, "b")),
            Operation.put("a", List.of(1L, "b"))),
        text("Operation.add(\"a\", …)", Operation.add("a", 7), Operation.add("a", 7)),
        text(
            "Operation.prepend(\"a\", …)",
            Operation.prepend("a", "x"),
            Operation.prepend("a", "x")),
        text("Operation.touch()", Operation.touch(), Operation.touch()),
        text("Operation.delete()", Operation.delete(), Operation.delete()),
        text(
            "ListOperation.append(\"tags\", …)" + ".at(mapKey(\"alice\").listIndex(-1))",
            ListOperation.append("tags", "red")
                .with(ListOptions.ordered().addUnique().noFail())
                .at(alice),
            ListOperation.append("tags", "red")
                .at(alice)
                .with(ListOptions.ordered().noFail().addUnique())),
        text(
            "MapOperation.removeByKeyRange(\"m\", …)",
            MapOperation.removeByKeyRange("m", "a", "c").returning(MapReturn.KEY_VALUE).inverted(),
            MapOperation.removeByKeyRange("m", "a", "c").inverted().returning(MapReturn.KEY_VALUE)),
        text(
            "MapOperation.putItems(\"m\", …)",
            MapOperation.putItems("m", Map.of(1, new byte[] {2})),
            MapOperation.putItems("m", Map.of(1L, new byte[] {2}))),
        text(
            "BitOperation.getInt(\"b\", …)",
            BitOperation.getInt("b", 0, 16, true),
            BitOperation.getInt("b", 0, 16, true)),
        text(
            "HllOperation.getCount(\"h\")", HllOperation.getCount("h"), HllOperation.getCount("h")),
        text(
            "PathOperation.select(\"p\", …)" + ".at(allChildrenWhere(gt(loopVar(INT, VALUE), 5)))",
            PathOperation.select("p", SelectReturn.VALUE, big).noFail(),
            PathOperation.select("p", SelectReturn.VALUE, big).noFail()),
        text(
            "PathOperation.modify(\"p\", removeResult())"
                + ".at(allChildrenWhere(gt(loopVar(INT, VALUE), 5)))",
            PathOperation.modify("p", Exp.removeResult().build(), big),
            PathOperation.modify("p", Exp.removeResult().build(), big)),
        text(
            "ExpOperation.write(\"e\", intBin(\"a\"))",
            ExpOperation.write("e", Exp.intBin("a").build()).with(ExpOptions.none().createOnly()),
            ExpOperation.write("e", Exp.intBin("a").build()).with(ExpOptions.none().createOnly())));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void isPrintedAndCompared(String expected, Operation one, Operation same) {
    assertThat(one).hasToString(expected).isEqualTo(same).hasSameHashCodeAs(same);
    assertThat(one).isNotEqualTo(Operation.get("other"));
  }
}
