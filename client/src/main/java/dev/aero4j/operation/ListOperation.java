package dev.aero4j.operation;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.internal.call.Call;
import dev.aero4j.wire.call.ListOpcode;
import dev.aero4j.wire.message.OperationType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation on a list: one that a bin holds, or one inside it. Immutable.
 *
 * <pre>{@code
 * client.operate(key,
 *     ListOperation.append("tags", "red").with(ListOptions.ordered().addUnique().noFail()),
 *     ListOperation.getByRankRange("scores", -3, 3).returning(ListReturn.INDEX),
 *     ListOperation.size("carts").at(Context.root().mapKey("alice")));
 * }</pre>
 *
 * <p>Indexes count from 0, and from the end when negative. Ranks count from the smallest value, and
 * from the greatest when negative. An operation that selects one element and finds none is answered
 * with OP_NOT_APPLICABLE, one that selects any number gives an empty list.
 */
public final class ListOperation extends ListSelections {
  /**
   * The order that {@link #create} makes a list with, wherever it is; null for other operations.
   */
  private final @Nullable ListOrder created;

  private ListOperation(String bin, Call call, @Nullable ListOrder created) {
    super(bin, call);
    this.created = created;
  }

  static ListOperation of(String bin, Call call) {
    return new ListOperation(bin, call, null);
  }

  private static Call order(String bin, ListOptions options) {
    if (options.flags() != 0) {
      throw new InvalidArgumentException(
          "bin '" + bin + "': an order is made and set without flags; given were " + options);
    }
    return Call.of(ListOpcode.SET_ORDER, arguments(bin).add(options.orderCode()));
  }

  /**
   * Makes a list of an order, or sets the order of the one that is there. At a path, what is
   * missing at its last step is made; an index is kept only of a bin's own value.
   *
   * @param bin the bin's name
   * @param options the order, and whether the index is kept; no flags
   * @return the operation; it gives nothing
   * @throws InvalidArgumentException when there are flags
   */
  public static ListOperation create(String bin, ListOptions options) {
    return new ListOperation(bin, order(bin, options), options.order());
  }

  /**
   * Sets the order of a list, and sorts it when it becomes ordered.
   *
   * @param bin the bin's name
   * @param options the order, and whether the index is kept; no flags
   * @return the operation; it gives nothing
   * @throws InvalidArgumentException when there are flags
   */
  public static ListOperation setOrder(String bin, ListOptions options) {
    return of(bin, order(bin, options));
  }

  /**
   * Puts a value at the end of a list, or in its place when the list is ordered. Makes the list if
   * there is none.
   *
   * @param bin the bin's name
   * @param value as for {@link dev.aero4j.Bins}
   * @return the operation; it gives the new size
   */
  public static ListOperation append(String bin, @Nullable Object value) {
    return of(bin, Call.of(ListOpcode.APPEND, arguments(bin).addValue(value)));
  }

  /**
   * Puts values at the end of a list, or in their places when the list is ordered. Makes the list
   * if there is none.
   *
   * @param bin the bin's name
   * @param values as for {@link dev.aero4j.Bins}
   * @return the operation; it gives the new size
   */
  public static ListOperation appendItems(String bin, List<?> values) {
    return of(bin, Call.of(ListOpcode.APPEND_ITEMS, arguments(bin).addValues(values)));
  }

  /**
   * Puts a value before an element of an unordered list.
   *
   * @param bin the bin's name
   * @param index the element's index; past the end, the list is padded with nil
   * @param value as for {@link dev.aero4j.Bins}
   * @return the operation; it gives the new size
   */
  public static ListOperation insert(String bin, int index, @Nullable Object value) {
    return of(bin, Call.of(ListOpcode.INSERT, arguments(bin).add(index).addValue(value)));
  }

  /**
   * Puts values before an element of an unordered list.
   *
   * @param bin the bin's name
   * @param index the element's index; past the end, the list is padded with nil
   * @param values as for {@link dev.aero4j.Bins}
   * @return the operation; it gives the new size
   */
  public static ListOperation insertItems(String bin, int index, List<?> values) {
    return of(bin, Call.of(ListOpcode.INSERT_ITEMS, arguments(bin).add(index).addValues(values)));
  }

  /**
   * Adds 1 to a number in a list.
   *
   * @param bin the bin's name
   * @param index the element's index; from the end when negative
   * @return the operation; it gives the new value
   */
  public static ListOperation increment(String bin, int index) {
    return of(bin, Call.of(ListOpcode.INCREMENT, arguments(bin).add(index)));
  }

  /**
   * Adds to an integer in a list.
   *
   * @param bin the bin's name
   * @param index the element's index; from the end when negative
   * @param delta what to add
   * @return the operation; it gives the new value
   */
  public static ListOperation increment(String bin, int index, long delta) {
    return of(bin, Call.of(ListOpcode.INCREMENT, arguments(bin).add(index).add(delta)));
  }

  /**
   * Adds to a double in a list.
   *
   * @param bin the bin's name
   * @param index the element's index; from the end when negative
   * @param delta what to add
   * @return the operation; it gives the new value
   */
  public static ListOperation increment(String bin, int index, double delta) {
    return of(bin, Call.of(ListOpcode.INCREMENT, arguments(bin).add(index).addValue(delta)));
  }

  /**
   * Puts a value in the place of an element of an unordered list.
   *
   * @param bin the bin's name
   * @param index the element's index; past the end, the list is padded with nil
   * @param value as for {@link dev.aero4j.Bins}
   * @return the operation; it gives nothing
   */
  public static ListOperation set(String bin, int index, @Nullable Object value) {
    return of(bin, Call.of(ListOpcode.SET, arguments(bin).add(index).addValue(value)));
  }

