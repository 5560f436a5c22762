package dev.aero4j;

import dev.aero4j.internal.command.BinNames;
import dev.aero4j.internal.command.EncodedValue;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.message.OperationType;
import dev.aero4j.wire.value.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The bins that a write gives to a record: names with values, in order. Immutable, and so are its
 * values: bytes and collections are copied when it is made.
 *
 * <p>Values are Long, Integer, Short, Byte, Double, Float, String, byte[], Boolean, List, Map,
 * {@link dev.aero4j.model.GeoJson}, {@link dev.aero4j.model.HyperLogLog}, and null, which removes
 * the bin. Inside lists and maps the same, to any depth that the server takes. Names are 1 to 15
 * bytes of UTF-8. Anything else is an {@link InvalidArgumentException} that names the bin, the
 * class and where in the value it is; so is a name given twice.
 */
public final class Bins {
  /** Names and values in turn; the values as {@link EncodedValue#freeze} makes them. */
  private final Object[] cells;

  private Bins(Object[] cells) {
    this.cells = cells;
  }

  /**
   * Returns one bin.
   *
   * @param name the bin's name
   * @param value its value
   * @return the bins
   */
  public static Bins of(String name, @Nullable Object value) {
    return ofPairs(name, value);
  }

  /**
   * Returns two bins.
   *
   * @param name1 the name of the first bin
   * @param value1 its value
   * @param name2 the name of the second bin
   * @param value2 its value
   * @return the bins
   */
  public static Bins of(
      String name1, @Nullable Object value1, String name2, @Nullable Object value2) {
    return ofPairs(name1, value1, name2, value2);
  }

  /**
   * Returns three bins.
   *
   * @param name1 the name of the first bin
   * @param value1 its value
   * @param name2 the name of the second bin
   * @param value2 its value
   * @param name3 the name of the third bin
   * @param value3 its value
   * @return the bins
   */
  public static Bins of(
      String name1,
      @Nullable Object value1,
      String name2,
      @Nullable Object value2,
      String name3,
      @Nullable Object value3) {
    return ofPairs(name1, value1, name2, value2, name3, value3);
  }

  /**
   * Returns four bins.
   *
   * @param name1 the name of the first bin
   * @param value1 its value
   * @param name2 the name of the second bin
   * @param value2 its value
   * @param name3 the name of the third bin
   * @param value3 its value
   * @param name4 the name of the fourth bin
   * @param value4 its value
   * @return the bins
   */
  public static Bins of(
      String name1,
      @Nullable Object value1,
      String name2,
      @Nullable Object value2,
      String name3,
      @Nullable Object value3,
      String name4,
      @Nullable Object value4) {
    return ofPairs(name1, value1, name2, value2, name3, value3, name4, value4);
  }

  /**
   * Returns five bins.
   *
   * @param name1 the name of the first bin
   * @param value1 its value
   * @param name2 the name of the second bin
   * @param value2 its value
   * @param name3 the name of the third bin
   * @param value3 its value
   * @param name4 the name of the fourth bin
   * @param value4 its value
   * @param name5 the name of the fifth bin
   * @param value5 its value
   * @return the bins
   */
  public static Bins of(
      String name1,
      @Nullable Object value1,
      String name2,
      @Nullable Object value2,
      String name3,
      @Nullable Object value3,
      String name4,
      @Nullable Object value4,
      String name5,
      @Nullable Object value5) {
    return ofPairs(name1, value1, name2, value2, name3, value3, name4, value4, name5, value5);
  }

  /**
   * Returns six bins.
   *
   * @param name1 the name of the first bin
   * @param value1 its value
   * @param name2 the name of the second bin
   * @param value2 its value
   * @param name3 the name of the third bin
   * @param value3 its value
   * @param name4 the name of the fourth bin
   * @param value4 its value
   * @param name5 the name of the fifth bin
   * @param value5 its value
   * @param name6 the name of the sixth bin
   * @param value6 its value
   * @return the bins
   */
  public static Bins of(
      String name1,
      @Nullable Object value1,
      String name2,
      @Nullable Object value2,
      String name3,
      @Nullable Object value3,
      String name4,
      @Nullable Object value4,
      String name5,
      @Nullable Object value5,
      String name6,
      @Nullable Object value6) {
    return ofPairs(
        name1, value1,
        name2, value2,
        name3, value3,
        name4, value4,
        name5, value5,
        name6, value6);
  }

  /**
   * Returns seven bins.
   *
   * @param name1 the name of the first bin
   * @param value1 its value
   * @param name2 the name of the second bin
   * @param value2 its value
   * @param name3 the name of the third bin
   * @param value3 its value
   * @param name4 the name of the fourth bin
   * @param value4 its value
   * @param name5 the name of the fifth bin
   * @param value5 its value
   * @param name6 the name of the sixth bin
   * @param value6 its value
   * @param name7 the name of the seventh bin
   * @param value7 its value
   * @return the bins
   */
  public static Bins of(
      String name1,
      @Nullable Object value1,
      String name2,
      @Nullable Object value2,
      String name3,
      @Nullable Object value3,
      String name4,
      @Nullable Object value4,
      String name5,
      @Nullable Object value5,
      String name6,
      @Nullable Object value6,
      String name7,
      @Nullable Object value7) {
    return ofPairs(
        name1, value1,
        name2, value2,
        name3, value3,
        name4, value4,
        name5, value5,
        name6, value6,
        name7, value7);
  }

