package dev.aero4j.internal.call;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.internal.command.MapKeys;
import dev.aero4j.model.HyperLogLog;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.value.MsgPack;
import dev.aero4j.wire.value.MsgPackWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a call, encoded as they are added: what a caller changes afterwards does not
 * matter, and what cannot be sent is found at once.
 */
public final class Arguments {
  private static final int BYTES_EACH = 10;
  private static final int MAX_GUESS = 100_000;

  private final String where;
  private final WireWriter out = new WireWriter(32);
  private int count;

  /**
   * @param where what the call is made on, for messages
   */
  public Arguments(String where) {
    this.where = where;
  }

  public Arguments add(long number) {
    MsgPackWriter.writeLong(out, number);
    count++;
    return this;
  }

  /** Adds any value, one that is only compared with too. */
  public Arguments addValue(@Nullable Object value) {
    write(out, where, value);
    count++;
    return this;
  }

  /** Adds the limits of a range: null first is before everything, and nothing second after it. */
  public Arguments addRange(@Nullable Object begin, @Nullable Object end) {
    addValue(begin);
    return end == null ? this : addValue(end);
  }

  /** Adds values as a plain list, of whatever order the caller's list is. */
  public Arguments addValues(List<?> values) {
    require("the list of values", values);
    guess(values.size());
    MsgPackWriter.writeListHeader(out, values.size());
    for (Object value : values) {
      write(out, where, value);
    }
    count++;
    return this;
  }

  /** Adds sketches as a list of blobs, which servers of all versions take. */
  public Arguments addSketches(List<HyperLogLog> sketches) {
    require("the list of sketches", sketches);
    MsgPackWriter.writeListHeader(out, sketches.size());
    for (HyperLogLog sketch : sketches) {
      require("a sketch", sketch);
      MsgPackWriter.writeBytes(out, sketch.toBytes());
    }
    count++;
    return this;
  }

  /** Adds entries as a plain map, of whatever order the caller's map is. */
  public Arguments addEntries(Map<?, ?> entries) {
    require("the map of entries", entries);
    guess(2 * entries.size());
    MsgPackWriter.writeMapHeader(out, entries.size());
    for (Map.Entry<?, ?> entry : entries.entrySet()) {
      writeKey(entry.getKey());
      write(out, where, entry.getValue());
    }
    count++;
    return this;
  }

  /** Adds the key of an entry that may be made. */
  public Arguments addKey(Object key) {
    writeKey(key);
    count++;
    return this;
  }

  private void writeKey(@Nullable Object key) {
    try {
      MapKeys.checkKey(key);
    } catch (IllegalArgumentException e) {
      throw new InvalidArgumentException(where + ": " + e.getMessage());
    }
    write(out, where, key);
  }

  public Arguments addBytes(byte[] bytes) {
    require("the array of bytes", bytes);
    MsgPackWriter.writeBytes(out, bytes);
    count++;
    return this;
  }

  /** Returns where to write the next argument. */
  public WireWriter next() {
    count++;
    return out;
  }

  /** Makes room for elements at once, which spares the copies of a buffer that grows. */
  private void guess(int elements) {
    out.ensure(Math.min(elements, MAX_GUESS) * BYTES_EACH);
  }

  private void require(String what, @Nullable Object value) {
    if (value == null) {
      throw new InvalidArgumentException(where + ": " + what + " is null");
    }
  }

  /**
   * Writes one value.
   *
   * @throws InvalidArgumentException when it cannot be sent
   */
  public static void write(WireWriter out, String where, @Nullable Object value) {
    try {
      MsgPack.write(out, value);
      MapKeys.check(value);
    } catch (IllegalArgumentException e) {
      throw new InvalidArgumentException(where + ": " + e.getMessage());
    }
  }

  int count() {
    return count;
  }

  byte[] bytes() {
    return out.toByteArray();
  }
}
