package dev.aero4j.expression;

import static dev.aero4j.expression.Exp.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.model.ExpType;
import dev.aero4j.model.GeoJson;
import dev.aero4j.model.LoopPart;
import dev.aero4j.operation.BitOptions;
import dev.aero4j.operation.BitOverflow;
import dev.aero4j.operation.Context;
import dev.aero4j.operation.HllOptions;
import dev.aero4j.operation.ListOptions;
import dev.aero4j.operation.ListReturn;
import dev.aero4j.operation.MapOptions;
import dev.aero4j.operation.MapReturn;
import dev.aero4j.operation.SelectReturn;
import dev.aero4j.wire.expression.ExpReader;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What can have no value is found when an expression is put together, and the message says why. */
class BadExpressionsTest {
  private static final GeoJson POINT = GeoJson.of("{\"type\":\"Point\",\"coordinates\":[1,2]}");

  private static AbstractThrowableAssert<?, ?> refused(ThrowingCallable call) {
    return assertThatThrownBy(call).isInstanceOf(InvalidArgumentException.class);
  }

  @Test
  void valuesOfTwoTypesAreNotCompared() {
    refused(() -> eq(intBin("age"), val("18")))
        .hasMessage(
            "eq compares values of one type; it was given an integer and a string, in"
                + " eq(intBin(\"age\"), \"18\")");
    refused(() -> lt(val(1), val(1.5))).hasMessageContaining("an integer and a float");
    refused(() -> ge(listBin("l"), mapBin("m"))).hasMessageContaining("a list and a map");
    refused(() -> ne(val(POINT), geoBin("g")))
        .hasMessageContaining("cannot compare values of type");
    refused(() -> gt(hllBin("h"), hllBin("h"))).hasMessageContaining("HyperLogLog");
  }

  @Test
  void operatorsNameTheOperandThatDoesNotFit() {
    refused(() -> and(boolBin("a"), intBin("b")))
        .hasMessage(
            "and takes a boolean as operand 2; it was given an integer, in"
                + " and(boolBin(\"a\"), intBin(\"b\"))");
    refused(() -> not(stringBin("s"))).hasMessageContaining("not takes a boolean as operand 1");
    refused(() -> add(intBin("a"), floatBin("f")))
        .hasMessageContaining("all integers or all floats; operand 2 is a float after an integer");
    refused(() -> mul(stringBin("a"))).hasMessageContaining("operand 1 is a string");
    refused(() -> mod(intBin("a"), floatBin("b"))).hasMessageContaining("operand 2");
    refused(() -> pow(val(2), val(2.0))).hasMessageContaining("pow takes a float as operand 1");
    refused(() -> toInt(intBin("a"))).hasMessageContaining("toInt takes a float");
    refused(() -> toFloat(floatBin("a"))).hasMessageContaining("toFloat takes an integer");
    refused(() -> intAnd(val(1), val(true))).hasMessageContaining("intAnd takes an integer");
    refused(() -> lscan(val(1), val(1))).hasMessageContaining("a boolean as operand 2");
    refused(() -> geoCompare(geoBin("g"), stringBin("s"))).hasMessageContaining("a geo");
    refused(() -> regexCompare("a", intBin("i")))
        .hasMessage("regexCompare takes a string; it was given an integer: intBin(\"i\")");
    refused(() -> inList(val(1), mapBin("m"))).hasMessageContaining("inList takes a list");
    refused(() -> mapKeys(listBin("l"))).hasMessageContaining("mapKeys takes a map");
  }

  @Test
  void operatorsCountTheirOperands() {
    refused(() -> and(boolBin("a"))).hasMessageContaining("2 operands or more; it was given 1");
    refused(() -> add()).hasMessageContaining("1 operands or more");
    refused(() -> cond(boolBin("a"), val(1))).hasMessageContaining("3 operands or more");
    refused(() -> cond(boolBin("a"), val(1), boolBin("b"), val(2)))
        .hasMessageContaining("pairs of condition and value");
    refused(() -> let(val(1))).hasMessageContaining("let takes definitions and an expression");
  }

  @Test
  void casesGiveValuesOfOneType() {
    refused(() -> cond(boolBin("a"), val(1), val("x")))
        .hasMessageContaining("cond takes an integer as operand 3; it was given a string");
    refused(() -> cond(intBin("a"), val(1), val(2))).hasMessageContaining("a boolean as operand 1");
    assertThat(cond(boolBin("a"), unknown(), val(2)).type()).isEqualTo(ExpType.INT);
  }

