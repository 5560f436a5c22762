package dev.aero4j.conformance.golden;

import dev.aero4j.expression.Exp;
import dev.aero4j.operation.Operation;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls of ours beside the same calls of the official client. All work on the bins of {@link
 * Sample}, so that they can be made on a server too.
 */
final class Table {
  /** An operation, made by both. */
  record OperationRow(String name, Operation ours, com.aerospike.client.Operation theirs) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** An expression, made by both. */
  record ExpRow(String name, Exp ours, com.aerospike.client.exp.Exp theirs) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final Table ALL = new Table();

  static {
    ListRows.addTo(ALL);
    MapRows.addTo(ALL);
    BitRows.addTo(ALL);
    HllRows.addTo(ALL);
    PathRows.addTo(ALL);
    ExpOperationRows.addTo(ALL);
    ExpRows.addTo(ALL);
    ListExpRows.addTo(ALL);
    MapExpRows.addTo(ALL);
    BitExpRows.addTo(ALL);
    HllExpRows.addTo(ALL);
    PathExpRows.addTo(ALL);
  }

  /** The classes with the rows. */
  static final List<Class<?>> CLASSES =
      List.of(
          ListRows.class,
          MapRows.class,
          BitRows.class,
          HllRows.class,
          PathRows.class,
          ExpOperationRows.class,
          ExpRows.class,
          ListExpRows.class,
          MapExpRows.class,
          BitExpRows.class,
          HllExpRows.class,
          PathExpRows.class,
          Paths.class);

  private final List<OperationRow> operations = new ArrayList<>();
  private final List<ExpRow> expressions = new ArrayList<>();

  private Table() {}

  void same(String name, Operation ours, com.aerospike.client.Operation theirs) {
    operations.add(new OperationRow(name, ours, theirs));
  }

  void same(String name, Exp ours, com.aerospike.client.exp.Exp theirs) {
    expressions.add(new ExpRow(name, ours, theirs));
  }

  static List<OperationRow> operations() {
    return ALL.operations;
  }

  static List<ExpRow> expressions() {
    return ALL.expressions;
  }

  /** Returns the official number of a return type, by its name. */
  static int officialCode(Class<?> returnTypes, Enum<?> name) {
    try {
      return returnTypes.getField(name.name()).getInt(null);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the official client has no " + name, e);
    }
  }
}
