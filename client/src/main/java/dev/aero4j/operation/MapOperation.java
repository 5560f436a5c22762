package dev.aero4j.operation;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.internal.call.Arguments;
import dev.aero4j.internal.call.Call;
import dev.aero4j.wire.call.MapOpcode;
import dev.aero4j.wire.message.OperationType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An operation on a map: one that a bin holds, or one inside it. Immutable.
 *
 * <pre>{@code
 * client.operate(key,
 *     MapOperation.put("prices", "apple", 3).with(MapOptions.keyOrdered().createOnly()),
 *     MapOperation.removeByKeyRange("prices", "a", "c").returning(MapReturn.KEY_VALUE),
 *     MapOperation.getByRank("prices", -1).returning(MapReturn.KEY));
 * }</pre>
 *
 * <p>Indexes count from 0 in the order of keys, ranks in the order of values; negative ones count
 * from the end. An operation that selects one entry by index or rank and finds none is answered
 * with OP_NOT_APPLICABLE; one that selects by key or value gives nil or an empty list.
 */
public final class MapOperation extends MapSelections {
  private final @Nullable MapOrder order;
  private final boolean creates;

  private MapOperation(String bin, Call call, @Nullable MapOrder order, boolean creates) {
    super(bin, call);
    this.order = order;
    this.creates = creates;
  }

  static MapOperation of(String bin, Call call) {
    return new MapOperation(bin, call, null, false);
  }

  private static Call order(String bin, MapOptions options) {
    if (options.flags() != 0) {
      throw new InvalidArgumentException(
          "bin '" + bin + "': an order is made and set without flags; given were " + options);
    }
    return Call.of(MapOpcode.SET_ORDER, arguments(bin).add(options.orderCode()));
  }

  private static MapOperation write(String bin, MapOpcode opcode, Arguments arguments) {
    return of(bin, Call.of(opcode, arguments).withDefaults());
  }

  /**
   * Makes a map of an order, or sets the order of the one that is there. At a path, what is missing
   * at its last step is made.
   *
   * @param bin the bin's name
   * @param options the order, and whether the index is kept; no flags
   * @return the operation; it gives nothing
   * @throws InvalidArgumentException when there are flags
   */
  public static MapOperation create(String bin, MapOptions options) {
    return new MapOperation(bin, order(bin, options), options.order(), true);
  }

  /**
   * Sets the order of a map.
   *
   * @param bin the bin's name
   * @param options the order, and whether the index is kept; no flags
   * @return the operation; it gives nothing
   * @throws InvalidArgumentException when there are flags
   */
  public static MapOperation setOrder(String bin, MapOptions options) {
    return new MapOperation(bin, order(bin, options), options.order(), false);
  }

  /**
   * Puts an entry into a map. Makes the map if there is none.
   *
   * @param bin the bin's name
   * @param key the entry's key: an integer, text or bytes
   * @param value as for {@link dev.aero4j.Bins}
   * @return the operation; it gives the new size
   */
  public static MapOperation put(String bin, Object key, @Nullable Object value) {
    return write(bin, MapOpcode.PUT, arguments(bin).addKey(key).addValue(value));
  }

  /**
   * Puts entries into a map. Makes the map if there is none.
   *
   * @param bin the bin's name
   * @param entries keys are integers, text or bytes, values as for {@link dev.aero4j.Bins}
   * @return the operation; it gives the new size
   */
  public static MapOperation putItems(String bin, Map<?, ?> entries) {
    return write(bin, MapOpcode.PUT_ITEMS, arguments(bin).addEntries(entries));
  }

  /**
   * Adds to an integer in a map. Makes the map and the entry if there is none.
   *
   * @param bin the bin's name
   * @param key the entry's key: an integer, text or bytes
   * @param delta what to add
   * @return the operation; it gives the new value
   */
  public static MapOperation increment(String bin, Object key, long delta) {
    return write(bin, MapOpcode.INCREMENT, arguments(bin).addKey(key).addValue(delta));
  }

  /**
   * Adds to a double in a map. Makes the map and the entry if there is none.
   *
   * @param bin the bin's name
   * @param key the entry's key: an integer, text or bytes
   * @param delta what to add
   * @return the operation; it gives the new value
   */
  public static MapOperation increment(String bin, Object key, double delta) {
    return write(bin, MapOpcode.INCREMENT, arguments(bin).addKey(key).addValue(delta));
  }

  /**
   * Subtracts from an integer in a map. Makes the map and the entry if there is none.
   *
   * @param bin the bin's name
   * @param key the entry's key: an integer, text or bytes
   * @param delta what to subtract
   * @return the operation; it gives the new value
   */
  public static MapOperation decrement(String bin, Object key, long delta) {
    return write(bin, MapOpcode.DECREMENT, arguments(bin).addKey(key).addValue(delta));
  }

  /**
   * Subtracts from a double in a map. Makes the map and the entry if there is none.
   *
   * @param bin the bin's name
   * @param key the entry's key: an integer, text or bytes
   * @param delta what to subtract
   * @return the operation; it gives the new value
   */
  public static MapOperation decrement(String bin, Object key, double delta) {
    return write(bin, MapOpcode.DECREMENT, arguments(bin).addKey(key).addValue(delta));
  }

  /**
   * Removes all entries.
   *
   * @param bin the bin's name
   * @return the operation; it gives nothing
   */
  public static MapOperation clear(String bin) {
    return of(bin, Call.of(MapOpcode.CLEAR, arguments(bin)));
  }

  /**
   * Counts the entries.
   *
   * @param bin the bin's name
   * @return the operation; it gives how many there are
   */
  public static MapOperation size(String bin) {
    return of(bin, Call.of(MapOpcode.SIZE, arguments(bin)));
  }

  /**
   * Makes the operation inside the bin.
   *
   * @param path where; it replaces one that was given before
   * @return the operation at this place
   */
  public MapOperation at(Context path) {
    if (order == null) {
      return of(bin, call.at(path));
    }
    // An index is kept of a bin's own map only.
    Call inside = order(bin, new MapOptions(order, false, 0));
    Call placed = inside.at(creates ? path.creating(order) : path);
    return new MapOperation(bin, placed, order, creates);
  }

  /**
   * Sets how a write goes about it.
   *
   * @param options the order of a map that is made, and flags
   * @return the operation with these options
   * @throws InvalidArgumentException when the operation takes none, or no flags
   */
  public MapOperation with(MapOptions options) {
    return of(bin, call.with(options));
  }

  /**
   * Sets what the operation gives about the entries that it selects.
   *
   * @param what what to give
   * @return the operation that gives it
   * @throws InvalidArgumentException when the operation selects none
   */
  public MapOperation returning(MapReturn what) {
    return of(bin, call.withReturnType(what.code()));
  }

  /**
   * Selects all other entries instead.
   *
   * @return the operation on the others
   * @throws InvalidArgumentException when the operation selects none
   */
  public MapOperation inverted() {
    return of(bin, call.inverted());
  }

  @Override
  int type() {
    return call.opcode().modifies() ? OperationType.CDT_MODIFY : OperationType.CDT_READ;
  }

  @Override
  public boolean needsAllResults() {
    return true;
  }
}
