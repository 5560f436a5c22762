package dev.aero4j.conformance.golden;

import static dev.aero4j.expression.Exp.*;

import com.aerospike.client.exp.Exp;
import com.aerospike.client.exp.LoopVarPart;
import dev.aero4j.expression.RegexFlag;
import dev.aero4j.model.ExpType;
import dev.aero4j.model.GeoJson;
import dev.aero4j.model.LoopPart;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The expressions that are no calls. */
final class ExpRows {
  private static final String CIRCLE = "{\"type\":\"AeroCircle\",\"coordinates\":[[1,2],100]}";
  private static final GregorianCalendar TIME = new GregorianCalendar(2024, 5, 6, 7, 8, 9);

  private final Table table;

  private ExpRows(Table table) {
    this.table = table;
  }

  static void addTo(Table table) {
    ExpRows rows = new ExpRows(table);
    rows.values();
    rows.record();
    rows.conditions();
    rows.numbers();
    rows.control();
    rows.loops();
  }

  private void values() {
    table.same("exp val of true", val(true), Exp.val(true));
    table.same("exp val of false", val(false), Exp.val(false));
    table.same("exp val of long", val(70_000L), Exp.val(70_000L));
    table.same("exp val of negative long", val(Long.MIN_VALUE), Exp.val(Long.MIN_VALUE));
    table.same("exp val of double", val(2.5), Exp.val(2.5));
    table.same("exp val of text", val("größe"), Exp.val("größe"));
    table.same("exp val of long text", val("x".repeat(300)), Exp.val("x".repeat(300)));
    table.same("exp val of bytes", val(new byte[] {1, 2}), Exp.val(new byte[] {1, 2}));
    table.same(
        "exp val of list", val(List.of(1, "a", List.of(2))), Exp.val(List.of(1, "a", List.of(2))));
    table.same("exp val of empty list", val(List.of()), Exp.val(List.of()));
    table.same("exp val of map", val(Map.of("a", 1)), Exp.val(Map.of("a", 1)));
    table.same(
        "exp val of sorted map",
        val(new TreeMap<>(Map.of("a", 1, "b", 2))),
        Exp.val(new TreeMap<>(Map.of("a", 1, "b", 2))));
    table.same("exp val of time", val(TIME.toInstant()), Exp.val(TIME));
    table.same("exp val of geo", val(GeoJson.of(CIRCLE)), Exp.geo(CIRCLE));
    table.same("exp val of nil", nil(), Exp.nil());
    table.same("exp val of object", val(5), Exp.get(5));
    table.same("exp infinity", infinity(), Exp.inf());
    table.same("exp wildcard", wildcard(), Exp.wildcard());
    table.same("exp unknown", unknown(), Exp.unknown());
    table.same("exp removeResult", removeResult(), Exp.removeResults());
  }

  @SuppressWarnings("removal") // Servers before 7.0 have sizes of their own.
  private void record() {
    table.same("exp intBin", intBin("i"), Exp.intBin("i"));
    table.same("exp floatBin", floatBin("f"), Exp.floatBin("f"));
    table.same("exp stringBin", stringBin("s"), Exp.stringBin("s"));
    table.same("exp boolBin", boolBin("t"), Exp.boolBin("t"));
    table.same("exp blobBin", blobBin("b"), Exp.blobBin("b"));
    table.same("exp geoBin", geoBin("g"), Exp.geoBin("g"));
    table.same("exp listBin", listBin("l"), Exp.listBin("l"));
    table.same("exp mapBin", mapBin("m"), Exp.mapBin("m"));
    table.same("exp hllBin", hllBin("h"), Exp.hllBin("h"));
    table.same("exp binExists", binExists("i"), Exp.binExists("i"));
    table.same("exp binType", binType("l"), Exp.binType("l"));
    table.same("exp binType of none", binType("none"), Exp.binType("none"));
    table.same("exp keyExists", keyExists(), Exp.keyExists());
    table.same("exp setName", setName(), Exp.setName());
    table.same("exp recordSize", recordSize(), Exp.recordSize());
    table.same("exp deviceSize", deviceSize(), Exp.deviceSize());
    table.same("exp memorySize", memorySize(), Exp.memorySize());
    table.same("exp lastUpdate", lastUpdate(), Exp.lastUpdate());
    table.same("exp sinceUpdate", sinceUpdate(), Exp.sinceUpdate());
    table.same("exp voidTime", voidTime(), Exp.voidTime());
    table.same("exp ttl", ttl(), Exp.ttl());
    table.same("exp isTombstone", isTombstone(), Exp.isTombstone());
    table.same("exp digestModulo", digestModulo(3), Exp.digestModulo(3));
    for (ExpType type : ExpType.values()) {
      if (type.code() >= 0) {
        Exp.Type theirs = Exp.Type.valueOf(type.name());
        table.same("exp bin of " + type, bin(type, "i"), Exp.bin("i", theirs));
      }
    }
    for (ExpType type : List.of(ExpType.INT, ExpType.STRING, ExpType.BLOB)) {
      table.same("exp key of " + type, key(type), Exp.key(Exp.Type.valueOf(type.name())));
    }
  }

