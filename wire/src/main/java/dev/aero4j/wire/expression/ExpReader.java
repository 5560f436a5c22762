package dev.aero4j.wire.expression;

import dev.aero4j.model.ExpType;
import dev.aero4j.model.GeoJson;
import dev.aero4j.model.HyperLogLog;
import dev.aero4j.model.LoopPart;
import dev.aero4j.model.SpecialValue;
import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.call.CallFamily;
import dev.aero4j.wire.call.CallOpcode;
import dev.aero4j.wire.call.ContextCode;
import dev.aero4j.wire.call.SelectFlags;
import dev.aero4j.wire.value.MsgPackReader;
import dev.aero4j.wire.value.MsgPackType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads expressions and checks what servers check before they evaluate one: the operators and their
 * operands, the types, and the variables.
 *
 * <p>Bytes may come from anywhere: whatever they are, the answer is a tree or a {@link
 * ProtocolException}.
 */
public final class ExpReader {
  /** How deep expressions may be nested here; servers have no such limit but their stack. */
  public static final int MAX_DEPTH = 256;

  private static final int MAX_BIN_NAME_BYTES = 15;

  private final MsgPackReader in;
  private final boolean checks;

  /** The variables that can be seen, by their names. */
  private final Map<String, Definition> scope = new HashMap<>();

  private int depth;

  /** What servers would take for the parts so far. */
  private long memory;

  /**
   * @param depth how many expressions this one lies in
   * @param checks whether types and variables are checked, and not only the form
   */
  private ExpReader(MsgPackReader in, int depth, boolean checks) {
    this.in = in;
    this.depth = depth;
    this.checks = checks;
  }

  /** A variable; its type is null until its value has been read. */
  private record Definition(int slot, @Nullable ExpType type) {}

  /**
   * Reads an expression that takes all the bytes.
   *
   * @throws ProtocolException when servers would refuse it; the message says where and why
   */
  public static ExpNode read(byte[] bytes) {
    return read(bytes, true);
  }

  /**
   * Reads an expression to be printed, with whatever types and variables. The types of its nodes
   * mean nothing where they would be refused.
   *
   * @throws ProtocolException when it has not the form of an expression
   */
  public static ExpNode readUnchecked(byte[] bytes) {
    return read(bytes, false);
  }

  private static ExpNode read(byte[] bytes, boolean checks) {
    MsgPackReader in = new MsgPackReader(new WireReader(bytes));
    ExpNode node = read(in, 0, checks);
    if (in.hasRemaining()) {
      throw new ProtocolException("there are bytes after the end of the expression");
    }
    return node;
  }

  /** Reads the expression that comes next; see {@link #read(byte[])}. */
  public static ExpNode read(MsgPackReader in) {
    return read(in, 0, true);
  }

  /** Reads an expression that lies in others, but does not see their variables. */
  static ExpNode read(MsgPackReader in, int depth, boolean checks) {
    ExpNode node = new ExpReader(in, depth, checks).next();
    if (checks && node.type() == ExpType.SPECIAL) {
      throw new ProtocolException("infinity and wildcard are only compared with");
    }
    return node;
  }

  private ExpNode next() {
    if (++depth > MAX_DEPTH) {
      throw new ProtocolException("expressions are nested deeper than " + MAX_DEPTH);
    }
    ExpNode node = in.peek() == MsgPackType.LIST ? operator() : literal();
    depth--;
    return node;
  }

  private ExpNode.Literal literal() {
    Object value = in.readValue();
    ExpType type = typeOf(value);
    if (type == null) {
      throw new ProtocolException("a value of " + value + " cannot stand in an expression");
    }
    allot(ExpMemory.of(type));
    return new ExpNode.Literal(value, type);
  }

  private void allot(int bytes) {
    memory += bytes;
    if (memory >= ExpMemory.LIMIT) {
      throw new ProtocolException(
          "an expression has too many parts: servers would need more than "
              + ExpMemory.LIMIT
              + " bytes for them");
    }
  }

  private static @Nullable ExpType typeOf(@Nullable Object value) {
    return switch (value) {
      case null -> ExpType.NIL;
      case Boolean b -> ExpType.BOOL;
      case Long n -> ExpType.INT;
      case Double d -> ExpType.FLOAT;
      case String s -> ExpType.STRING;
      case byte[] b -> ExpType.BLOB;
      case GeoJson g -> ExpType.GEO;
      case HyperLogLog h -> ExpType.HLL;
      case Map<?, ?> m -> ExpType.MAP;
      case SpecialValue s -> ExpType.SPECIAL;
      default -> null;
    };
  }

