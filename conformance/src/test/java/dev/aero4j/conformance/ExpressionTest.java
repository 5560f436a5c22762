package dev.aero4j.conformance;

import static dev.aero4j.expression.Exp.add;
import static dev.aero4j.expression.Exp.and;
import static dev.aero4j.expression.Exp.cond;
import static dev.aero4j.expression.Exp.def;
import static dev.aero4j.expression.Exp.div;
import static dev.aero4j.expression.Exp.eq;
import static dev.aero4j.expression.Exp.geoCompare;
import static dev.aero4j.expression.Exp.gt;
import static dev.aero4j.expression.Exp.inList;
import static dev.aero4j.expression.Exp.intBin;
import static dev.aero4j.expression.Exp.let;
import static dev.aero4j.expression.Exp.lshift;
import static dev.aero4j.expression.Exp.lt;
import static dev.aero4j.expression.Exp.mapBin;
import static dev.aero4j.expression.Exp.or;
import static dev.aero4j.expression.Exp.pow;
import static dev.aero4j.expression.Exp.recordSize;
import static dev.aero4j.expression.Exp.regexCompare;
import static dev.aero4j.expression.Exp.toInt;
import static dev.aero4j.expression.Exp.ttl;
import static dev.aero4j.expression.Exp.unknown;
import static dev.aero4j.expression.Exp.val;
import static dev.aero4j.expression.Exp.var;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.AerospikeException;
import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.Key;
import dev.aero4j.conformance.harness.Everywhere;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.expression.Exp;
import dev.aero4j.expression.Expression;
import dev.aero4j.expression.RegexFlag;
import dev.aero4j.model.GeoJson;
import dev.aero4j.model.ResultCode;
import dev.aero4j.operation.ExpOperation;
import dev.aero4j.operation.ExpOptions;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.policy.WriteMeta;
import dev.aero4j.policy.WritePolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** What expressions come to, case by case; most are differences that random ones found once. */
class ExpressionTest {
  private static final Expression NIL = Exp.nil().build();
  private static final Expression FIVE = val(5).build();

