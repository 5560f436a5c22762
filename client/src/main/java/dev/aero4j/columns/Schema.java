package dev.aero4j.columns;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.internal.columns.Layout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of a batch: names and types, in order. Immutable; has at least one column. */
public final class Schema {
  private final List<Column> columns;
  private final Map<String, Integer> positions;

  /** What decoding needs to know. */
  final Layout layout;

  private Schema(List<Column> columns, Map<String, Integer> positions) {
    this.columns = columns;
    this.positions = positions;
    this.layout = new Layout(columns);
  }

  /**
   * Makes a schema of names and types, alternating: {@code of("age", "i4", "name", "S16")}.
   *
   * @param name the first column's name
   * @param type its type, as {@link ColumnType#parse} reads it
   * @param more the other columns' names and types
   * @return the schema
   * @throws InvalidArgumentException when a name or a type is none, a name comes twice, or the last
   *     name has no type; the message names the column
   */
  public static Schema of(String name, String type, String... more) {
    if (more.length % 2 != 0) {
      throw new InvalidArgumentException(
          "column '"
              + more[more.length - 1]
              + "' has no type; expected are names and types in turn");
    }
    List<Column> columns = new ArrayList<>(1 + more.length / 2);
    columns.add(Column.of(name, type));
    for (int i = 0; i < more.length; i += 2) {
      columns.add(Column.of(more[i], more[i + 1]));
    }
    return of(columns);
  }

  /**
   * Makes a schema.
   *
   * @param columns the columns in order; copied
   * @return the schema
   * @throws InvalidArgumentException when there is none, or a name comes twice
   */
  public static Schema of(List<Column> columns) {
    List<Column> copy = List.copyOf(columns);
    if (copy.isEmpty()) {
      throw new InvalidArgumentException("a schema without a column; expected is at least one");
    }
    Map<String, Integer> positions = HashMap.newHashMap(copy.size());
    for (int i = 0; i < copy.size(); i++) {
      Integer earlier = positions.putIfAbsent(copy.get(i).name(), i);
      if (earlier != null) {
        throw new InvalidArgumentException(
            "the schema has two columns '"
                + copy.get(i).name()
                + "', at positions "
                + earlier
                + " and "
                + i
                + "; expected are different names");
      }
    }
    return new Schema(copy, positions);
  }

  /**
   * Reads a schema from text.
   *
   * @param text columns as {@code name:type} with commas between them: {@code age:i4,
   *     embedding:f4[128]}; spaces around names and types do not count
   * @return the schema
   * @throws InvalidArgumentException when a part is no column; the message names it
   */
  public static Schema parse(String text) {
    List<Column> columns = new ArrayList<>();
    for (String part : text.strip().split(",", -1)) {
      int colon = part.lastIndexOf(':');
      if (colon < 0) {
        throw new InvalidArgumentException(
            "'" + part.strip() + "' in schema '" + text + "' is no column; expected is name:type");
      }
      columns.add(Column.of(part.substring(0, colon).strip(), part.substring(colon + 1).strip()));
    }
    return of(columns);
  }

  /** {@return a builder without columns} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the columns in order; cannot be changed} */
  public List<Column> columns() {
    return columns;
  }

  /** {@return how many columns there are} */
  public int size() {
    return columns.size();
  }

  /**
   * Returns a column.
   *
   * @param position from 0
   * @return the column there
   */
  public Column column(int position) {
    return columns.get(position);
  }

  /**
   * Returns whether there is a column.
   *
   * @param name its name
   * @return whether there is one
   */
  public boolean has(String name) {
    return positions.containsKey(name);
  }

  /**
   * Returns where a column is.
   *
   * @param name its name
   * @return its position, from 0
   * @throws InvalidArgumentException when there is none; the message lists those that there are
   */
  public int position(String name) {
    Integer position = positions.get(name);
    if (position == null) {
      throw new InvalidArgumentException(
          "there is no column '" + name + "'; the columns are " + this);
    }
    return position;
  }

  /**
   * Returns a column's type.
   *
   * @param name its name
   * @return its type
   * @throws InvalidArgumentException when there is none; the message lists those that there are
   */
  public ColumnType type(String name) {
    return columns.get(position(name)).type();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Schema that && columns.equals(that.columns);
  }

  @Override
  public int hashCode() {
    return columns.hashCode();
  }

  /** {@return the columns as {@link #parse} reads them} */
  @Override
  public String toString() {
    return columns.stream().map(Column::toString).collect(Collectors.joining(", "));
  }

  /** Collects columns. Belongs to one thread. */
  public static final class Builder {
    private final List<Column> columns = new ArrayList<>();

    private Builder() {}

    /**
     * Adds a column.
     *
     * @param name its name
     * @param type its type
     * @return this
     * @throws InvalidArgumentException when the name is none
     */
    public Builder column(String name, ColumnType type) {
      columns.add(new Column(name, type));
      return this;
    }

    /**
     * Adds a column.
     *
     * @param name its name
     * @param type its type, as {@link ColumnType#parse} reads it
     * @return this
     * @throws InvalidArgumentException when name or type are none
     */
    public Builder column(String name, String type) {
      columns.add(Column.of(name, type));
      return this;
    }

    /**
     * Makes the schema.
     *
     * @return the schema
     * @throws InvalidArgumentException when there is no column, or a name comes twice
     */
    public Schema build() {
      return of(columns);
    }
  }
}
