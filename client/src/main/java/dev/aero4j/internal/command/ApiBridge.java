package dev.aero4j.internal.command;

import dev.aero4j.Aerospike;
import dev.aero4j.AerospikeException;
import dev.aero4j.Bins;
import dev.aero4j.Key;
import dev.aero4j.Record;
import dev.aero4j.wire.WireWriter;
import java.lang.invoke.MethodHandles;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the inside may do with public types and callers may not: read a key's digest without a copy,
 * make a record of an answer, complete an exception. The package {@code dev.aero4j} installs the
 * one implementation when {@link Aerospike} is initialized.
 */
public abstract class ApiBridge {
  // Written once, inside the initialization of Aerospike; the implementation has no state, so that
  // a thread that reads null in a race only asks for the initialization, which orders the reads.
  private static @Nullable ApiBridge installed;

  public static void install(ApiBridge bridge) {
    installed = bridge;
  }

  public static ApiBridge instance() {
    ApiBridge bridge = installed;
    return bridge != null ? bridge : initialized();
  }

  private static ApiBridge initialized() {
    try {
      MethodHandles.lookup().ensureInitialized(Aerospike.class);
    } catch (IllegalAccessException e) {
      throw new LinkageError("a public class of the same module is not accessible", e);
    }
    return Objects.requireNonNull(installed);
  }

  /** The digest itself, not to be changed. */
  public abstract byte[] digest(Key key);

  /** The caller's key itself, not to be changed: a String, Long or byte[], or null. */
  public abstract @Nullable Object userKey(Key key);

  /** Appends a write of each bin. */
  public abstract void write(Bins bins, WireWriter writer);

  public abstract Record record(Key key, RecordReply reply);

  public abstract void context(
      AerospikeException failure, @Nullable String node, int attempts, boolean inDoubt);
}