  private static Key record(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("n", 7, "s", "text", "m", Map.of("a", 1)));
    return key;
  }

  private static @Nullable Object value(Client client, Key key, Exp exp) {
    return client.operate(key, ExpOperation.read("out", exp.build())).get("out");
  }

  private static void refused(int code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            AerospikeException.class, e -> assertThat(e.resultCode()).isEqualTo(code));
  }

  @Everywhere
  void numbersAreAsInTheServersLanguage(Client client) {
    Key key = record(client);
    assertThat(value(client, key, add(val(Long.MAX_VALUE), val(1)))).isEqualTo(Long.MIN_VALUE);
    assertThat(value(client, key, div(val(7), val(2), val(-2)))).isEqualTo(-1L);
    assertThat(value(client, key, lshift(val(1), val(65)))).isEqualTo(2L);
    assertThat(value(client, key, toInt(val(1e300)))).isEqualTo(Long.MIN_VALUE);
    assertThat(value(client, key, pow(val(1.0), val(Double.NaN)))).isEqualTo(1.0);
    refused(
        ResultCode.OPERATION_NOT_APPLICABLE, () -> value(client, key, div(intBin("n"), val(0))));
  }

  @Everywhere
  void whatIsUnknownDecidesNothing(Client client) {
    Key key = record(client);
    Exp missing = eq(intBin("none"), val(1));
    assertThat(value(client, key, or(missing, val(true)))).isEqualTo(true);
    assertThat(value(client, key, and(missing, val(false)))).isEqualTo(false);
    assertThat(value(client, key, cond(val(true), val(1), unknown()))).isEqualTo(1L);
    refused(ResultCode.OPERATION_NOT_APPLICABLE, () -> value(client, key, missing));
    refused(
        ResultCode.FILTERED_OUT,
        () -> client.get(key, ReadPolicy.builder().filterExpression(missing.build()).build()));
  }

  @Everywhere
  void flagsOfRegularExpressionsDoWhatTheirNamesSay(Client client) {
    Key key = record(client);
    Exp lines = val("one\ntwo");
    assertThat(value(client, key, regexCompare("^TWO", lines))).isEqualTo(false);
    assertThat(value(client, key, regexCompare("^two", lines, RegexFlag.NOSUB))).isEqualTo(false);
    assertThat(value(client, key, regexCompare("^two", lines, RegexFlag.NEWLINE))).isEqualTo(true);
    assertThat(value(client, key, regexCompare("e.t", lines))).isEqualTo(true);
    assertThat(value(client, key, regexCompare("e.t", lines, RegexFlag.NEWLINE))).isEqualTo(false);
    assertThat(value(client, key, regexCompare("TWO", lines, RegexFlag.ICASE))).isEqualTo(true);
    assertThat(value(client, key, regexCompare("(two|three)", lines))).isEqualTo(false);
    assertThat(value(client, key, regexCompare("(two|three)", lines, RegexFlag.EXTENDED)))
        .isEqualTo(true);
  }

  @Everywhere
  void mapsWithoutOrderHaveNone(Client client) {
    Key key = record(client);
    refused(
        ResultCode.OPERATION_NOT_APPLICABLE,
        () -> value(client, key, eq(mapBin("m"), mapBin("m"))));
    assertThat(value(client, key, inList(mapBin("m"), val(List.of(Map.of("a", 1))))))
        .isEqualTo(true);
    assertThat(value(client, key, inList(val(1.5), val(List.of(Double.NaN))))).isEqualTo(true);
  }

  @Everywhere
  void variablesInsideADefinitionAreNotThoseOutside(Client client) {
    Key key = record(client);
    Exp inner = let(def("b", val(2)), add(var("b"), val(1)));
    assertThat(value(client, key, let(def("a", inner), def("b", var("a")), var("b"))))
        .isEqualTo(3L);
  }

  @Everywhere
  void onlyAPointLiesInARegion(Client client) {
    Key key = record(client);
    Exp point = val(new GeoJson("{\"type\":\"Point\",\"coordinates\":[0.5,0.5]}"));
    Exp circle = val(new GeoJson("{\"type\":\"AeroCircle\",\"coordinates\":[[0,0],100000]}"));
    assertThat(value(client, key, geoCompare(point, circle))).isEqualTo(true);
    assertThat(value(client, key, geoCompare(circle, point))).isEqualTo(true);
    assertThat(value(client, key, geoCompare(circle, circle))).isEqualTo(false);
    Exp malformed = val(new GeoJson("{\"type\":\"Point\",\"coordinates\":[0.5]}"));
    refused(ResultCode.PARAMETER_ERROR, () -> value(client, key, geoCompare(malformed, circle)));
  }

  @Everywhere
  void aWriteSeesTheTimesThatItGivesAndTheSizeThatIsStored(Client client) {
    Key key = Keys.fresh();
    List<Operation> operations =
        List.of(
            Operation.put("text", "as long as it takes to need another block"),
            ExpOperation.read("ttl", ttl().build()),
            ExpOperation.read("size", recordSize().build()));
    assertThat(client.operate(key, operations, WriteMeta.ttl(1000)).bins())
        .containsEntry("ttl", 1000L)
        .containsEntry("size", 16L);
    assertThat(client.operate(key, operations, WriteMeta.ttl(500)).bins())
        .containsEntry("ttl", 500L)
        .containsEntry("size", 112L);
  }

  @Everywhere
  void flagsSayWhichBinsAreWritten(Client client) {
    Key key = record(client);
    ExpOptions none = ExpOptions.none();
    refused(
        ResultCode.BIN_EXISTS,
        () -> client.operate(key, ExpOperation.write("n", FIVE).with(none.createOnly())));
    refused(
        ResultCode.BIN_NOT_FOUND,
        () -> client.operate(key, ExpOperation.write("new", FIVE).with(none.updateOnly())));
    refused(
        ResultCode.OPERATION_NOT_APPLICABLE,
        () -> client.operate(key, ExpOperation.write("n", NIL)));
    refused(
        ResultCode.OPERATION_NOT_APPLICABLE,
        () -> client.operate(key, ExpOperation.write("n", unknown().build())));
    client.operate(
        key,
        ExpOperation.write("n", FIVE).with(none.createOnly().policyNoFail()),
        ExpOperation.write("n", unknown().build()).with(none.evalNoFail()),
        // Any flag keeps a bin from being an error, and only one removes it.
        ExpOperation.write("n", NIL).with(none.updateOnly()),
        ExpOperation.write("s", NIL).with(none.allowDelete()),
        ExpOperation.write("sum", add(intBin("n"), val(1)).build()),
        ExpOperation.write("twice", add(intBin("sum"), intBin("sum")).build()));
    assertThat(client.get(key).bins())
        .isEqualTo(Map.of("n", 7L, "m", Map.of("a", 1L), "sum", 8L, "twice", 16L));
  }

  @Everywhere
  void aFilterComesAfterTheGenerationAndNotBeforeTheRecord(Client client) {
    Key key = record(client);
    Expression no = val(false).build();
    Expression none = Expression.fromBytes(new byte[] {(byte) 0x91, 15});
    WritePolicy.Builder filtered = WritePolicy.builder().filterExpression(none);
    refused(ResultCode.PARAMETER_ERROR, () -> client.put(key, Bins.of("n", 1), filtered.build()));
    refused(
        ResultCode.GENERATION_MISMATCH,
        () -> client.put(key, Bins.of("n", 1), filtered.expectGeneration(7).build()));
    refused(
        ResultCode.FILTERED_OUT,
        () -> client.remove(key, WritePolicy.builder().filterExpression(no).build()));
    // A record that the write makes is not filtered, and its filter not even read.
    Key fresh = Keys.fresh();
    client.put(fresh, Bins.of("n", 1), WritePolicy.builder().filterExpression(none).build());
    assertThat(client.get(fresh).getLong("n")).isEqualTo(1);
  }

  @Everywhere
  void anExpressionMayHaveSoManyParts(Client client) {
    Key key = record(client);
    Exp[] clauses = new Exp[21_845];
    Arrays.fill(clauses, gt(intBin("n"), val(1)));
    assertThat(value(client, key, and(clauses))).isEqualTo(true);
    Exp[] more = Arrays.copyOf(clauses, clauses.length + 1);
    Arrays.fill(more, lt(intBin("n"), val(1)));
    assertThatThrownBy(() -> and(more).build()).hasMessageContaining("too many parts");
  }
}