  private void conditions() {
    table.same("exp eq", eq(intBin("i"), val(3)), Exp.eq(Exp.intBin("i"), Exp.val(3)));
    table.same(
        "exp eq of text",
        eq(stringBin("s"), val("text")),
        Exp.eq(Exp.stringBin("s"), Exp.val("text")));
    table.same("exp ne", ne(intBin("i"), val(3)), Exp.ne(Exp.intBin("i"), Exp.val(3)));
    table.same(
        "exp ne of text",
        ne(stringBin("s"), val("text")),
        Exp.ne(Exp.stringBin("s"), Exp.val("text")));
    table.same("exp gt", gt(intBin("i"), val(3)), Exp.gt(Exp.intBin("i"), Exp.val(3)));
    table.same(
        "exp gt of text",
        gt(stringBin("s"), val("text")),
        Exp.gt(Exp.stringBin("s"), Exp.val("text")));
    table.same("exp ge", ge(intBin("i"), val(3)), Exp.ge(Exp.intBin("i"), Exp.val(3)));
    table.same(
        "exp ge of text",
        ge(stringBin("s"), val("text")),
        Exp.ge(Exp.stringBin("s"), Exp.val("text")));
    table.same("exp lt", lt(intBin("i"), val(3)), Exp.lt(Exp.intBin("i"), Exp.val(3)));
    table.same(
        "exp lt of text",
        lt(stringBin("s"), val("text")),
        Exp.lt(Exp.stringBin("s"), Exp.val("text")));
    table.same("exp le", le(intBin("i"), val(3)), Exp.le(Exp.intBin("i"), Exp.val(3)));
    table.same(
        "exp le of text",
        le(stringBin("s"), val("text")),
        Exp.le(Exp.stringBin("s"), Exp.val("text")));
    table.same(
        "exp eq of lists",
        eq(listBin("l"), val(List.of(1))),
        Exp.eq(Exp.listBin("l"), Exp.val(List.of(1))));
    table.same(
        "exp eq of maps",
        eq(mapBin("m"), val(Map.of("a", 1))),
        Exp.eq(Exp.mapBin("m"), Exp.val(Map.of("a", 1))));
    table.same(
        "exp and",
        and(boolBin("t"), binExists("i")),
        Exp.and(Exp.boolBin("t"), Exp.binExists("i")));
    table.same(
        "exp and of three",
        and(boolBin("t"), binExists("i"), val(false)),
        Exp.and(Exp.boolBin("t"), Exp.binExists("i"), Exp.val(false)));
    table.same(
        "exp or", or(boolBin("t"), binExists("i")), Exp.or(Exp.boolBin("t"), Exp.binExists("i")));
    table.same(
        "exp or of three",
        or(boolBin("t"), binExists("i"), val(false)),
        Exp.or(Exp.boolBin("t"), Exp.binExists("i"), Exp.val(false)));
    table.same(
        "exp exclusive",
        exclusive(boolBin("t"), binExists("i")),
        Exp.exclusive(Exp.boolBin("t"), Exp.binExists("i")));
    table.same(
        "exp exclusive of three",
        exclusive(boolBin("t"), binExists("i"), val(false)),
        Exp.exclusive(Exp.boolBin("t"), Exp.binExists("i"), Exp.val(false)));
    table.same("exp not", not(boolBin("t")), Exp.not(Exp.boolBin("t")));
    table.same(
        "exp and of not",
        and(not(boolBin("t")), binExists("i")),
        Exp.and(Exp.not(Exp.boolBin("t")), Exp.binExists("i")));
    table.same(
        "exp geoCompare",
        geoCompare(geoBin("g"), val(GeoJson.of(CIRCLE))),
        Exp.geoCompare(Exp.geoBin("g"), Exp.geo(CIRCLE)));
    table.same(
        "exp regexCompare",
        regexCompare("T.*é?", stringBin("s")),
        Exp.regexCompare("T.*é?", 0, Exp.stringBin("s")));
    table.same(
        "exp regexCompare with flags",
        regexCompare(
            "T.*t",
            stringBin("s"),
            RegexFlag.ICASE,
            RegexFlag.NEWLINE,
            RegexFlag.EXTENDED,
            RegexFlag.NOSUB),
        Exp.regexCompare(
            "T.*t",
            com.aerospike.client.query.RegexFlag.ICASE
                | com.aerospike.client.query.RegexFlag.NEWLINE
                | com.aerospike.client.query.RegexFlag.EXTENDED
                | com.aerospike.client.query.RegexFlag.NOSUB,
            Exp.stringBin("s")));
  }

