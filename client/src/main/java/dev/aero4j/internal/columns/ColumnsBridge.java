package dev.aero4j.internal.columns;

import dev.aero4j.columns.ColumnBatch;
import dev.aero4j.columns.Schema;
import java.lang.invoke.MethodHandles;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the inside may do with a {@link ColumnBatch} and callers may not: make one of data, and have
 * its data. The package {@code dev.aero4j.columns} installs the one implementation when {@link
 * ColumnBatch} is initialized.
 */
public abstract class ColumnsBridge {
  // Written once, inside the initialization of ColumnBatch; the implementation has no state, so
  // that a thread that reads null in a race only asks for the initialization, which orders the
  // reads.
  private static @Nullable ColumnsBridge installed;

  public static void install(ColumnsBridge bridge) {
    installed = bridge;
  }

  public static ColumnsBridge instance() {
    ColumnsBridge bridge = installed;
    return bridge != null ? bridge : initialized();
  }

  private static ColumnsBridge initialized() {
    try {
      MethodHandles.lookup().ensureInitialized(ColumnBatch.class);
    } catch (IllegalAccessException e) {
      throw new LinkageError("a public class of the same module is not accessible", e);
    }
    return Objects.requireNonNull(installed);
  }

  public abstract ColumnBatch batch(ColumnData data);

  public abstract ColumnData data(ColumnBatch batch);

  public abstract Layout layout(Schema schema);
}
