package dev.aero4j.expression;

import static dev.aero4j.expression.Exp.*;

import dev.aero4j.model.ExpType;
import dev.aero4j.model.GeoJson;
import dev.aero4j.operation.BitOptions;
import dev.aero4j.operation.BitOverflow;
import dev.aero4j.operation.Context;
import dev.aero4j.operation.ListOptions;
import dev.aero4j.operation.ListReturn;
import dev.aero4j.operation.MapReturn;
import dev.aero4j.operation.SelectReturn;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Makes expressions that the rules of types allow, with variables in scope. */
final class RandomExps {
  private static final List<ExpType> TYPES =
      List.of(
          ExpType.BOOL,
          ExpType.INT,
          ExpType.STRING,
          ExpType.LIST,
          ExpType.MAP,
          ExpType.BLOB,
          ExpType.FLOAT,
          ExpType.GEO,
          ExpType.HLL);

  private final Random random;
  private int variables;

  RandomExps(long seed) {
    this.random = new Random(seed);
  }

  /** Makes an expression of a type. */
  Exp of(ExpType type, int depth) {
    if (depth == 0 || random.nextInt(5) == 0) {
      return leaf(type);
    }
    int less = depth - 1;
    return switch (random.nextInt(6)) {
      case 0 -> cond(of(ExpType.BOOL, less), of(type, less), of(type, less));
      case 1 -> scope(type, less);
      default -> operator(type, less);
    };
  }

  private Exp scope(ExpType type, int depth) {
    String name = "v" + variables++;
    ExpType defined = TYPES.get(random.nextInt(TYPES.size()));
    Exp value = of(defined, depth);
    Exp body = defined == type ? var(name) : of(type, depth);
    return let(def(name, value), cond(of(ExpType.BOOL, depth), body, of(type, depth)));
  }

  @SafeVarargs
  private Exp oneOf(Supplier<Exp>... choices) {
    return choices[random.nextInt(choices.length)].get();
  }

  private Exp leaf(ExpType type) {
    String bin = "b" + random.nextInt(3);
    return switch (type) {
      case BOOL -> oneOf(() -> val(random.nextBoolean()), () -> boolBin(bin), Exp::keyExists);
      case INT -> oneOf(() -> val(random.nextLong()), () -> intBin(bin), Exp::ttl);
      case STRING -> oneOf(() -> val(bin), () -> stringBin(bin), Exp::setName);
      case LIST -> oneOf(() -> val(List.of(1, bin, List.of())), () -> listBin(bin));
      case MAP -> oneOf(() -> val(Map.of(bin, 1)), () -> mapBin(bin));
      case BLOB -> oneOf(() -> val(new byte[] {7}), () -> blobBin(bin));
      case FLOAT -> oneOf(() -> val(random.nextDouble()), () -> floatBin(bin));
      case GEO -> oneOf(() -> val(GeoJson.of("{\"type\":\"Point\"}")), () -> geoBin(bin));
      case HLL -> hllBin(bin);
      case NIL, REMOVAL, SPECIAL -> nil();
    };
  }

  private Exp operator(ExpType type, int depth) {
    Supplier<Exp> number = () -> of(ExpType.INT, depth);
    Supplier<Exp> decimal = () -> of(ExpType.FLOAT, depth);
    Supplier<Exp> truth = () -> of(ExpType.BOOL, depth);
    Supplier<Exp> list = () -> of(ExpType.LIST, depth);
    Supplier<Exp> map = () -> of(ExpType.MAP, depth);
    Supplier<Exp> blob = () -> of(ExpType.BLOB, depth);
    return switch (type) {
      case BOOL ->
          oneOf(
              () -> and(truth.get(), truth.get()),
              () -> exclusive(truth.get(), truth.get(), truth.get()),
              () -> not(truth.get()),
              () -> lt(number.get(), number.get()),
              () -> eq(list.get(), list.get()),
              () -> inList(number.get(), list.get()),
              () -> regexCompare("a+", of(ExpType.STRING, depth)),
              () -> geoCompare(of(ExpType.GEO, depth), of(ExpType.GEO, depth)),
              () -> MapExp.getByKey(ExpType.INT, map.get(), val("k")).returning(MapReturn.EXISTS));
      case INT ->
          oneOf(
              () -> add(number.get(), number.get()),
              () -> lshift(number.get(), number.get()),
              () -> toInt(decimal.get()),
              () -> ListExp.size(list.get()).at(path()),
              () -> BitExp.count(blob.get(), number.get(), number.get()),
              () -> HllExp.getCount(of(ExpType.HLL, depth)),
              () ->
                  MapExp.getByRank(ExpType.MAP, map.get(), number.get())
                      .returning(MapReturn.INDEX));
      case LIST ->
          oneOf(
              () -> ListExp.append(list.get(), number.get()).with(ListOptions.ordered().noFail()),
              () -> ListExp.getByValueRange(list.get(), null, number.get()).inverted(),
              () -> ListExp.getByIndexRange(list.get(), number.get()).returning(ListReturn.RANK),
              () -> mapValues(map.get()),
              () ->
                  PathExp.select(
                      ExpType.LIST, SelectReturn.VALUE, map.get(), Context.root().allChildren()));
      case MAP ->
          oneOf(
              () -> MapExp.put(map.get(), val("k"), decimal.get()),
              () -> MapExp.removeByKey(map.get(), number.get()).at(path().mapKey("m")),
              () -> MapExp.getByIndexRange(map.get(), number.get()).returning(MapReturn.KEY_VALUE));
      case BLOB ->
          oneOf(
              () -> BitExp.not(blob.get(), number.get(), number.get()).with(BitOptions.none()),
              () ->
                  BitExp.add(
                      blob.get(), number.get(), number.get(), val(1), true, BitOverflow.WRAP));
      case FLOAT -> oneOf(() -> pow(decimal.get(), decimal.get()), () -> toFloat(number.get()));
      case HLL -> HllExp.add(of(ExpType.HLL, depth), list.get());
      case STRING, GEO, NIL, REMOVAL, SPECIAL -> leaf(type);
    };
  }

  /** Into a map first, so that what changes inside gives a map. */
  private Context path() {
    return Context.root().mapKey("a").listIndex(random.nextInt(9));
  }
}
