package dev.aero4j.conformance.differential;

import static dev.aero4j.conformance.differential.ExpTerm.operator;

import dev.aero4j.conformance.differential.ExpTerm.Fixed;
import dev.aero4j.conformance.differential.ExpTerm.Operator;
import dev.aero4j.conformance.differential.ExpTerm.Value;
import dev.aero4j.model.ExpType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * Makes random expressions of a wanted type.
 *
 * <p>What brings a real server down is left out: dividing the smallest integer by -1, calls on nil,
 * comparing {@code removeResult()}, modifying ordered lists by path.
 */
final class ExpTerms {
  static final int EQ = 1;
  static final int LE = 6;
  static final int REGEX = 7;
  static final int GEO = 8;
  static final int IN_LIST = 9;
  static final int AND = 16;
  static final int NOT = 18;
  static final int EXCLUSIVE = 19;
  static final int ADD = 20;
  static final int SUB = 21;
  static final int MUL = 22;
  static final int DIV = 23;
  static final int POW = 24;
  static final int LOG = 25;
  static final int MOD = 26;
  static final int ABS = 27;
  static final int FLOOR = 28;
  static final int CEIL = 29;
  static final int TO_INT = 30;
  static final int TO_FLOAT = 31;
  static final int INT_AND = 32;
  static final int INT_NOT = 35;
  static final int LSHIFT = 36;
  static final int ARSHIFT = 38;
  static final int COUNT = 39;
  static final int LSCAN = 40;
  static final int RSCAN = 41;
  static final int MIN = 50;
  static final int MAX = 51;
  static final int DIGEST_MODULO = 64;
  static final int DEVICE_SIZE = 65;
  static final int LAST_UPDATE = 66;
  static final int SINCE_UPDATE = 67;
  static final int VOID_TIME = 68;
  static final int TTL = 69;
  static final int SET_NAME = 70;
  static final int KEY_EXISTS = 71;
  static final int IS_TOMBSTONE = 72;
  static final int MEMORY_SIZE = 73;
  static final int RECORD_SIZE = 74;
  static final int KEY = 80;
  static final int BIN = 81;
  static final int BIN_TYPE = 82;
  static final int MAP_KEYS = 101;
  static final int MAP_VALUES = 102;
  static final int LOOP_VARIABLE = 122;
  static final int COND = 123;
  static final int VAR = 124;
  static final int LET = 125;
  static final int CALL = 127;

  static final ExpType[] TYPES = {
    ExpType.HLL,
    ExpType.NIL,
    ExpType.BOOL,
    ExpType.INT,
    ExpType.STRING,
    ExpType.LIST,
    ExpType.MAP,
    ExpType.BLOB,
    ExpType.FLOAT,
    ExpType.GEO
  };

  private static final String[] PATTERNS = {
    "a",
    "^a",
    "b$",
    "a.*b",
    "a\\{1,2\\}",
    "(a|b)+",
    "\\(a\\|b\\)*c",
    "[[:alpha:]]+[0-9]",
    "[^a-c]",
    "^$",
    "a{2}",
    "*a",
    "^*",
    "\\<ab",
    "\\w\\+",
    "[]a-]",
    "(",
    "[",
    "a**",
    "x?",
    "\\(a\\)\\1",
    "é",
    "^.$",
    "[[:upper:]]",
    "\\.",
    "a|",
    "()",
    "a{2,1}",
    "+",
    "[b-a]",
    "\\",
    "^b",
    "a$"
  };

  private final Random random;
  private final SampleData data;
  private final ExpCalls calls;
  private List<Variable> scope = new ArrayList<>();

  /** Whether the expression is one of a path, which looks at elements. */
  private boolean inPath;

  ExpTerms(Random random) {
    this.random = random;
    this.data = new SampleData(random);
    this.calls = new ExpCalls(random, this);
  }

  private record Variable(String name, ExpType type) {}

  ExpTerm any(int depth) {
    return term(anyType(), depth);
  }

  ExpTerm term(ExpType type, int depth) {
    List<String> variables =
        scope.stream().filter(v -> v.type() == type).map(Variable::name).toList();
    if (!variables.isEmpty() && random.nextInt(3) == 0) {
      return operator(type, VAR, new Fixed(variables.get(random.nextInt(variables.size()))));
    }
    if (depth > 0 && random.nextInt(10) == 0) {
      return random.nextBoolean() ? let(type, depth) : cond(type, depth);
    }
    if (random.nextInt(4) == 0) {
      return leaf(type);
    }
    if (depth > 0 && random.nextInt(4) == 0) {
      return calls.call(type, depth);
    }
    if (depth <= 0 || random.nextInt(6) == 0) {
      return new Value(type, data.value(type, 2));
    }
    return switch (type) {
      case BOOL -> bool(depth - 1);
      case INT -> integer(depth - 1);
      case FLOAT -> number(depth - 1);
      case STRING -> string(depth - 1);
      case LIST ->
          operator(type, random.nextBoolean() ? MAP_KEYS : MAP_VALUES, mapOrOther(depth - 1));
      case BLOB, NIL, MAP, GEO, HLL, REMOVAL, SPECIAL -> leaf(type);
    };
  }

