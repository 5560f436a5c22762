package dev.aero4j.operation;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.expression.Exp;
import dev.aero4j.internal.call.Arguments;
import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.call.ContextCode;
import dev.aero4j.wire.expression.ExpPrinter;
import dev.aero4j.wire.expression.PathReader;
import dev.aero4j.wire.expression.PathStep;
import dev.aero4j.wire.value.MsgPackReader;
import dev.aero4j.wire.value.MsgPackWriter;
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
 * <p>Servers answer a path that leads nowhere with OP_NOT_APPLICABLE, unless a step of it creates
 * what is missing.
 */
public final class Context {
  private static final Context ROOT = new Context(0, 0, 0, new byte[0]);

  private final int steps;
  // The number and the place of the last step: an operation that creates changes the number.
  private final int lastCode;
  private final int lastStart;
  private final byte[] encoded;

  private Context(int steps, int lastCode, int lastStart, byte[] encoded) {
    this.steps = steps;
    this.lastCode = lastCode;
    this.lastStart = lastStart;
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
   */
  public Context mapKeyCreate(Object key, MapOrder order) {
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
   * Goes on to every element of a list or map, for {@link PathOperation} only. Servers know this
   * from 8.1 on.
   *
   * @return the longer path
   */
  public Context allChildren() {
    return then(ContextCode.EXPRESSION, true);
  }

  /**
   * Goes on to every element of a list or map for which an expression is true, for {@link
   * PathOperation} only. Servers know this from 8.1 on.
   *
   * @param condition a boolean expression that looks at the element by {@link
   *     Exp#loopVar(dev.aero4j.expression.ExpType, dev.aero4j.expression.LoopPart)}
   * @return the longer path
   */
  public Context allChildrenWhere(Exp condition) {
    WireWriter out = begin(ContextCode.EXPRESSION);
    condition.build().writeTo(out);
    return then(ContextCode.EXPRESSION, out);
  }

  private Context then(int code, @Nullable Object value) {
    WireWriter out = begin(code);
    Arguments.write(out, "path", value);
    return then(code, out);
  }

  private WireWriter begin(int code) {
    WireWriter out = new WireWriter(encoded.length + 16);
    out.putBytes(encoded);
    MsgPackWriter.writeLong(out, code);
    return out;
  }

  private Context then(int code, WireWriter out) {
    return new Context(steps + 1, code, encoded.length, out.toByteArray());
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
    if (steps == 0 || (lastCode & ContextCode.CREATE_MASK) != 0) {
      return this;
    }
    WireWriter out = new WireWriter(encoded.length + 2);
    out.putBytes(encoded, 0, lastStart);
    MsgPackWriter.writeLong(out, lastCode | flags);
    // A step's number without flags is below 0x80, and takes one byte.
    int value = lastStart + 1;
    out.putBytes(encoded, value, encoded.length - value);
    return new Context(steps, lastCode | flags, lastStart, out.toByteArray());
  }

  /** {@return whether this is the bin's own value} */
  public boolean isRoot() {
    return steps == 0;
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
      WireReader in = new WireReader(bytes);
      MsgPackReader reader = new MsgPackReader(in);
      int elements = reader.readListHeader();
      int start = in.position();
      int lastStart = start;
      int lastCode = 0;
      for (int i = 0; i < elements; i += 2) {
        lastStart = in.position();
        lastCode = (int) reader.readLong();
        reader.skipValue();
      }
      read(bytes);
      return new Context(
          elements / 2,
          lastCode,
          lastStart - start,
          Arrays.copyOfRange(bytes, start, bytes.length));
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
