package dev.aero4j.expression;

import static dev.aero4j.expression.Exp.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.model.ExpType;
import dev.aero4j.model.GeoJson;
import dev.aero4j.model.LoopPart;
import dev.aero4j.operation.BitOverflow;
import dev.aero4j.operation.Context;
import dev.aero4j.operation.ListReturn;
import dev.aero4j.operation.MapOptions;
import dev.aero4j.operation.SelectReturn;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.expression.ExpNode;
import dev.aero4j.wire.expression.ExpPrinter;
import dev.aero4j.wire.expression.ExpReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ExpressionTest {
  /** Every kind of part, and how it prints. */
  private static Map<Exp, String> texts() {
    Map<Exp, String> texts = new LinkedHashMap<>();
    texts.put(val(true), "true");
    texts.put(val(-5), "-5");
    texts.put(val(2.5), "2.5");
    texts.put(val("text"), "\"text\"");
    texts.put(val(new byte[] {1, (byte) 0xFF}), "0x01ff");
    texts.put(val(List.of(1, "a", List.of())), "[1, \"a\", []]");
    texts.put(val(Map.of("k", List.of(1))), "{\"k\"=[1]}");
    texts.put(nil(), "null");
    texts.put(infinity(), "INFINITY");
    texts.put(wildcard(), "WILDCARD");
    texts.put(unknown(), "unknown()");
    texts.put(removeResult(), "removeResult()");
    texts.put(stringBin("s"), "stringBin(\"s\")");
    texts.put(bin(ExpType.NIL, "n"), "bin(\"n\", NIL)");
    texts.put(binExists("b"), "ne(binType(\"b\"), 0)");
    texts.put(key(ExpType.STRING), "key(STRING)");
    texts.put(keyExists(), "keyExists()");
    texts.put(digestModulo(3), "digestModulo(3)");
    texts.put(ttl(), "ttl()");
    texts.put(
        regexCompare("a.*", stringBin("s"), RegexFlag.ICASE),
        "regexCompare(\"a.*\", flags 2, stringBin(\"s\"))");
    texts.put(cond(boolBin("b"), val(1), unknown()), "cond(boolBin(\"b\"), 1, unknown())");
    texts.put(
        let(def("x", val(1)), add(var("x"), val(2))), "let(def(\"x\", 1), add(var(\"x\"), 2))");
    texts.put(loopVar(ExpType.INT, LoopPart.INDEX), "loopVar(INT, INDEX)");
    texts.put(
        ListExp.getByRank(ExpType.INT, listBin("l"), val(-1))
            .returning(ListReturn.INDEX)
            .inverted(),
        "ListExp.getByRank(listBin(\"l\"), returning INDEX inverted, -1)");
    texts.put(
        MapExp.put(mapBin("m"), val("k"), val(1))
            .with(MapOptions.keyOrdered().createOnly())
            .at(Context.root().mapKey("a").listIndex(0)),
        "MapExp.put(mapBin(\"m\"), \"k\", 1, order 1, flags 1).at(mapKey(\"a\").listIndex(0))");
    texts.put(
        BitExp.add(blobBin("b"), val(0), val(8), val(1), true, BitOverflow.WRAP),
        "BitExp.add(blobBin(\"b\"), 0, 8, 1, flags 0, integer flags 5)");
    texts.put(HllExp.getCount(hllBin("h")), "HllExp.getCount(hllBin(\"h\"))");
    texts.put(
        PathExp.select(
            ExpType.LIST,
            SelectReturn.MAP_KEY,
            mapBin("m"),
            Context.root().allChildren().mapKeys(List.of("a")).where(val(true))),
        "PathExp.select(mapBin(\"m\"), flags 2).at(allChildren().mapKeys([\"a\"]).where(true))");
    texts.put(
        PathExp.modify(ExpType.MAP, removeResult(), mapBin("m"), Context.root().allChildren())
            .noFail(),
        "PathExp.modify(mapBin(\"m\"), flags 20, removeResult()).at(allChildren())");
    return texts;
  }

  @Test
  void everyKindOfPartPrintsReadably() {
    texts()
        .forEach(
            (exp, text) -> {
              assertThat(exp).hasToString(text);
              assertThat(Expression.fromBytes(exp.build().toBytes())).hasToString(text);
              assertThat(Expression.fromBase64(exp.build().toBase64())).isEqualTo(exp.build());
            });
  }

  /** A part that uses variables of its surroundings prints, and so does one that servers refuse. */
  @Test
  void whatIsNoWholePrintsToo() {
    assertThat(gt(var("x"), val(1))).hasToString("gt(var(\"x\"), 1)");
    assertThat(def("x", intBin("a"))).hasToString("def(\"x\", intBin(\"a\"))");
    // and(1, "x")
    assertThat(Expression.fromBytes(HexFormat.of().parseHex("931001a20378")))
        .hasToString("and(1, \"x\")");
    assertThat(Expression.fromBytes(HexFormat.of().parseHex("92cd03e801")))
        .hasToString("Expression[ks0D6AE=: expressions have no operator of number 1000]");
  }

  @Test
  void whatWasEncodedIsReadBack() {
    Exp adult = ge(intBin("age"), val(18));
    Exp read = Exp.fromBytes(adult.build().toBytes());
    assertThat(read).hasToString("ge(intBin(\"age\"), 18)");
    assertThat(and(read, boolBin("b")).build()).isEqualTo(and(adult, boolBin("b")).build());
    assertThatThrownBy(() -> Exp.fromBytes(HexFormat.of().parseHex("92cd03e801")))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("no operator of number 1000");
  }

  @Test
  void valuesAreSnapshots() {
    List<Object> list = new ArrayList<>(List.of(1));
    Map<Object, Object> map = new HashMap<>(Map.of("a", 1));
    byte[] bytes = {1};
    Exp[] conditions = {boolBin("a"), boolBin("b"), boolBin("c")};
    Exp[] two = {boolBin("a"), boolBin("b")};
    List<Exp> expressions =
        List.of(val(list), val(map), val(bytes), and(conditions), or(two), cond(conditions));
    List<Expression> before = expressions.stream().map(Exp::build).toList();
    list.add(2);
    map.put("b", 2);
    bytes[0] = 9;
    conditions[0] = boolBin("z");
    two[1] = boolBin("z");
    assertThat(expressions.stream().map(Exp::build)).containsExactlyElementsOf(before);
  }

  @Test
  void bytesAreCopiedInAndOut() {
    byte[] bytes = add(intBin("a"), val(1)).build().toBytes();
    Expression expression = Expression.fromBytes(bytes);
    byte[] out = expression.toBytes();
    bytes[0] = 0;
    out[1] = 0;
    assertThat(expression).isEqualTo(add(intBin("a"), val(1)).build());
    assertThat(expression).hasSameHashCodeAs(add(intBin("a"), val(1)).build());
    assertThat(expression).isNotEqualTo(add(intBin("a"), val(2)).build());
  }

  @Test
  void whatIsNoExpressionIsRefusedOrTold() {
    assertThatThrownBy(() -> Expression.fromBytes(new byte[0]))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("0 bytes");
    assertThatThrownBy(() -> Expression.fromBase64("!"))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("not Base64");
    assertThat(Expression.fromBytes(new byte[] {(byte) 0x92, 1}).toString())
        .startsWith("Expression[kgE=: ");
  }

  @Test
  void aGeoValuePrints() {
    assertThat(val(GeoJson.of("{\"type\":\"Point\",\"coordinates\":[1,2]}")).toString())
        .contains("Point");
  }

  @Test
  void anExpressionIsSentAsTheSameBytesHoweverOften() {
    Exp whole = and(ge(intBin("age"), val(18)), eq(stringBin("country"), val("PT")));
    byte[] expected = whole.build().toBytes();
    Expression expression = whole.build();
    for (int i = 0; i < 3; i++) {
      WireWriter out = new WireWriter(16);
      expression.writeTo(out);
      assertThat(out.toByteArray()).isEqualTo(expected);
    }
    assertThat(expression)
        .isEqualTo(Expression.fromBytes(expected))
        .hasSameHashCodeAs(whole.build());
  }

  @Test
  void aListInAnExpressionIsAsItWasWhenItWasGiven() {
    List<Object> list = new ArrayList<>(List.of(1));
    Expression expression = eq(listBin("l"), val(list)).build();
    list.add(2);
    assertThat(expression).hasToString("eq(listBin(\"l\"), [1])");
  }

  /** What is put together by the rules is read by the rules, and printed as it was built. */
  @Property(tries = 1_000)
  void randomExpressionsAreReadAndPrinted(@ForAll long seed) {
    Exp exp = new RandomExps(seed).of(ExpType.BOOL, 5);
    Expression built = exp.build();
    ExpNode node = ExpReader.read(built.toBytes());
    assertThat(node.type()).isEqualTo(ExpType.BOOL);
    assertThat(built).hasToString(ExpPrinter.print(node)).hasToString(exp.toString());
    assertThat(of(built).build()).isEqualTo(built);
  }
}