  private ExpType anyType() {
    return TYPES[random.nextInt(TYPES.length)];
  }

  /** The keys of something that is no map are unknown, and not forbidden. */
  private ExpTerm mapOrOther(int depth) {
    return term(random.nextInt(8) == 0 ? anyType() : ExpType.MAP, depth);
  }

  /** Returns an expression for the elements that a path looks at, with variables of its own. */
  ExpTerm ofElement(ExpType type, int depth) {
    List<Variable> outer = scope;
    boolean wasInPath = inPath;
    scope = new ArrayList<>();
    inPath = true;
    ExpTerm term = term(type, depth);
    scope = outer;
    inPath = wasInPath;
    return term;
  }

  ExpTerm sketches() {
    return new Value(ExpType.LIST, List.of(Objects.requireNonNull(data.value(ExpType.HLL, 0))));
  }

  private Operator leaf(ExpType type) {
    if (!inPath || random.nextInt(10) == 0) {
      return bin(type);
    }
    int part = type == ExpType.INT ? random.nextInt(3) : random.nextInt(2);
    return operator(type, LOOP_VARIABLE, new Fixed((long) type.code()), new Fixed((long) part));
  }

  private Operator bin(ExpType type) {
    return operator(type, BIN, new Fixed((long) type.code()), new Fixed(data.binName(type)));
  }