  /**
   * Removes an element and gives it.
   *
   * @param bin the bin's name
   * @param index the element's index; from the end when negative
   * @return the operation; it gives the element
   */
  public static ListOperation pop(String bin, int index) {
    return of(bin, Call.of(ListOpcode.POP, arguments(bin).add(index)));
  }

  /**
   * Removes elements and gives them.
   *
   * @param bin the bin's name
   * @param index the first one's index; from the end when negative
   * @param count how many elements
   * @return the operation; it gives a list of the elements
   */
  public static ListOperation popRange(String bin, int index, int count) {
    return of(bin, Call.of(ListOpcode.POP_RANGE, arguments(bin).add(index).add(count)));
  }

  /**
   * Removes all elements from one on and gives them.
   *
   * @param bin the bin's name
   * @param index the first one's index; from the end when negative
   * @return the operation; it gives a list of the elements
   */
  public static ListOperation popRange(String bin, int index) {
    return of(bin, Call.of(ListOpcode.POP_RANGE, arguments(bin).add(index)));
  }

  /**
   * Removes an element.
   *
   * @param bin the bin's name
   * @param index the element's index; from the end when negative
   * @return the operation; it gives how many were removed
   */
  public static ListOperation remove(String bin, int index) {
    return of(bin, Call.of(ListOpcode.REMOVE, arguments(bin).add(index)));
  }

  /**
   * Removes elements.
   *
   * @param bin the bin's name
   * @param index the first one's index; from the end when negative
   * @param count how many elements
   * @return the operation; it gives how many were removed
   */
  public static ListOperation removeRange(String bin, int index, int count) {
    return of(bin, Call.of(ListOpcode.REMOVE_RANGE, arguments(bin).add(index).add(count)));
  }

  /**
   * Removes all elements from one on.
   *
   * @param bin the bin's name
   * @param index the first one's index; from the end when negative
   * @return the operation; it gives how many were removed
   */
  public static ListOperation removeRange(String bin, int index) {
    return of(bin, Call.of(ListOpcode.REMOVE_RANGE, arguments(bin).add(index)));
  }

  /**
   * Removes all elements but those of a range.
   *
   * @param bin the bin's name
   * @param index the first one's index; from the end when negative
   * @param count how many elements stay
   * @return the operation; it gives how many were removed
   */
  public static ListOperation trim(String bin, int index, int count) {
    return of(bin, Call.of(ListOpcode.TRIM, arguments(bin).add(index).add(count)));
  }

  /**
   * Removes all elements.
   *
   * @param bin the bin's name
   * @return the operation; it gives nothing
   */
  public static ListOperation clear(String bin) {
    return of(bin, Call.of(ListOpcode.CLEAR, arguments(bin)));
  }

  /**
   * Sorts a list, which stays unordered.
   *
   * @param bin the bin's name
   * @param flags how
   * @return the operation; it gives nothing
   */
  public static ListOperation sort(String bin, ListSort... flags) {
    return of(bin, Call.of(ListOpcode.SORT, arguments(bin).add(ListSort.bits(flags))));
  }

  /**
   * Counts the elements.
   *
   * @param bin the bin's name
   * @return the operation; it gives how many there are
   */
  public static ListOperation size(String bin) {
    return of(bin, Call.of(ListOpcode.SIZE, arguments(bin)));
  }

  /**
   * Reads an element.
   *
   * @param bin the bin's name
   * @param index the element's index; from the end when negative
   * @return the operation; it gives the element
   */
  public static ListOperation get(String bin, int index) {
    return of(bin, Call.of(ListOpcode.GET, arguments(bin).add(index)));
  }

  /**
   * Reads elements.
   *
   * @param bin the bin's name
   * @param index the first one's index; from the end when negative
   * @param count how many elements
   * @return the operation; it gives a list of the elements
   */
  public static ListOperation getRange(String bin, int index, int count) {
    return of(bin, Call.of(ListOpcode.GET_RANGE, arguments(bin).add(index).add(count)));
  }

  /**
   * Reads all elements from one on.
   *
   * @param bin the bin's name
   * @param index the first one's index; from the end when negative
   * @return the operation; it gives a list of the elements
   */
  public static ListOperation getRange(String bin, int index) {
    return of(bin, Call.of(ListOpcode.GET_RANGE, arguments(bin).add(index)));
  }

  /**
   * Makes the operation inside the bin.
   *
   * @param path where; it replaces one that was given before
   * @return the operation at this place
   */
  public ListOperation at(Context path) {
    if (created == null) {
      return of(bin, call.at(path));
    }
    // An index is kept of a bin's own list only.
    Call inside = order(bin, new ListOptions(created, false, 0));
    return new ListOperation(bin, inside.at(path.creating(created)), created);
  }

  /**
   * Sets how a write goes about it.
   *
   * @param options the order of a list that is made, and flags
   * @return the operation with these options
   * @throws InvalidArgumentException when the operation takes none
   */
  public ListOperation with(ListOptions options) {
    return of(bin, call.with(options));
  }

  /**
   * Sets what the operation gives about the elements that it selects.
   *
   * @param what what to give
   * @return the operation that gives it
   * @throws InvalidArgumentException when the operation selects none
   */
  public ListOperation returning(ListReturn what) {
    return of(bin, call.withReturnType(what.code()));
  }

  /**
   * Selects all other elements instead.
   *
   * @return the operation on the others
   * @throws InvalidArgumentException when the operation selects none
   */
  public ListOperation inverted() {
    return of(bin, call.inverted());
  }

  @Override
  int type() {
    return call.opcode().modifies() ? OperationType.CDT_MODIFY : OperationType.CDT_READ;
  }

  @Override
  public boolean needsAllResults() {
    return false;
  }
}
