package dev.aero4j;

import dev.aero4j.internal.command.BinNames;
import dev.aero4j.internal.command.EncodedValue;
import dev.aero4j.wire.value.Values;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private final String[] names;
  private final EncodedValue[] values;

  private Bins(String[] names, EncodedValue[] values) {
    this.names = names;
    this.values = values;
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

  private static Bins ofPairs(@Nullable Object... pairs) {
    int count = pairs.length / 2;
    String[] names = new String[count];
    EncodedValue[] values = new EncodedValue[count];
    for (int i = 0; i < count; i++) {
      String name = BinNames.check((String) pairs[2 * i]);
      for (int j = 0; j < i; j++) {
        if (names[j].equals(name)) {
          throw givenTwice(name);
        }
      }
      names[i] = name;
      values[i] = EncodedValue.of(name, pairs[2 * i + 1]);
    }
    return new Bins(names, values);
  }

  private static InvalidArgumentException givenTwice(String name) {
    return new InvalidArgumentException("bin '" + name + "' is given twice");
  }

  /** {@return how many bins there are} */
  public int size() {
    return names.length;
  }

  /**
   * Returns the name of a bin.
   *
   * @param index 0 to {@link #size()} - 1
   * @return the name
   */
  public String name(int index) {
    return names[index];
  }

  /** {@return the names in order} */
  public List<String> names() {
    return List.of(names);
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

  EncodedValue value(int index) {
    return values[index];
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Bins that
        && Arrays.equals(names, that.names)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(names) + Arrays.hashCode(values);
  }

  /** {@return names and values, for people} */
  @Override
  public String toString() {
    return Values.toString(toMap());
  }

  /** Collects bins in order. Not for use by several threads. */
  public static final class Builder {
    private final Map<String, EncodedValue> bins = new LinkedHashMap<>();

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
      if (bins.putIfAbsent(BinNames.check(name), EncodedValue.of(name, value)) != null) {
        throw givenTwice(name);
      }
      return this;
    }

    /** {@return the bins} */
    public Bins build() {
      return new Bins(
          bins.keySet().toArray(new String[0]), bins.values().toArray(new EncodedValue[0]));
    }
  }
}
