package dev.aero4j.internal.call;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.model.HyperLogLog;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.value.MapKeys;
import dev.aero4j.wire.value.MsgPack;
import dev.aero4j.wire.value.Snapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a call on a bin, taken as they are when they are added: what a caller changes
 * afterwards does not matter, and what cannot be sent is found at once. Complete once a call is
 * made of them; nothing is added to them then.
 */
public final class Arguments implements Payload {
  /** Few calls have more arguments. */
  private static final int USUAL_COUNT = 2;

  private final String bin;
  private @Nullable Object[] values = new @Nullable Object[USUAL_COUNT];
  private int count;

  /**
   * @param bin the bin's name, for messages
   */
  public Arguments(String bin) {
    this.bin = bin;
  }

  public Arguments add(long number) {
    return append(number);
  }

  /** Adds any value, one that is only compared with too. */
  public Arguments addValue(@Nullable Object value) {
    return append(checked(() -> Snapshot.of(value)));
  }

  /** Adds the limits of a range: null first is before everything, and nothing second after it. */
  public Arguments addRange(@Nullable Object begin, @Nullable Object end) {
    addValue(begin);
    return end == null ? this : addValue(end);
  }

  /** Adds values as a plain list, of whatever order the caller's list is. */
  public Arguments addValues(List<?> values) {
    require("the list of values", values);
    return append(checked(() -> Snapshot.ofElements(values)));
  }

  /** Adds sketches as a list of blobs, which servers of all versions take. */
  public Arguments addSketches(List<HyperLogLog> sketches) {
    require("the list of sketches", sketches);
    List<byte[]> blobs = new ArrayList<>(sketches.size());
    for (HyperLogLog sketch : sketches) {
      require("a sketch", sketch);
      blobs.add(sketch.toBytes());
    }
    return append(Snapshot.ofElements(blobs));
  }

  /** Adds entries as a plain map, of whatever order the caller's map is. */
  public Arguments addEntries(Map<?, ?> entries) {
    require("the map of entries", entries);
    return append(checked(() -> Snapshot.ofEntries(entries)));
  }

  /** Adds the key of an entry that may be made. */
  public Arguments addKey(Object key) {
    return append(
        checked(
            () -> {
              MapKeys.check(key);
              return Snapshot.of(key);
            }));
  }

  public Arguments addBytes(byte[] bytes) {
    require("the array of bytes", bytes);
    return append(bytes.clone());
  }

  private Arguments append(@Nullable Object value) {
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * count);
    }
    values[count++] = value;
    return this;
  }

  private <T extends @Nullable Object> T checked(Supplier<T> taken) {
    try {
      return taken.get();
    } catch (IllegalArgumentException e) {
      throw new InvalidArgumentException("bin '" + bin + "': " + e.getMessage());
    }
  }

  private void require(String what, @Nullable Object value) {
    if (value == null) {
      throw new InvalidArgumentException("bin '" + bin + "': " + what + " is null");
    }
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public void writeTo(WireWriter out) {
    for (int i = 0; i < count; i++) {
      MsgPack.write(out, values[i]);
    }
  }

  /**
   * Returns what a value is now, ready to be written; see {@link Snapshot#of}.
   *
   * @param where what it is for, for messages
   * @throws InvalidArgumentException when it cannot be sent
   */
  public static @Nullable Object take(String where, @Nullable Object value) {
    try {
      return Snapshot.of(value);
    } catch (IllegalArgumentException e) {
      throw new InvalidArgumentException(where + ": " + e.getMessage());
    }
  }
}