  /**
   * Returns eight bins.
   *
   * @param name1 the name of the first bin
   * @param value1 its value
   * @param name2 the name of the second bin
   * @param value2 its value
   * @param name3 the name of the third bin
   * @param value3 its value
   * @param name4 the name of the fourth bin
   * @param value4 its value
   * @param name5 the name of the fifth bin
   * @param value5 its value
   * @param name6 the name of the sixth bin
   * @param value6 its value
   * @param name7 the name of the seventh bin
   * @param value7 its value
   * @param name8 the name of the eighth bin
   * @param value8 its value
   * @return the bins
   */
  public static Bins of(
      String name1,
      @Nullable Object value1,
      String name2,
      @Nullable Object value2,
      String name3,
      @Nullable Object value3,
      String name4,
      @Nullable Object value4,
      String name5,
      @Nullable Object value5,
      String name6,
      @Nullable Object value6,
      String name7,
      @Nullable Object value7,
      String name8,
      @Nullable Object value8) {
    return ofPairs(
        name1, value1,
        name2, value2,
        name3, value3,
        name4, value4,
        name5, value5,
        name6, value6,
        name7, value7,
        name8, value8);
  }

  /**
   * Returns the bins of a map, in the map's order.
   *
   * @param map names and values
   * @return the bins
   */
  public static Bins from(Map<String, ?> map) {
    Builder builder = builder();
    map.forEach(builder::put);
    return builder.build();
  }

  /** {@return a builder without bins} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * @param cells names and values in turn; becomes the bins' own
   */
  private static Bins ofPairs(@Nullable Object... cells) {
    for (int i = 0; i < cells.length; i += 2) {
      String name = BinNames.check((String) cells[i]);
      for (int j = 0; j < i; j += 2) {
        if (name.equals(cells[j])) {
          throw givenTwice(name);
        }
      }
      cells[i + 1] = EncodedValue.freeze(name, cells[i + 1]);
    }
    return new Bins(cells);
  }

  private static InvalidArgumentException givenTwice(String name) {
    return new InvalidArgumentException("bin '" + name + "' is given twice");
  }

  /** {@return how many bins there are} */
  public int size() {
    return cells.length / 2;
  }

  /**
   * Returns the name of a bin.
   *
   * @param index 0 to {@link #size()} - 1
   * @return the name
   */
  public String name(int index) {
    return (String) cells[2 * index];
  }

  /** {@return the names in order} */
  public List<String> names() {
    return IntStream.range(0, size()).mapToObj(this::name).toList();
  }

  /**
   * {@return names and values as a record read back would give them: integers as Long, fresh copies
   * of bytes and collections}
   */
  public Map<String, @Nullable Object> toMap() {
    Map<String, @Nullable Object> map = LinkedHashMap.newLinkedHashMap(size());
    for (int i = 0; i < size(); i++) {
      map.put(name(i), value(i).toObject());
    }
    return map;
  }

  private EncodedValue value(int index) {
    return EncodedValue.ofFrozen(cells[2 * index + 1]);
  }

  /** Appends a write of each bin. */
  void writeTo(WireWriter writer) {
    for (int i = 0; i < cells.length; i += 2) {
      EncodedValue.writeFrozen(writer, OperationType.WRITE, (String) cells[i], cells[i + 1]);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof Bins that) || that.cells.length != cells.length) {
      return false;
    }
    for (int i = 0; i < size(); i++) {
      if (!name(i).equals(that.name(i)) || !value(i).equals(that.value(i))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = 0; i < size(); i++) {
      hash = 31 * (31 * hash + name(i).hashCode()) + value(i).hashCode();
    }
    return hash;
  }

  /** {@return names and values, for people} */
  @Override
  public String toString() {
    return Values.toString(toMap());
  }

  /** Collects bins in order. Not for use by several threads. */
  public static final class Builder {
    private final Map<String, Object> bins = new LinkedHashMap<>();

    private Builder() {}

    /**
     * Adds a bin.
     *
     * @param name its name
     * @param value its value; null removes the bin
     * @return this
     * @throws InvalidArgumentException when name or value cannot be stored, or the name was given
     *     before
     */
    public Builder put(String name, @Nullable Object value) {
      if (bins.putIfAbsent(BinNames.check(name), EncodedValue.freeze(name, value)) != null) {
        throw givenTwice(name);
      }
      return this;
    }

    /** {@return the bins} */
    public Bins build() {
      Object[] cells = new Object[2 * bins.size()];
      int at = 0;
      for (Map.Entry<String, Object> bin : bins.entrySet()) {
        cells[at++] = bin.getKey();
        cells[at++] = bin.getValue();
      }
      return new Bins(cells);
    }
  }
}
