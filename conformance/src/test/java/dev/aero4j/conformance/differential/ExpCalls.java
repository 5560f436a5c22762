package dev.aero4j.conformance.differential;

import static dev.aero4j.conformance.differential.ExpTerm.operator;

import dev.aero4j.conformance.differential.ExpTerm.Fixed;
import dev.aero4j.conformance.differential.ExpTerm.Operator;
import dev.aero4j.conformance.differential.ExpTerm.Packed;
import dev.aero4j.conformance.differential.ExpTerm.Value;
import dev.aero4j.model.ExpType;
import dev.aero4j.wire.call.Argument;
import dev.aero4j.wire.call.BitOpcode;
import dev.aero4j.wire.call.CallFamily;
import dev.aero4j.wire.call.CallOpcode;
import dev.aero4j.wire.call.ContextCode;
import dev.aero4j.wire.call.HllOpcode;
import dev.aero4j.wire.call.ListOpcode;
import dev.aero4j.wire.call.MapOpcode;
import dev.aero4j.wire.call.ReturnType;
import dev.aero4j.wire.call.SelectFlags;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes random calls on lists, maps, blobs and HyperLogLogs inside expressions.
 *
 * <p>A real server does not survive: some calls on nil, and comparing what they give; selecting
 * what is not in an empty list of keys or values; putting a HyperLogLog in place by a path.
 */
final class ExpCalls {
  private static final int REMOVE_RESULT = 100;

  private static final int[] RETURNS = {
    ReturnType.NONE,
    ReturnType.INDEX,
    ReturnType.REVERSE_INDEX,
    ReturnType.RANK,
    ReturnType.REVERSE_RANK,
    ReturnType.COUNT,
    ReturnType.KEY,
    ReturnType.VALUE,
    ReturnType.VALUE,
    ReturnType.KEY_VALUE,
    ReturnType.EXISTS,
    ReturnType.UNORDERED_MAP,
    ReturnType.ORDERED_MAP,
    ReturnType.VALUE | ReturnType.INVERTED
  };

  private final Random random;
  private final ExpTerms terms;

  ExpCalls(Random random, ExpTerms terms) {
    this.random = random;
    this.terms = terms;
  }

  /** Returns a call that is said to give a type. */
  Operator call(ExpType type, int depth) {
    return switch (type) {
      case LIST, MAP -> random.nextBoolean() ? changed(type, depth) : read(type, depth);
      case BLOB -> random.nextBoolean() ? changed(type, depth) : bits(type, false, depth);
      case HLL -> random.nextBoolean() ? changed(type, depth) : sketch(type, false, depth);
      case INT, FLOAT, BOOL -> readOfAny(type, depth);
      case NIL, STRING, GEO, REMOVAL, SPECIAL -> read(type, depth);
    };
  }

  private Operator readOfAny(ExpType type, int depth) {
    return switch (random.nextInt(4)) {
      case 0 -> bits(type, false, depth);
      case 1 -> sketch(type, false, depth);
      default -> read(type, depth);
    };
  }

  /** What becomes of a value when it is changed. */
  private Operator changed(ExpType type, int depth) {
    return switch (type) {
      case BLOB -> bits(type, true, depth);
      case HLL -> sketch(type, true, depth);
      default ->
          random.nextInt(4) == 0 ? select(type, true, depth) : collection(type, type, true, depth);
    };
  }

  private Operator read(ExpType type, int depth) {
    ExpType subject = random.nextBoolean() ? ExpType.LIST : ExpType.MAP;
    return random.nextInt(5) == 0
        ? select(type, false, depth)
        : collection(type, subject, false, depth);
  }

  private Operator collection(ExpType type, ExpType subject, boolean modifies, int depth) {
    CallOpcode opcode =
        subject == ExpType.LIST
            ? pick(ListOpcode.values(), modifies)
            : pick(MapOpcode.values(), modifies);
    return call(CallFamily.COLLECTION, type, opcode, subject, modifies, depth, path());
  }

  private Operator bits(ExpType type, boolean modifies, int depth) {
    CallOpcode opcode = pick(BitOpcode.values(), modifies);
    return call(CallFamily.BITS, type, opcode, ExpType.BLOB, modifies, depth, List.of());
  }

  private Operator sketch(ExpType type, boolean modifies, int depth) {
    CallOpcode opcode = pick(HllOpcode.values(), modifies);
    return call(CallFamily.HLL, type, opcode, ExpType.HLL, modifies, depth, List.of());
  }

  private CallOpcode pick(CallOpcode[] all, boolean modifies) {
    CallOpcode picked;
    do {
      picked = all[random.nextInt(all.length)];
    } while (picked.modifies() != modifies && random.nextInt(30) != 0);
    return picked;
  }