  private void numbers() {
    table.same("exp add", add(intBin("i"), val(3)), Exp.add(Exp.intBin("i"), Exp.val(3)));
    table.same("exp add of one", add(intBin("i")), Exp.add(Exp.intBin("i")));
    table.same(
        "exp add of floats",
        add(floatBin("f"), val(1.5), val(2.0)),
        Exp.add(Exp.floatBin("f"), Exp.val(1.5), Exp.val(2.0)));
    table.same("exp sub", sub(intBin("i"), val(3)), Exp.sub(Exp.intBin("i"), Exp.val(3)));
    table.same("exp sub of one", sub(intBin("i")), Exp.sub(Exp.intBin("i")));
    table.same(
        "exp sub of floats",
        sub(floatBin("f"), val(1.5), val(2.0)),
        Exp.sub(Exp.floatBin("f"), Exp.val(1.5), Exp.val(2.0)));
    table.same("exp mul", mul(intBin("i"), val(3)), Exp.mul(Exp.intBin("i"), Exp.val(3)));
    table.same("exp mul of one", mul(intBin("i")), Exp.mul(Exp.intBin("i")));
    table.same(
        "exp mul of floats",
        mul(floatBin("f"), val(1.5), val(2.0)),
        Exp.mul(Exp.floatBin("f"), Exp.val(1.5), Exp.val(2.0)));
    table.same("exp div", div(intBin("i"), val(3)), Exp.div(Exp.intBin("i"), Exp.val(3)));
    table.same("exp div of one", div(intBin("i")), Exp.div(Exp.intBin("i")));
    table.same(
        "exp div of floats",
        div(floatBin("f"), val(1.5), val(2.0)),
        Exp.div(Exp.floatBin("f"), Exp.val(1.5), Exp.val(2.0)));
    table.same("exp min", min(intBin("i"), val(3)), Exp.min(Exp.intBin("i"), Exp.val(3)));
    table.same("exp min of one", min(intBin("i")), Exp.min(Exp.intBin("i")));
    table.same(
        "exp min of floats",
        min(floatBin("f"), val(1.5), val(2.0)),
        Exp.min(Exp.floatBin("f"), Exp.val(1.5), Exp.val(2.0)));
    table.same("exp max", max(intBin("i"), val(3)), Exp.max(Exp.intBin("i"), Exp.val(3)));
    table.same("exp max of one", max(intBin("i")), Exp.max(Exp.intBin("i")));
    table.same(
        "exp max of floats",
        max(floatBin("f"), val(1.5), val(2.0)),
        Exp.max(Exp.floatBin("f"), Exp.val(1.5), Exp.val(2.0)));
    table.same("exp pow", pow(floatBin("f"), val(1.5)), Exp.pow(Exp.floatBin("f"), Exp.val(1.5)));
    table.same("exp log", log(floatBin("f"), val(1.5)), Exp.log(Exp.floatBin("f"), Exp.val(1.5)));
    table.same("exp mod", mod(intBin("i"), val(3)), Exp.mod(Exp.intBin("i"), Exp.val(3)));
    table.same("exp abs", abs(intBin("i")), Exp.abs(Exp.intBin("i")));
    table.same("exp abs of a float", abs(floatBin("f")), Exp.abs(Exp.floatBin("f")));
    table.same("exp floor", floor(floatBin("f")), Exp.floor(Exp.floatBin("f")));
    table.same("exp ceil", ceil(floatBin("f")), Exp.ceil(Exp.floatBin("f")));
    table.same("exp toInt", toInt(floatBin("f")), Exp.toInt(Exp.floatBin("f")));
    table.same("exp toFloat", toFloat(intBin("i")), Exp.toFloat(Exp.intBin("i")));
    table.same(
        "exp intAnd",
        intAnd(intBin("i"), val(3), val(12)),
        Exp.intAnd(Exp.intBin("i"), Exp.val(3), Exp.val(12)));
    table.same(
        "exp intOr",
        intOr(intBin("i"), val(3), val(12)),
        Exp.intOr(Exp.intBin("i"), Exp.val(3), Exp.val(12)));
    table.same(
        "exp intXor",
        intXor(intBin("i"), val(3), val(12)),
        Exp.intXor(Exp.intBin("i"), Exp.val(3), Exp.val(12)));
    table.same("exp intNot", intNot(intBin("i")), Exp.intNot(Exp.intBin("i")));
    table.same("exp lshift", lshift(intBin("i"), val(3)), Exp.lshift(Exp.intBin("i"), Exp.val(3)));
    table.same("exp rshift", rshift(intBin("i"), val(3)), Exp.rshift(Exp.intBin("i"), Exp.val(3)));
    table.same(
        "exp arshift", arshift(intBin("i"), val(3)), Exp.arshift(Exp.intBin("i"), Exp.val(3)));
    table.same("exp count", count(intBin("i")), Exp.count(Exp.intBin("i")));
    table.same(
        "exp lscan", lscan(intBin("i"), val(true)), Exp.lscan(Exp.intBin("i"), Exp.val(true)));
    table.same(
        "exp rscan", rscan(intBin("i"), val(true)), Exp.rscan(Exp.intBin("i"), Exp.val(true)));
  }