  private ExpNode operator() {
    int count = in.readListHeader() - 1;
    if (count < 0) {
      throw new ProtocolException(
          "an empty list is no expression; a list that is a value is quoted");
    }
    long code = in.readLong();
    ExpOpcode opcode = ExpOpcode.of(code);
    if (opcode == null) {
      throw new ProtocolException("expressions have no operator of number " + code);
    }
    allot(ExpMemory.of(opcode, count));
    return switch (opcode) {
      case REGEX -> {
        count(opcode, count, 3);
        yield regex();
      }
      case MAP_KEYS, MAP_VALUES -> {
        // Unknown of anything that is no map; servers do not check it before.
        count(opcode, count, 1);
        yield new ExpNode.Apply(opcode, List.of(next()), ExpType.LIST);
      }
      case DIGEST_MODULO -> {
        count(opcode, count, 1);
        yield digestModulo();
      }
      case KEY -> {
        count(opcode, count, 1);
        yield key();
      }
      case BIN -> {
        count(opcode, count, 2);
        ExpType type = type(opcode);
        yield new ExpNode.Bin(binName(), type);
      }
      case BIN_TYPE -> {
        count(opcode, count, 1);
        yield new ExpNode.BinType(binName());
      }
      case LOOP_VARIABLE -> {
        count(opcode, count, 2);
        yield loopVariable();
      }
      case VAR -> {
        count(opcode, count, 1);
        yield variable();
      }
      case LET -> let(count);
      case QUOTE -> {
        count(opcode, count, 1);
        yield new ExpNode.Literal(quoted(), ExpType.LIST);
      }
      case CALL -> {
        count(opcode, count, 4);
        yield call();
      }
      default -> apply(opcode, count);
    };
  }

  private static void count(ExpOpcode opcode, int count, int expected) {
    if (count != expected) {
      throw new ProtocolException(
          opcode.label() + " has " + count + " parts; expected are " + expected);
    }
  }