  private Operator call(
      CallFamily family,
      ExpType type,
      CallOpcode opcode,
      ExpType subject,
      boolean modifies,
      int depth,
      List<ExpTerm> path) {
    List<ExpTerm> parts = new ArrayList<>();
    parts.add(new Fixed((long) opcode.code()));
    List<Argument> arguments = opcode.signature().arguments();
    boolean byList = arguments.contains(Argument.KEYS) || arguments.contains(Argument.VALUES);
    int least = opcode.signature().required();
    int count = least + random.nextInt(arguments.size() - least + 1);
    for (int i = 0; i < count; i++) {
      parts.add(argument(arguments.get(i), byList, depth - 1));
    }
    ExpTerm call = new Packed(parts);
    if (!path.isEmpty()) {
      call = new Packed(List.of(new Fixed((long) ContextCode.CALL_AT), new Packed(path), call));
    }
    return call(family, type, modifies, call, terms.term(subject, depth - 1));
  }

  private static Operator call(
      CallFamily family, ExpType type, boolean modifies, ExpTerm call, ExpTerm subject) {
    return operator(
        type,
        ExpTerms.CALL,
        new Fixed((long) type.code()),
        new Fixed((long) family.code() | (modifies ? CallFamily.MODIFIES : 0)),
        call,
        subject);
  }

  private ExpTerm argument(Argument argument, boolean byList, int depth) {
    return switch (argument) {
      case RETURN_TYPE ->
          new Fixed((long) RETURNS[random.nextInt(RETURNS.length - (byList ? 1 : 0))]);
      case INDEX, RANK, COUNT, BYTE_OFFSET, BYTE_SIZE, SHIFT -> number(-3, 4, depth);
      case BIT_OFFSET, BIT_SIZE -> number(-8, 33, depth);
      case VALUE -> random.nextBoolean() ? number(-2, 9, depth) : terms.any(depth);
      case KEY -> random.nextBoolean() ? number(0, 3, depth) : terms.term(ExpType.STRING, depth);
      case BEGIN, END -> random.nextInt(3) == 0 ? terms.any(depth) : number(-2, 4, depth);
      case VALUES, KEYS -> terms.term(ExpType.LIST, depth);
      case ENTRIES -> terms.term(ExpType.MAP, depth);
      case BYTES -> terms.term(ExpType.BLOB, depth);
      case BIT -> new Value(ExpType.BOOL, random.nextBoolean());
      case ORDER -> new Fixed((long) random.nextInt(4));
      case FLAGS -> new Fixed((long) random.nextInt(random.nextBoolean() ? 1 : 16));
      case SORT_FLAGS -> new Fixed((long) random.nextInt(4));
      case RESIZE_FLAGS, INTEGER_FLAGS -> new Fixed((long) random.nextInt(5));
      case INDEX_BITS -> new Fixed(4L + random.nextInt(3));
      case MIN_HASH_BITS -> new Fixed((long) random.nextInt(6));
      case SKETCHES -> terms.sketches();
    };
  }

  private ExpTerm number(int least, int most, int depth) {
    return random.nextInt(6) == 0
        ? terms.term(ExpType.INT, depth)
        : new Value(ExpType.INT, (long) least + random.nextInt(most - least + 1));
  }

  /** Returns a path, most of the time an empty one. */
  private List<ExpTerm> path() {
    List<ExpTerm> path = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      step(path);
    }
    return path;
  }

  private void step(List<ExpTerm> path) {
    int kind = random.nextBoolean() ? ContextCode.LIST : ContextCode.MAP;
    int base = random.nextInt(4);
    path.add(new Fixed((long) kind | base));
    boolean byText = base > ContextCode.RANK && random.nextBoolean();
    path.add(
        byText
            ? new Value(ExpType.STRING, "a")
            : new Value(ExpType.INT, (long) random.nextInt(5) - 2));
  }

  private ExpType modification() {
    ExpType type = ExpTerms.TYPES[random.nextInt(ExpTerms.TYPES.length)];
    return type == ExpType.HLL ? ExpType.INT : type;
  }

  private Operator select(ExpType type, boolean modifies, int depth) {
    List<ExpTerm> path = new ArrayList<>();
    if (random.nextInt(4) == 0) {
      step(path);
    }
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      path.add(new Fixed((long) ContextCode.EXPRESSION));
      path.add(
          random.nextInt(3) == 0
              ? new Value(ExpType.BOOL, true)
              : terms.ofElement(ExpType.BOOL, 2));
    }
    long kind = modifies ? SelectFlags.APPLY : random.nextInt(4);
    List<ExpTerm> parts = new ArrayList<>();
    parts.add(new Fixed((long) ContextCode.SELECT));
    parts.add(new Packed(path));
    parts.add(new Fixed(kind | (random.nextBoolean() ? SelectFlags.NO_FAIL : 0)));
    if (modifies) {
      parts.add(
          random.nextInt(4) == 0
              ? operator(ExpType.REMOVAL, REMOVE_RESULT)
              : terms.ofElement(modification(), 2));
    }
    ExpType subject = modifies ? type : random.nextBoolean() ? ExpType.LIST : ExpType.MAP;
    return call(
        CallFamily.COLLECTION, type, modifies, new Packed(parts), terms.term(subject, depth - 1));
  }
}
