package dev.aero4j.batch;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.Key;
import dev.aero4j.internal.command.BinNames;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.ReadPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a record as part of a batch: all its bins, some, none, or what operations make of them. */
public final class BatchRead extends BatchCommand {
  private final @Nullable List<String> bins;
  private final List<Operation> operations;
  private final @Nullable ReadPolicy policy;

  private BatchRead(
      Key key,
      @Nullable List<String> bins,
      List<Operation> operations,
      @Nullable ReadPolicy policy) {
    super(key);
    this.bins = bins;
    this.operations = operations;
    this.policy = policy;
  }

  /**
   * Reads a record with all its bins.
   *
   * @param key the record's key
   * @return the command
   */
  public static BatchRead of(Key key) {
    return new BatchRead(key, null, List.of(), null);
  }

  /**
   * Reads some bins of a record.
   *
   * @param key the record's key
   * @param bins names of bins; none to ask only whether there is a record
   * @return the command
   * @throws InvalidArgumentException when a name cannot be that of a bin
   */
  public static BatchRead of(Key key, String... bins) {
    return of(key, List.of(bins));
  }

  /**
   * Reads some bins of a record.
   *
   * @param key the record's key
   * @param bins names of bins; none to ask only whether there is a record
   * @return the command
   * @throws InvalidArgumentException when a name cannot be that of a bin
   */
  public static BatchRead of(Key key, List<String> bins) {
    bins.forEach(BinNames::check);
    return new BatchRead(key, List.copyOf(bins), List.of(), null);
  }

  /**
   * Reads a record by operations.
   *
   * @param key the record's key
   * @param operations one or more, none of which writes
   * @return the command
   * @throws InvalidArgumentException when there is no operation, or one that writes
   */
  public static BatchRead operate(Key key, Operation... operations) {
    return operate(key, List.of(operations));
  }

  /**
   * Reads a record by operations.
   *
   * @param key the record's key
   * @param operations one or more, none of which writes
   * @return the command
   * @throws InvalidArgumentException when there is no operation, or one that writes
   */
  public static BatchRead operate(Key key, List<Operation> operations) {
    if (operations.isEmpty()) {
      throw new InvalidArgumentException("a batch read by operations has none");
    }
    for (int i = 0; i < operations.size(); i++) {
      if (operations.get(i).kind() == Operation.Kind.WRITE) {
        throw new InvalidArgumentException(
            "operation "
                + i
                + " of a batch read writes; use BatchWrite.operate or batchOperate for that");
      }
    }
    return new BatchRead(key, null, List.copyOf(operations), null);
  }

  /**
   * Returns this command with a policy of its own.
   *
   * @param policy its read mode, filter and read-touch percentage count, in place of the batch's;
   *     times, retries and replica are the batch's
   * @return the command
   */
  public BatchRead withPolicy(ReadPolicy policy) {
    return new BatchRead(key(), bins, operations, policy);
  }

  /** {@return the bins to read, none for existence only; null for all, or when operations read} */
  public @Nullable List<String> bins() {
    return bins;
  }

  /** {@return the operations that read, or none} */
  public List<Operation> operations() {
    return operations;
  }

  /** {@return the policy of its own, or null} */
  public @Nullable ReadPolicy policy() {
    return policy;
  }
}