  @Test
  void callsAreMadeOnValuesOfTheirType() {
    refused(() -> ListExp.size(mapBin("m")))
        .hasMessage("size works on a list; it was given a map: mapBin(\"m\")");
    refused(() -> MapExp.getByKey(ExpType.INT, listBin("l"), val(1)))
        .hasMessageContaining("getByKey works on a map; it was given a list");
    refused(() -> BitExp.count(stringBin("s"), val(0), val(1))).hasMessageContaining("a blob");
    refused(() -> HllExp.getCount(blobBin("b"))).hasMessageContaining("a HyperLogLog");
    refused(() -> PathExp.select(ExpType.LIST, SelectReturn.VALUE, intBin("i"), Context.root()))
        .hasMessageContaining("a path leads into a list or map; it was given an integer");
  }

  @Test
  void argumentsOfCallsHaveTheirTypes() {
    refused(() -> ListExp.getByIndex(ExpType.INT, listBin("l"), val("0")))
        .hasMessage("getByIndex takes an integer as index; it was given a string: \"0\"");
    refused(() -> ListExp.getByRankRange(listBin("l"), val(0), val(1.5)))
        .hasMessageContaining("getByRankRange takes an integer as count; it was given a float");
    refused(() -> ListExp.appendItems(listBin("l"), val(1)))
        .hasMessageContaining("appendItems takes a list as values; it was given an integer");
    refused(() -> ListExp.increment(listBin("l"), val(0), stringBin("s")))
        .hasMessageContaining("increment takes an integer or a float as value");
    refused(() -> MapExp.put(mapBin("m"), val(Double.NaN), val(1)))
        .hasMessage("put takes an integer or a string or a blob as key; it was given a float: NaN");
    refused(() -> MapExp.putItems(mapBin("m"), listBin("l")))
        .hasMessageContaining("putItems takes a map as entries");
    refused(() -> MapExp.getByKeyList(mapBin("m"), val("a")))
        .hasMessageContaining("a list as keys");
    refused(() -> BitExp.set(blobBin("b"), val(0), val(8), val("x")))
        .hasMessageContaining("set takes a blob as bytes");
    refused(() -> BitExp.add(blobBin("b"), val(0), val(8), val(1.5), false, BitOverflow.WRAP))
        .hasMessageContaining("add takes an integer as value");
    refused(() -> BitExp.lscan(blobBin("b"), val(0), val(8), val(1)))
        .hasMessageContaining("lscan takes a boolean as bit");
    refused(() -> HllExp.add(hllBin("h"), val("x"))).hasMessageContaining("a list as values");
    refused(() -> HllExp.init(hllBin("h"), val("8"))).hasMessageContaining("as index bits");
  }

  @Test
  void whatCannotBeKnownYetPasses() {
    Exp list = ListExp.getByIndex(ExpType.INT, listBin("l"), var("i"));
    assertThat(let(def("i", val(1)), list).build()).isNotNull();
    assertThat(ListExp.getByIndex(ExpType.INT, listBin("l"), unknown())).isNotNull();
    assertThat(MapExp.getByKey(ExpType.INT, mapBin("m"), val(2.5))).isNotNull();
  }

  @Test
  void optionsAndReturnTypesAreForWhatTakesThem() {
    refused(() -> ListExp.size(listBin("l")).with(ListOptions.ordered()))
        .hasMessage("size takes no options");
    refused(() -> MapExp.clear(mapBin("m")).with(MapOptions.keyOrdered()))
        .hasMessage("clear takes no options");
    refused(() -> BitExp.get(blobBin("b"), val(0), val(1)).with(BitOptions.none()))
        .hasMessage("get takes no options");
    refused(() -> HllExp.describe(hllBin("h")).with(HllOptions.none()))
        .hasMessage("describe takes no options");
    refused(() -> ListExp.append(listBin("l"), val(1)).returning(ListReturn.VALUE))
        .hasMessageContaining("append has no return type");
    refused(() -> MapExp.size(mapBin("m")).inverted()).hasMessageContaining("no return type");
    refused(() -> ListExp.getByValue(listBin("l"), val(1)).returning(ListReturn.NONE))
        .hasMessage("getByValue returning NONE has no value, which an expression must have");
    refused(() -> MapExp.getByRank(ExpType.INT, mapBin("m"), val(1)).returning(MapReturn.NONE))
        .hasMessageContaining("getByRank returning NONE has no value");
    refused(() -> ListExp.size(listBin("l")).at(Context.root().allChildren()))
        .hasMessageContaining("this path branches");
  }