  private Operator let(ExpType type, int depth) {
    List<ExpTerm> parts = new ArrayList<>();
    int outer = scope.size();
    int count = 1 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      ExpType valueType = anyType();
      String name = "v" + scope.size();
      parts.add(new Fixed(name));
      // Inside of its own definition a variable is not to be used.
      scope.add(new Variable(name, ExpType.SPECIAL));
      parts.add(term(valueType, depth - 1));
      scope.set(outer + i, new Variable(name, valueType));
    }
    parts.add(term(type, depth - 1));
    scope.subList(outer, scope.size()).clear();
    return new Operator(type, LET, parts);
  }

  private Operator cond(ExpType type, int depth) {
    List<ExpTerm> parts = new ArrayList<>();
    int count = 1 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      parts.add(term(ExpType.BOOL, depth - 1));
      parts.add(orUnknown(type, depth - 1));
    }
    parts.add(orUnknown(type, depth - 1));
    return new Operator(type, COND, parts);
  }

  private ExpTerm orUnknown(ExpType type, int depth) {
    return random.nextInt(8) == 0 ? operator(type, 0) : term(type, depth);
  }

  private ExpTerm bool(int depth) {
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> comparison(depth);
      case 3 -> operator(ExpType.BOOL, IN_LIST, any(depth), term(ExpType.LIST, depth));
      case 4 ->
          operator(
              ExpType.BOOL,
              REGEX,
              new Fixed((long) random.nextInt(16)),
              new Fixed(PATTERNS[random.nextInt(PATTERNS.length)]),
              term(ExpType.STRING, depth));
      case 5 -> operator(ExpType.BOOL, GEO, term(ExpType.GEO, depth), term(ExpType.GEO, depth));
      case 6 -> operator(ExpType.BOOL, NOT, term(ExpType.BOOL, depth));
      case 7 -> metaComparison();
      case 8 -> operator(ExpType.BOOL, random.nextBoolean() ? KEY_EXISTS : IS_TOMBSTONE);
      default ->
          several(
              ExpType.BOOL,
              new int[] {AND, AND + 1, EXCLUSIVE}[random.nextInt(3)],
              2,
              3,
              i -> term(ExpType.BOOL, depth));
    };
  }

  private Operator comparison(int depth) {
    ExpType type;
    do {
      type = anyType();
    } while (type == ExpType.GEO || type == ExpType.HLL);
    int code = EQ + random.nextInt(LE - EQ + 1);
    return operator(ExpType.BOOL, code, term(type, depth), term(type, depth));
  }

  /** Times are compared with what they are far from. */
  private Operator metaComparison() {
    int code = new int[] {LAST_UPDATE, SINCE_UPDATE}[random.nextInt(2)];
    return operator(
        ExpType.BOOL,
        EQ + random.nextInt(LE - EQ + 1),
        operator(ExpType.INT, code),
        new Value(ExpType.INT, random.nextBoolean() ? Long.MAX_VALUE : -1L));
  }

  private ExpTerm integer(int depth) {
    return switch (random.nextInt(14)) {
      case 0 -> division(ExpType.INT, depth);
      case 1 ->
          operator(ExpType.INT, MOD, term(ExpType.INT, depth), new Value(ExpType.INT, divisor()));
      case 2 -> operator(ExpType.INT, ABS, term(ExpType.INT, depth));
      case 3 -> operator(ExpType.INT, TO_INT, term(ExpType.FLOAT, depth));
      case 4 ->
          several(ExpType.INT, INT_AND + random.nextInt(3), 1, 3, i -> term(ExpType.INT, depth));
      case 5 -> operator(ExpType.INT, INT_NOT, term(ExpType.INT, depth));
      case 6, 7 ->
          operator(
              ExpType.INT,
              LSHIFT + random.nextInt(ARSHIFT - LSHIFT + 1),
              term(ExpType.INT, depth),
              term(ExpType.INT, depth));
      case 8 -> operator(ExpType.INT, COUNT, term(ExpType.INT, depth));
      case 9 ->
          operator(
              ExpType.INT,
              random.nextBoolean() ? LSCAN : RSCAN,
              term(ExpType.INT, depth),
              term(ExpType.BOOL, depth));
      case 10 -> operator(ExpType.INT, DIGEST_MODULO, new Fixed((long) random.nextInt(7) - 3));
      case 11 -> operator(ExpType.INT, BIN_TYPE, new Fixed(data.binName(anyType())));
      case 12 ->
          operator(
              ExpType.INT,
              new int[] {DEVICE_SIZE, VOID_TIME, TTL, MEMORY_SIZE, RECORD_SIZE}[random.nextInt(5)]);
      default -> several(ExpType.INT, math(), 1, 3, i -> term(ExpType.INT, depth));
    };
  }

  private int math() {
    return new int[] {ADD, SUB, MUL, MIN, MAX}[random.nextInt(5)];
  }

  /** The product of divisors must never be -1. */
  private long divisor() {
    return new long[] {0, 1, 2, 3, 7, -2, -4, Long.MIN_VALUE}[random.nextInt(8)];
  }

  private Operator division(ExpType type, int depth) {
    return several(
        type,
        DIV,
        1,
        3,
        i -> i > 0 && type == ExpType.INT ? new Value(type, divisor()) : term(type, depth));
  }

  private ExpTerm number(int depth) {
    return switch (random.nextInt(8)) {
      case 0 -> division(ExpType.FLOAT, depth);
      case 1 ->
          operator(ExpType.FLOAT, POW, term(ExpType.FLOAT, depth), term(ExpType.FLOAT, depth));
      case 2 ->
          operator(ExpType.FLOAT, LOG, term(ExpType.FLOAT, depth), term(ExpType.FLOAT, depth));
      case 3 -> operator(ExpType.FLOAT, ABS, term(ExpType.FLOAT, depth));
      case 4 ->
          operator(ExpType.FLOAT, random.nextBoolean() ? FLOOR : CEIL, term(ExpType.FLOAT, depth));
      case 5 -> operator(ExpType.FLOAT, TO_FLOAT, term(ExpType.INT, depth));
      default -> several(ExpType.FLOAT, math(), 1, 3, i -> term(ExpType.FLOAT, depth));
    };
  }

  private ExpTerm string(int depth) {
    return switch (random.nextInt(3)) {
      case 0 -> operator(ExpType.STRING, SET_NAME);
      case 1 -> operator(ExpType.STRING, KEY, new Fixed((long) ExpType.STRING.code()));
      default -> cond(ExpType.STRING, depth);
    };
  }

  private Operator several(
      ExpType type, int code, int least, int most, IntFunction<ExpTerm> operand) {
    List<ExpTerm> parts = new ArrayList<>();
    int count = least + random.nextInt(most - least + 1);
    for (int i = 0; i < count; i++) {
      parts.add(operand.apply(i));
    }
    return new Operator(type, code, parts);
  }

  /** Returns an expression with something wrong in it, most of the time. */
  ExpTerm broken(int depth) {
    ExpTerm term = any(depth);
    return term instanceof Operator operator ? broken(operator, depth) : term;
  }

  private static boolean mayTakeAnything(int code) {
    return code != DIV && code != MOD && code != CALL;
  }

  private Operator broken(Operator operator, int depth) {
    List<ExpTerm> parts = new ArrayList<>(operator.parts());
    switch (random.nextInt(4)) {
      case 0 -> {
        // A number of an operator that there may not be, with what another one takes.
        int code = random.nextInt(130);
        boolean harmless =
            code < DIV
                || (code > MOD && code != COND && code != LET && code != 100 && code != CALL);
        return new Operator(operator.type(), harmless ? code : 15, parts);
      }
      case 1 -> {
        if (operator.code() != DIV) {
          parts.add(any(0));
        }
      }
      case 2 -> {
        if (!parts.isEmpty()) {
          parts.removeLast();
        }
      }
      default -> {
        for (int i = 0; i < parts.size(); i++) {
          if (parts.get(i).type() != null && mayTakeAnything(operator.code())) {
            parts.set(i, any(depth - 1));
            break;
          }
        }
      }
    }
    return new Operator(operator.type(), operator.code(), parts);
  }
}