  private ExpNode apply(ExpOpcode opcode, int count) {
    List<ExpNode> operands = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      operands.add(next());
    }
    try {
      ExpType type = ExpTypes.resultOf(opcode, operands.toArray(new Typed[0]));
      return new ExpNode.Apply(opcode, operands, type == null ? ExpType.BOOL : type);
    } catch (IllegalArgumentException e) {
      if (!checks) {
        return new ExpNode.Apply(opcode, operands, ExpType.NIL);
      }
      throw new ProtocolException(e.getMessage() + ", in " + ExpPrinter.print(opcode, operands));
    }
  }

  private ExpNode regex() {
    long flags = in.readLong();
    String pattern = in.readRawString();
    ExpNode text = next();
    if (checks && text.type() != ExpType.STRING) {
      throw new ProtocolException(
          "regexCompare takes a string; it was given " + text.type().phrase());
    }
    return new ExpNode.Regex(PosixRegex.compile(flags, pattern), text);
  }

  private ExpNode digestModulo() {
    int modulus = (int) in.readLong();
    if (modulus == 0) {
      throw new ProtocolException("digestModulo by 0");
    }
    return new ExpNode.DigestModulo(modulus);
  }

  private ExpNode key() {
    ExpType type = type(ExpOpcode.KEY);
    if (type != ExpType.INT && type != ExpType.STRING && type != ExpType.BLOB) {
      throw new ProtocolException(
          "a user key is an integer, a string or a blob, and never " + type.phrase());
    }
    return new ExpNode.Key(type);
  }

  private ExpType type(ExpOpcode opcode) {
    long code = in.readLong();
    ExpType type = ExpType.of(code);
    if (type == null) {
      throw new ProtocolException(opcode.label() + " names type " + code + ", which there is not");
    }
    return type;
  }

  private String binName() {
    byte[] name = in.readRawBytes();
    String text = new String(name, StandardCharsets.UTF_8);
    if (name.length == 0 || name.length > MAX_BIN_NAME_BYTES) {
      throw new ProtocolException(
          "the name of bin '"
              + text
              + "' is "
              + name.length
              + " bytes; allowed are 1 to "
              + MAX_BIN_NAME_BYTES);
    }
    return text;
  }

  private ExpNode loopVariable() {
    ExpType type = type(ExpOpcode.LOOP_VARIABLE);
    long code = in.readLong();
    LoopPart part = LoopPart.of(code);
    if (part == null) {
      throw new ProtocolException("loopVar names part " + code + ", which there is not");
    }
    if (part == LoopPart.INDEX && type != ExpType.INT) {
      throw new ProtocolException("the index of a loop is an integer and no " + type.label());
    }
    return new ExpNode.LoopVariable(part, type);
  }

  private ExpNode variable() {
    String name = in.readRawString();
    Definition definition = scope.get(name);
    if (definition != null) {
      ExpType type = definition.type();
      if (type == null && checks) {
        throw new ProtocolException("variable '" + name + "' is used in its own definition");
      }
      return new ExpNode.Variable(name, definition.slot(), type == null ? ExpType.NIL : type);
    }
    if (!checks) {
      return new ExpNode.Variable(name, 0, ExpType.NIL);
    }
    throw new ProtocolException("variable '" + name + "' is not defined");
  }

  private ExpNode let(int count) {
    if (count < 3 || count % 2 == 0) {
      throw new ProtocolException(
          "let takes pairs of name and value, and an expression; it was given " + count + " parts");
    }
    int firstSlot = scope.size();
    List<String> names = new ArrayList<>(count / 2);
    List<ExpNode> values = new ArrayList<>(count / 2);
    for (int i = 0; i < count / 2; i++) {
      String name = in.readRawString();
      checkName(name);
      scope.put(name, new Definition(firstSlot + i, null));
      ExpNode value = next();
      scope.put(name, new Definition(firstSlot + i, value.type()));
      names.add(name);
      values.add(value);
    }
    ExpNode body = next();
    names.forEach(scope::remove);
    return new ExpNode.Let(names, values, firstSlot, body);
  }

  private void checkName(String name) {
    if (!isName(name)) {
      throw new ProtocolException(
          "'"
              + name
              + "' is no name of a variable; expected letters, digits and _, no digit first");
    }
    if (checks && scope.containsKey(name)) {
      throw new ProtocolException("variable '" + name + "' is defined twice");
    }
  }

  /** Returns whether a variable may have this name. */
  public static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
      if (!isLetter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private Object quoted() {
    if (in.peek() != MsgPackType.LIST) {
      throw new ProtocolException("quote is for lists; it was given a " + in.peek());
    }
    return Objects.requireNonNull(in.readValue());
  }

  private ExpNode call() {
    ExpType type = type(ExpOpcode.CALL);
    long system = in.readLong();
    CallFamily family = CallFamily.of(system & ~CallFamily.MODIFIES);
    if (family == null) {
      throw new ProtocolException("there are no calls of family " + system);
    }
    boolean modifies = (system & CallFamily.MODIFIES) != 0;
    int count = in.readListHeader();
    long code = in.readLong();
    if (code == ContextCode.SELECT) {
      return select(type, modifies, count);
    }
    MsgPackReader path = null;
    if (code == ContextCode.CALL_AT) {
      if (count != 3) {
        throw new ProtocolException("a call at a path has " + count + " parts; expected are 3");
      }
      path = in.readSlice();
      count = in.readListHeader();
      code = in.readLong();
    }
    List<ExpNode> arguments = new ArrayList<>(count);
    boolean hasOperators = false;
    for (int i = 1; i < count; i++) {
      arguments.add(argument(hasOperators));
      hasOperators |= !(arguments.getLast() instanceof ExpNode.Literal);
    }
    ExpNode subject = subject(family);
    CallOpcode opcode = family.opcode(code);
    if (opcode == null) {
      return new ExpNode.Impossible(type, subject, "there is no call of number " + code);
    }
    try {
      List<PathStep> steps = path == null ? List.of() : PathReader.read(path, depth, checks);
      return new ExpNode.Call(type, family, modifies, steps, opcode, arguments, subject);
    } catch (ProtocolException e) {
      return new ExpNode.Impossible(type, subject, String.valueOf(e.getMessage()));
    }
  }

  /** What is no operator stands for itself, whatever it is, and counts only behind an operator. */
  private ExpNode argument(boolean counts) {
    if (in.peek() == MsgPackType.LIST) {
      return next();
    }
    Object value = in.readValue();
    ExpType type = Objects.requireNonNullElse(typeOf(value), ExpType.SPECIAL);
    allot(counts ? ExpMemory.of(type) : 0);
    return new ExpNode.Literal(value, type);
  }

  private ExpNode select(ExpType type, boolean modifies, int count) {
    if (count < 3 || count > 4) {
      throw new ProtocolException(
          "a selection by path has " + count + " parts; expected are 3, or 4 with what to apply");
    }
    if (in.peek() != MsgPackType.LIST) {
      throw new ProtocolException("a selection by path has a " + in.peek() + " for its path");
    }
    MsgPackReader path = in.readSlice();
    long flags = in.readLong();
    MsgPackReader applied = count == 4 ? in.readSlice() : null;
    ExpNode subject = subject(CallFamily.COLLECTION);
    boolean applies = (flags & SelectFlags.KIND_MASK) == SelectFlags.APPLY;
    if (applies && applied == null) {
      return new ExpNode.Impossible(type, subject, "it does not say what to apply");
    }
    try {
      ExpNode modification = applied == null ? null : read(applied, depth, checks);
      return new ExpNode.Select(
          type, modifies, PathReader.read(path, depth, checks), flags, modification, subject);
    } catch (ProtocolException e) {
      return new ExpNode.Impossible(type, subject, String.valueOf(e.getMessage()));
    }
  }

  private ExpNode subject(CallFamily family) {
    ExpNode subject = next();
    ExpType type = subject.type();
    boolean fits =
        type == ExpType.NIL
            || switch (family) {
              case COLLECTION -> type == ExpType.LIST || type == ExpType.MAP;
              case BITS -> type == ExpType.BLOB;
              case HLL -> type == ExpType.HLL;
            };
    if (checks && !fits) {
      throw new ProtocolException("a call of family " + family + " is made on " + type.phrase());
    }
    return subject;
  }
}