  private void control() {
    table.same(
        "exp cond",
        cond(boolBin("t"), intBin("i"), val(3)),
        Exp.cond(Exp.boolBin("t"), Exp.intBin("i"), Exp.val(3)));
    table.same(
        "exp cond of cases",
        cond(boolBin("t"), val("a"), binExists("i"), val("b"), unknown()),
        Exp.cond(Exp.boolBin("t"), Exp.val("a"), Exp.binExists("i"), Exp.val("b"), Exp.unknown()));
    table.same(
        "exp let",
        let(def("x", intBin("i")), def("y", add(var("x"), val(1))), gt(var("y"), var("x"))),
        Exp.let(
            Exp.def("x", Exp.intBin("i")),
            Exp.def("y", Exp.add(Exp.var("x"), Exp.val(1))),
            Exp.gt(Exp.var("y"), Exp.var("x"))));
    table.same(
        "exp expression in another",
        and(of(gt(intBin("i"), val(3)).build()), binExists("i")),
        Exp.and(Exp.expr(Exp.build(Exp.gt(Exp.intBin("i"), Exp.val(3)))), Exp.binExists("i")));
  }

  private void loops() {
    Map<ExpType, Function<LoopVarPart, Exp>> theirs =
        Map.of(
            ExpType.NIL, Exp::nilLoopVar,
            ExpType.BOOL, Exp::boolLoopVar,
            ExpType.INT, Exp::intLoopVar,
            ExpType.STRING, Exp::stringLoopVar,
            ExpType.LIST, Exp::listLoopVar,
            ExpType.MAP, Exp::mapLoopVar,
            ExpType.BLOB, Exp::blobLoopVar,
            ExpType.FLOAT, Exp::floatLoopVar,
            ExpType.GEO, Exp::geoJsonLoopVar,
            ExpType.HLL, Exp::hllLoopVar);
    theirs.forEach(
        (type, loopVar) -> {
          for (LoopPart part : LoopPart.values()) {
            if (part != LoopPart.INDEX || type == ExpType.INT) {
              table.same(
                  "exp loopVar " + type + " " + part,
                  loopVar(type, part),
                  loopVar.apply(LoopVarPart.valueOf(part.name())));
            }
          }
        });
  }
}
