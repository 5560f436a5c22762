package dev.aero4j.batch;

import dev.aero4j.Bins;
import dev.aero4j.InvalidArgumentException;
import dev.aero4j.Key;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.WriteOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a record as part of a batch: bins, or what operations do. */
public final class BatchWrite extends BatchCommand {
  private final @Nullable Bins bins;
  private final List<Operation> operations;
  private final List<WriteOption> options;

  private BatchWrite(
      Key key, @Nullable Bins bins, List<Operation> operations, WriteOption... options) {
    super(key);
    this.bins = bins;
    this.operations = operations;
    this.options = List.of(options);
  }

  /**
   * Writes bins; a bin without a value is removed.
   *
   * @param key the record's key
   * @param bins at least one
   * @param options as for {@link dev.aero4j.Client#put}, in place of the batch's; of a policy its
   *     times, replica and grouping do not count, its {@code maxRetries} does
   * @return the command
   * @throws InvalidArgumentException when there is no bin
   */
  public static BatchWrite put(Key key, Bins bins, WriteOption... options) {
    if (bins.size() == 0) {
      throw new InvalidArgumentException("a batch write of " + key + " has no bin to write");
    }
    return new BatchWrite(key, bins, List.of(), options);
  }

  /**
   * Does operations, of which at least one writes.
   *
   * @param key the record's key
   * @param operations what to do, in order and as a whole
   * @param options as for {@link #put}
   * @return the command
   * @throws InvalidArgumentException when no operation writes
   */
  public static BatchWrite operate(Key key, List<Operation> operations, WriteOption... options) {
    if (operations.stream().noneMatch(operation -> operation.kind() == Operation.Kind.WRITE)) {
      throw new InvalidArgumentException(
          "a batch write of "
              + key
              + " has no operation that writes; use BatchRead.operate to read");
    }
    return new BatchWrite(key, null, List.copyOf(operations), options);
  }

  /** {@return the bins to write, or null when operations do it} */
  public @Nullable Bins bins() {
    return bins;
  }

  /** {@return the operations, or none} */
  public List<Operation> operations() {
    return operations;
  }

  /** {@return the policy and meta of its own} */
  public List<WriteOption> options() {
    return options;
  }
}
