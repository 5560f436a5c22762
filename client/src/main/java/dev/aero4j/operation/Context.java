package dev.aero4j.operation;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.expression.Exp;
import dev.aero4j.internal.call.Arguments;
import dev.aero4j.model.ExpType;
import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.call.ContextCode;
import dev.aero4j.wire.expression.ExpPrinter;
import dev.aero4j.wire.expression.PathReader;
import dev.aero4j.wire.expression.PathStep;
import dev.aero4j.wire.value.MapKeys;
import dev.aero4j.wire.value.MsgPack;
import dev.aero4j.wire.value.MsgPackReader;
import dev.aero4j.wire.value.MsgPackWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A path into nested lists and maps: where in a bin an operation or expression works. Each step
 * leads from a collection to one of its elements. Immutable.
 *
 * <pre>{@code
 * // the third element of the list under "scores"
 * Context.root().mapKey("scores").listIndex(2)
 * }</pre>
 *
 * <p>Indexes count from 0, and from the end when they are negative; ranks count from the smallest
 * value, and from the greatest when they are negative.
 *
 * <p>A path may branch, for {@link PathOperation} and {@link dev.aero4j.expression.PathExp}: {@link
 * #allChildren}, {@link #allChildrenWhere}, {@link #mapKeys} and {@link #where} select any number
 * of elements.
 *
 * <p>Servers answer a path that leads nowhere with OP_NOT_APPLICABLE, unless a step of it creates
 * what is missing.
 */
public final class Context {
  private static final Context ROOT = new Context(0, 0, 0, false, new byte[0]);

  private final int steps;
  // The number and the place of the last step: an operation that creates changes the number.
  private final int lastCode;
  private final int lastStart;
  private final boolean branches;
  private final byte[] encoded;

  private Context(int steps, int lastCode, int lastStart, boolean branches, byte[] encoded) {
    this.steps = steps;
    this.lastCode = lastCode;
    this.lastStart = lastStart;
    this.branches = branches;
    this.encoded = encoded;
  }

  /** {@return the bin's own value, where paths begin} */
  public static Context root() {
    return ROOT;
  }

  /**
   * Goes on to an element of a list.
   *
   * @param index its index
   * @return the longer path
   */
  public Context listIndex(int index) {
    return then(ContextCode.LIST | ContextCode.INDEX, (long) index);
  }

  /**
   * Goes on to an element of a list, and makes the list if there is none.
   *
   * @param index the element's index; not negative where the list is to be made
   * @param order the order of the list that is made
   * @param pad whether an unordered list is filled with nil up to the index, instead of refusing an
   *     index past its end
   * @return the longer path
   */
  public Context listIndexCreate(int index, ListOrder order, boolean pad) {
    return then(ContextCode.LIST | ContextCode.INDEX | create(order, pad), (long) index);
  }

  /**
   * Goes on to an element of a list.
   *
   * @param rank its rank
   * @return the longer path
   */
  public Context listRank(int rank) {
    return then(ContextCode.LIST | ContextCode.RANK, (long) rank);
  }

  /**
   * Goes on to the first element of a list that equals a value.
   *
   * @param value the value, as for {@link dev.aero4j.Bins}
   * @return the longer path
   */
  public Context listValue(@Nullable Object value) {
    return then(ContextCode.LIST | ContextCode.VALUE, value);
  }

  /**
   * Goes on to the value of an entry of a map.
   *
   * @param index the entry's index in the order of keys
   * @return the longer path
   */
  public Context mapIndex(int index) {
    return then(ContextCode.MAP | ContextCode.INDEX, (long) index);
  }

  /**
   * Goes on to the value of an entry of a map.
   *
   * @param rank the entry's rank in the order of values
   * @return the longer path
   */
  public Context mapRank(int rank) {
    return then(ContextCode.MAP | ContextCode.RANK, (long) rank);
  }

  /**
   * Goes on to the value of an entry of a map.
   *
   * @param key the entry's key
   * @return the longer path
   */
  public Context mapKey(Object key) {
    return then(ContextCode.MAP | ContextCode.KEY, key);
  }

  /**
   * Goes on to the value of an entry of a map, and makes the map if there is none.
   *
   * @param key the entry's key: an integer, text or bytes
   * @param order the order of the map that is made
   * @return the longer path
   * @throws InvalidArgumentException when the key cannot be stored
   */
  public Context mapKeyCreate(Object key, MapOrder order) {
    checkStorable(key);
    return then(ContextCode.MAP | ContextCode.KEY | create(order), key);
  }

  /**
   * Goes on to the first value of a map that equals a value.
   *
   * @param value the value, as for {@link dev.aero4j.Bins}
   * @return the longer path
   */
  public Context mapValue(@Nullable Object value) {
    return then(ContextCode.MAP | ContextCode.VALUE, value);
  }

  /**
   * Goes on to the values of several entries of a map; keys that are not there are passed over. The
   * path branches. Servers know this from 8.1.2 on.
   *
   * @param keys the entries' keys
   * @return the longer path
   */
  public Context mapKeys(List<?> keys) {
    if (keys == null) {
      throw new InvalidArgumentException("path: the list of keys is null");
    }
    return then(ContextCode.MAP | ContextCode.KEY_LIST, new ArrayList<>(keys));
  }

  /**
   * Goes on to every element of a list or map. The path branches. Servers know this from 8.1 on.
   *
   * @return the longer path
   */
  public Context allChildren() {
    return then(ContextCode.EXPRESSION, true);
  }

  /**
   * Goes on to every element of a list or map for which an expression is true. The path branches.
   * Servers know this from 8.1 on.
   *
   * @param condition a boolean expression that looks at the element by {@link
   *     Exp#loopVar(dev.aero4j.model.ExpType, dev.aero4j.model.LoopPart)}
   * @return the longer path
   * @throws InvalidArgumentException when the expression is not boolean
   */
  public Context allChildrenWhere(Exp condition) {
    return then(ContextCode.EXPRESSION, condition);
  }

  /**
   * Goes only to those of the elements that the last step selects for which an expression is true.
   * The path branches. Servers know this from 8.1.2 on.
   *
   * <pre>{@code
   * // the entries "a" and "b", where they are above 5
   * Context.root().mapKeys(List.of("a", "b"))
   *     .where(Exp.gt(Exp.loopVar(ExpType.INT, LoopPart.VALUE), Exp.val(5)))
   * }</pre>
   *
   * @param condition a boolean expression that looks at the element by {@link
   *     Exp#loopVar(dev.aero4j.model.ExpType, dev.aero4j.model.LoopPart)}
   * @return the path with the condition
   * @throws InvalidArgumentException when the expression is not boolean, or the last step has an
   *     expression already, or there is none
   */
  public Context where(Exp condition) {
    if (steps == 0 || (lastCode & ContextCode.BASE_MASK) == ContextCode.EXPRESSION) {
      throw new InvalidArgumentException(
          "path: a condition is for a step without one, by index, rank, key, keys or value; this is "
              + this);
    }
    return then(ContextCode.AND | ContextCode.EXPRESSION, condition);
  }

  private Context then(int code, Exp condition) {
    if (condition == null) {
      throw new InvalidArgumentException("path: the condition is null");
    }
    ExpType type = condition.type();
    if (type != null && type != ExpType.BOOL) {
      throw new InvalidArgumentException(
          "path: a condition is boolean; given was " + type.phrase() + ": " + condition);
    }
    WireWriter out = begin(code);
    condition.build().writeTo(out);
    return then(code, out);
  }

  private static void checkStorable(@Nullable Object key) {
    try {
      MapKeys.check(key);
    } catch (IllegalArgumentException e) {
      throw new InvalidArgumentException("path: " + e.getMessage());
    }
  }

  private Context then(int code, @Nullable Object value) {
    Object taken = Arguments.take("path", value);
    WireWriter out = begin(code);
    MsgPack.write(out, taken);
    return then(code, out);
  }

  private WireWriter begin(int code) {
    WireWriter out = new WireWriter(encoded.length + 16);
    out.putBytes(encoded);
    MsgPackWriter.writeLong(out, code);
    return out;
  }

  private Context then(int code, WireWriter out) {
    return new Context(
        steps + 1, code, encoded.length, branches || branches(code), out.toByteArray());
  }

  private static boolean branches(int code) {
    int base = code & ContextCode.BASE_MASK;
    return base == ContextCode.EXPRESSION || base == ContextCode.KEY_LIST;
  }

  private static int create(ListOrder order, boolean pad) {
    return switch (order) {
      case ORDERED -> ContextCode.CREATE_LIST_ORDERED;
      case UNORDERED -> pad ? ContextCode.CREATE_LIST_UNBOUNDED : ContextCode.CREATE_LIST_UNORDERED;
    };
  }

  private static int create(MapOrder order) {
    return switch (order) {
      case UNORDERED -> ContextCode.CREATE_MAP_UNORDERED;
      case KEY_ORDERED -> ContextCode.CREATE_MAP_KEY_ORDERED;
      case KEY_VALUE_ORDERED -> ContextCode.CREATE_MAP_KEY_VALUE_ORDERED;
    };
  }

  /** Returns the same path with a last step that creates what is missing there. */
  Context creating(ListOrder order) {
    return creating(create(order, false));
  }

  /** Returns the same path with a last step that creates what is missing there. */
  Context creating(MapOrder order) {
    return creating(create(order));
  }

  private Context creating(int flags) {
    if (steps == 0 || branches || (lastCode & ContextCode.CREATE_MASK) != 0) {
      return this;
    }
    // A step's number without flags is below 0x80, and takes one byte.
    int value = lastStart + 1;
    if (lastCode == (ContextCode.MAP | ContextCode.KEY)) {
      checkStorable(MsgPack.read(new WireReader(encoded, value, encoded.length - value)));
    }
    WireWriter out = new WireWriter(encoded.length + 2);
    out.putBytes(encoded, 0, lastStart);
    MsgPackWriter.writeLong(out, lastCode | flags);
    out.putBytes(encoded, value, encoded.length - value);
    return new Context(steps, lastCode | flags, lastStart, branches, out.toByteArray());
  }

  /** {@return whether this is the bin's own value} */
  public boolean isRoot() {
    return steps == 0;
  }

  /** {@return how many steps it has, conditions counted} */
  public int steps() {
    return steps;
  }

  /** {@return whether it can lead to several elements} */
  public boolean branches() {
    return branches;
  }

  /** {@return whether the first step leads into a map} */
  public boolean beginsInMap() {
    return steps > 0 && (first() & ContextCode.MAP) != 0;
  }

  private int first() {
    return (int) new MsgPackReader(new WireReader(encoded)).readLong();
  }

  /**
   * Appends the path as the protocol has it.
   *
   * @param writer where to
   */
  public void writeTo(WireWriter writer) {
    MsgPackWriter.writeListHeader(writer, 2 * steps);
    writer.putBytes(encoded);
  }

  /**
   * Returns the path with this encoding.
   *
   * @param bytes a msgpack list, as {@link #toBytes} gives it and other clients do
   * @return the path
   * @throws InvalidArgumentException when it is none; the message says why
   */
  public static Context fromBytes(byte[] bytes) {
    try {
      List<PathStep> unused = read(bytes);
      WireReader in = new WireReader(bytes);
      MsgPackReader reader = new MsgPackReader(in);
      Context path = ROOT;
      for (int steps = reader.readListHeader() / 2; steps > 0; steps--) {
        int code = (int) reader.readLong();
        int start = in.position();
        reader.skipValue();
        // Others may take more bytes for a step's number; the value's are kept as they are.
        WireWriter out = path.begin(code);
        out.putBytes(bytes, start, in.position() - start);
        path = path.then(code, out);
      }
      return path;
    } catch (ProtocolException e) {
      throw new InvalidArgumentException("this is no path: " + e.getMessage());
    }
  }

  /**
   * Returns the path with this encoding.
   *
   * @param base64 what {@link #toBase64} gives
   * @return the path
   */
  public static Context fromBase64(String base64) {
    try {
      return fromBytes(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      throw new InvalidArgumentException("a path is not Base64: " + e.getMessage());
    }
  }

  /** {@return the encoding, a msgpack list} */
  public byte[] toBytes() {
    WireWriter out = new WireWriter(encoded.length + 5);
    writeTo(out);
    return out.toByteArray();
  }

  /** {@return the encoding in Base64} */
  public String toBase64() {
    return Base64.getEncoder().encodeToString(toBytes());
  }

  private static List<PathStep> read(byte[] bytes) {
    MsgPackReader reader = new MsgPackReader(new WireReader(bytes));
    List<PathStep> path = PathReader.read(reader);
    if (reader.hasRemaining()) {
      throw new ProtocolException("there are bytes after its end");
    }
    return path;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Context that && Arrays.equals(encoded, that.encoded);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(encoded);
  }

  @Override
  public String toString() {
    return steps == 0 ? "root" : ExpPrinter.print(read(toBytes()));
  }
}