  @Test
  void theTypeOfWhatIsGivenFollowsTheReturnType() {
    ListCall list = ListExp.getByIndex(ExpType.LIST, listBin("l"), val(0));
    assertThat(list.type()).isEqualTo(ExpType.LIST);
    assertThat(list.returning(ListReturn.RANK).type()).isEqualTo(ExpType.INT);
    assertThat(list.returning(ListReturn.EXISTS).type()).isEqualTo(ExpType.BOOL);
    ListCall range = ListExp.getByIndexRange(listBin("l"), val(0));
    assertThat(range.type()).isEqualTo(ExpType.LIST);
    assertThat(range.returning(ListReturn.RANK).type()).isEqualTo(ExpType.LIST);
    assertThat(range.returning(ListReturn.COUNT).type()).isEqualTo(ExpType.INT);
    MapCall entry = MapExp.getByKey(ExpType.STRING, mapBin("m"), val("k"));
    assertThat(entry.type()).isEqualTo(ExpType.STRING);
    assertThat(entry.returning(MapReturn.INDEX).type()).isEqualTo(ExpType.INT);
    assertThat(entry.returning(MapReturn.KEY_VALUE).type()).isEqualTo(ExpType.MAP);
    MapCall put = MapExp.put(mapBin("m"), val(1), val(1));
    assertThat(put.type()).isEqualTo(ExpType.MAP);
    assertThat(ListExp.append(listBin("l"), val(1)).at(Context.root().mapKey("k")).type())
        .isEqualTo(ExpType.MAP);
    assertThat(ListExp.size(nil()).type()).isEqualTo(ExpType.NIL);
  }

  @Test
  void variablesAreDefinedOnceBeforeTheyAreUsed() {
    refused(() -> var("x").build()).hasMessageContaining("variable 'x' is not defined");
    refused(() -> let(def("x", val(1)), def("x", val(2)), var("x")).build())
        .hasMessageContaining("variable 'x' is defined twice");
    refused(() -> let(def("x", add(var("x"), val(1))), var("x")).build())
        .hasMessageContaining("variable 'x' is used in its own definition");
    refused(() -> let(def("x", val(1)), add(var("y"), val(1))).build())
        .hasMessageContaining("variable 'y' is not defined");
    refused(() -> and(let(def("x", val(true)), var("x")), var("x")).build())
        .hasMessageContaining("variable 'x' is not defined");
    refused(() -> def("1x", val(1))).hasMessageContaining("'1x' is no name of a variable");
    refused(() -> var("")).hasMessageContaining("no digit first");
  }

  @Test
  void variablesHaveTypesWhenTheWholeIsThere() {
    refused(() -> let(def("x", stringBin("s")), gt(var("x"), val(1))).build())
        .hasMessageContaining(
            "gt compares values of one type; it was given a string and an integer")
        .hasMessageContaining("gt(var(\"x\"), 1)");
    refused(() -> let(def("x", val(1)), and(var("x"), val(true))).build())
        .hasMessageContaining("and takes a boolean as operand 1; it was given an integer");
    refused(() -> let(def("x", val(1)), ListExp.size(var("x"))).build())
        .hasMessageContaining("is made on an integer");
    refused(() -> let(def("x", val(1)), regexCompare("a", var("x"))).build())
        .hasMessageContaining("regexCompare takes a string");
    assertThat(let(def("x", val(1)), def("y", add(var("x"), val(1))), eq(var("y"), val(2))).build())
        .hasToString("let(def(\"x\", 1), def(\"y\", add(var(\"x\"), 1)), eq(var(\"y\"), 2))");
  }

  @Test
  void aDefinitionIsForLetOnly() {
    refused(() -> add(def("x", val(1)), val(2)))
        .hasMessage("def(\"x\", 1) is for let only, and no value by itself");
    refused(() -> ListExp.append(listBin("l"), def("x", val(1)))).hasMessageContaining("let only");
    refused(() -> let(def("x", val(1)), def("y", val(2)))).hasMessageContaining("no expression");
    refused(() -> let(val(1), val(2))).hasMessage("part 1 of let is not a definition: 1");
    refused(() -> def("x", val(1)).build()).hasMessageContaining("let only");
  }

