package dev.aero4j.embedded.internal.collection;

import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.call.Order;
import dev.aero4j.wire.call.ReturnType;
import dev.aero4j.wire.value.MsgPackWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a call gives back: of which kind, and once it is known, the value. */
final class Reply {
  // Kinds that clients of today do not ask for: a pair of where the selected begin, and how many.
  static final int INDEX_RANGE = 9;
  static final int REVERSE_INDEX_RANGE = 10;
  static final int RANK_RANGE = 11;
  static final int REVERSE_RANK_RANGE = 12;

  private static final int TYPE_MASK = 0xFFFF;

  /** Flag of a map: its entries stand in the order of the selection. */
  static final int PRESERVES_ORDER = 0x08;

  private final int type;

  /** Whether several may be selected, and the value is a list or map. */
  private final boolean multiple;

  private boolean inverted;
  private @Nullable Cell value;

  private Reply(int type, boolean multiple, boolean inverted) {
    this.type = type;
    this.multiple = multiple;
    this.inverted = inverted;
  }

  /** Returns the reply that an argument asks for. */
  static Reply of(long returnType, boolean multiple) {
    return new Reply(
        (int) (returnType & TYPE_MASK), multiple, (returnType & ReturnType.INVERTED) != 0);
  }

  int type() {
    return type;
  }

  boolean isMultiple() {
    return multiple;
  }

  boolean isInverted() {
    return inverted;
  }

  void invert(boolean newInverted) {
    inverted = newInverted;
  }

  /** Returns the value, or null when nothing is given back. */
  @Nullable Cell value() {
    return value;
  }

  boolean isOfRank() {
    return type == ReturnType.RANK || type == ReturnType.REVERSE_RANK;
  }

  boolean isOfIndex() {
    return type == ReturnType.INDEX || type == ReturnType.REVERSE_INDEX;
  }

  boolean isRankRange() {
    return type == RANK_RANGE || type == REVERSE_RANK_RANGE;
  }

  boolean isIndexRange() {
    return type == INDEX_RANGE || type == REVERSE_INDEX_RANGE;
  }

  boolean isReversed() {
    return type == ReturnType.REVERSE_INDEX || type == ReturnType.REVERSE_RANK;
  }

  boolean isMap() {
    return type == ReturnType.KEY_VALUE
        || type == ReturnType.UNORDERED_MAP
        || type == ReturnType.ORDERED_MAP;
  }

  /** Returns whether there is such a kind at all. */
  boolean isKnown() {
    return type <= ReturnType.EXISTS || isMap();
  }

  boolean isOfElements() {
    return type == ReturnType.KEY || type == ReturnType.VALUE || isMap();
  }

  void set(Cell newValue) {
    value = newValue;
  }

  void set(long number) {
    value = Cell.of(number);
  }

  void set(boolean truth) {
    value = Cell.of(truth);
  }

  /** Sets a list of numbers. */
  void setNumbers(List<Long> numbers) {
    WireWriter out = new WireWriter(8 + numbers.size());
    MsgPackWriter.writeListHeader(out, numbers.size());
    for (long number : numbers) {
      MsgPackWriter.writeLong(out, number);
    }
    value = Cell.of(out);
  }

  void setPair(long first, long second) {
    setNumbers(List.of(first, second));
  }

  void setList(List<Cell> elements) {
    value = Cell.list(elements, elements.size());
  }

  /** Sets a map of the kind that is asked for. */
  void setMap(List<Cell> keys, List<Cell> values) {
    int flags =
        switch (type) {
          case ReturnType.KEY_VALUE -> PRESERVES_ORDER;
          case ReturnType.ORDERED_MAP -> Order.ORDERED;
          default -> 0;
        };
    value = new Node.Table(flags, keys, values).toCell(false);
  }

  /** Sets one number, or with more than one possible the list of it and others after it. */
  void setPlaces(List<Integer> places, int size) {
    List<Long> numbers = new ArrayList<>(places.size());
    for (int place : places) {
      numbers.add((long) (isReversed() ? size - place - 1 : place));
    }
    setNumbers(numbers);
  }

  /** Sets that nothing is selected, though it would be at {@code place}. */
  void setNotFound(long place) {
    switch (type) {
      case ReturnType.NONE -> {}
      case INDEX_RANGE, REVERSE_INDEX_RANGE, RANK_RANGE, REVERSE_RANK_RANGE -> setPair(place, 0);
      case ReturnType.INDEX, ReturnType.REVERSE_INDEX, ReturnType.RANK, ReturnType.REVERSE_RANK -> {
        if (multiple) {
          setList(List.of());
        } else {
          set(-1);
        }
      }
      case ReturnType.COUNT -> set(0);
      case ReturnType.EXISTS -> set(false);
      case ReturnType.KEY, ReturnType.VALUE -> {
        if (multiple) {
          setList(List.of());
        }
      }
      case ReturnType.KEY_VALUE, ReturnType.UNORDERED_MAP, ReturnType.ORDERED_MAP ->
          setMap(List.of(), List.of());
      default -> throw notApplicable();
    }
  }

  /**
   * Sets how many of {@code size} are selected, whether any is, or their places, which follow each
   * other from {@code start} on.
   */
  void setRun(int start, int count, int size) {
    switch (type) {
      case ReturnType.NONE -> {}
      case ReturnType.COUNT -> set(inverted ? size - count : count);
      // Not whether any is outside the run, if inverted, but whether none is inside.
      case ReturnType.EXISTS -> set(inverted == (count == 0));
      case ReturnType.INDEX, ReturnType.REVERSE_INDEX, ReturnType.RANK, ReturnType.REVERSE_RANK -> {
        if (multiple) {
          List<Long> numbers = new ArrayList<>();
          if (inverted) {
            addRun(numbers, 0, start, size);
            addRun(numbers, start + count, size - start - count, size);
          } else {
            addRun(numbers, start, count, size);
          }
          setNumbers(numbers);
        } else {
          set(count == 0 ? -1 : isReversed() ? size - start - 1 : start);
        }
      }
      default -> throw notApplicable();
    }
  }

  /** Sets as {@link #setRun} does, or the pair of a run's start and length. */
  void setRunOrRange(int start, int count, int size) {
    switch (type) {
      case INDEX_RANGE, RANK_RANGE, REVERSE_INDEX_RANGE, REVERSE_RANK_RANGE -> {
        if (inverted) {
          throw notApplicable();
        }
        boolean reversed = type == REVERSE_INDEX_RANGE || type == REVERSE_RANK_RANGE;
        setPair(reversed ? size - start - count : start, count);
      }
      default -> setRun(start, count, size);
    }
  }

  /** Adds the places of a run; counted from the end they still go upwards. */
  void addRun(List<Long> numbers, int start, int count, int size) {
    int first = isReversed() ? size - start - count : start;
    for (int i = 0; i < count; i++) {
      numbers.add((long) first + i);
    }
  }

  static Refusal notApplicable() {
    return Refusal.of(ResultCode.OPERATION_NOT_APPLICABLE);
  }

  static Refusal badParameter() {
    return Refusal.of(ResultCode.PARAMETER_ERROR);
  }
}