  @Test
  void partsThatAreNullAreToldOf() {
    refused(() -> eq(val(1), null)).hasMessageContaining("is null; nil is Exp.nil()");
    refused(() -> val((String) null)).hasMessage("Exp.val of null; nil is Exp.nil()");
    refused(() -> val((List<?>) null)).hasMessage("Exp.val of null; nil is Exp.nil()");
    refused(() -> val((Map<?, ?>) null)).hasMessage("Exp.val of null; nil is Exp.nil()");
    refused(() -> ListExp.append(listBin("l"), null)).hasMessageContaining("null");
    refused(() -> ListExp.size(null)).hasMessageContaining("null");
    refused(() -> Exp.regexCompare(null, Exp.stringBin("s")))
        .hasMessage("the pattern of regexCompare is null");
    refused(() -> Exp.of(null)).hasMessage("Exp.of null");
    refused(() -> Context.root().allChildrenWhere(null)).hasMessageContaining("condition is null");
  }

  @Test
  void namesOfBinsAreChecked() {
    refused(() -> intBin("a-name-that-is-too-long")).hasMessageContaining("1 to 15");
    refused(() -> binExists("")).hasMessageContaining("name of");
    refused(() -> binType("a-name-that-is-too-long")).hasMessageContaining("1 to 15");
  }

  @Test
  void typesAreChecked() {
    refused(() -> key(ExpType.FLOAT)).hasMessageContaining("INT, STRING or BLOB");
    refused(() -> bin(ExpType.REMOVAL, "b")).hasMessageContaining("cannot be of type REMOVAL");
    refused(() -> loopVar(ExpType.STRING, LoopPart.INDEX)).hasMessageContaining("INT");
    refused(() -> digestModulo(0)).hasMessageContaining("digestModulo by 0");
    refused(() -> val(Instant.MAX)).hasMessageContaining("1677 to 2262");
  }

  @Test
  void anExpressionIsOfLimitedSize() {
    // Servers need 48 bytes for each clause and give 1 MiB to the whole; a text may be of any
    // length.
    Exp[] clauses = new Exp[21_845];
    Arrays.fill(clauses, eq(intBin("a"), val(1)));
    assertThat(or(clauses).build().toBytes()).hasSizeGreaterThan(clauses.length);
    Exp[] more = new Exp[21_846];
    Arrays.fill(more, eq(intBin("a"), val(1)));
    refused(() -> or(more).build()).hasMessageContaining("an expression has too many parts");
    assertThat(val("x".repeat(1 << 21)).build().toBytes()).hasSizeGreaterThan(1 << 21);
  }

  @Test
  void anExpressionIsOfLimitedDepth() {
    Exp deep = boolBin("b");
    for (int i = 1; i < ExpReader.MAX_DEPTH; i++) {
      deep = not(deep);
    }
    Exp deepest = deep;
    assertThat(deepest.build().toString()).startsWith("not(not(");
    String expected = "expressions are nested deeper than " + ExpReader.MAX_DEPTH;
    refused(() -> not(deepest)).hasMessage(expected);
    refused(() -> let(def("x", deepest), var("x"))).hasMessage(expected);
    refused(() -> ListExp.append(listBin("l"), deepest)).hasMessage(expected);
    Exp built = of(deepest.build());
    refused(() -> not(built).build()).hasMessageContaining(expected);
  }

  @Test
  void whatWasBuiltIsAPartWithItsType() {
    Expression sum = add(intBin("a"), val(1)).build();
    assertThat(of(sum).type()).isEqualTo(ExpType.INT);
    assertThat(gt(of(sum), val(3)).build()).isEqualTo(gt(add(intBin("a"), val(1)), val(3)).build());
    refused(() -> and(of(sum), val(true))).hasMessageContaining("it was given an integer");
    refused(() -> of(Expression.fromBytes(new byte[] {(byte) 0x90})))
        .hasMessageContaining("an expression: an empty list is no expression");
    Expression scope = let(def("x", val(1)), var("x")).build();
    refused(() -> let(def("x", val(2)), add(of(scope), var("x"))).build())
        .hasMessageContaining("variable 'x' is defined twice");
  }
}
