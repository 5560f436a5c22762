package dev.aero4j.internal.batch;

import dev.aero4j.ClientConfig;
import dev.aero4j.InvalidArgumentException;
import dev.aero4j.Key;
import dev.aero4j.batch.BatchApply;
import dev.aero4j.batch.BatchCommand;
import dev.aero4j.batch.BatchRead;
import dev.aero4j.batch.BatchRecords;
import dev.aero4j.batch.ColumnWriteResult;
import dev.aero4j.columns.ColumnBatch;
import dev.aero4j.columns.Schema;
import dev.aero4j.internal.command.RecordCommand;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.BatchPolicy;
import dev.aero4j.policy.WriteOption;
import dev.aero4j.policy.WritePolicy;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Makes the batches that both faces run, with the configuration's policies where none is given. */
public final class BatchTasks {
  private final BatchPolicy policy;
  private final WritePolicy writePolicy;

  public BatchTasks(ClientConfig config) {
    this.policy = config.batchPolicy();
    this.writePolicy = config.writePolicy();
  }

  /** The policy of a batch that is given none. */
  public BatchPolicy policy() {
    return policy;
  }

  public BatchTask<BatchRecords> read(List<Key> keys, BatchPolicy policy) {
    return same("batchRead", keys, policy, RowCommands::get);
  }

  public BatchTask<BatchRecords> read(List<Key> keys, List<String> bins, BatchPolicy policy) {
    return same("batchRead", keys, policy, (rows, key) -> rows.select(key, bins));
  }

  public BatchTask<BatchRecords> read(List<Key> keys, BatchPolicy policy, Operation... operations) {
    return same(
        "batchRead",
        keys,
        policy,
        (rows, key) -> rows.operate(key, BatchRead.operate(key, operations).operations()));
  }

  public BatchTask<ColumnBatch> read(List<Key> keys, Schema schema, BatchPolicy policy) {
    return new ColumnRead(copyOf("batchRead", keys), schema, policy, rowCommands(policy));
  }

  public BatchTask<BatchRecords> operate(
      List<Key> keys, List<Operation> operations, BatchPolicy policy, WriteOption... options) {
    return same(
        "batchOperate", keys, policy, (rows, key) -> rows.operate(key, operations, options));
  }

  public BatchTask<BatchRecords> remove(
      List<Key> keys, BatchPolicy policy, WriteOption... options) {
    return same("batchRemove", keys, policy, (rows, key) -> rows.remove(key, options));
  }

  public BatchTask<BatchRecords> apply(
      List<Key> keys,
      String module,
      String function,
      List<?> arguments,
      BatchPolicy policy,
      WriteOption... options) {
    return same(
        "batchApply",
        keys,
        policy,
        (rows, key) -> rows.of(BatchApply.of(key, module, function, arguments, options)));
  }

  public BatchTask<BatchRecords> batch(
      String name, List<? extends BatchCommand> commands, BatchPolicy policy) {
    notNull(name, "commands", commands);
    Rows rows = rowCommands(policy).rows(commands);
    List<Key> keys = commands.stream().map(BatchCommand::key).toList();
    return new RecordBatch(name, keys, rows, policy);
  }

  public BatchTask<ColumnWriteResult> write(
      ColumnBatch columns,
      String namespace,
      String set,
      String keyColumn,
      BatchPolicy policy,
      WriteOption... options) {
    return new ColumnWrite(
        columns, namespace, set, keyColumn, policy, rowCommands(policy).writePolicy(options));
  }

  /** The same command for each key. */
  private BatchTask<BatchRecords> same(
      String name,
      List<Key> keys,
      BatchPolicy policy,
      BiFunction<RowCommands, Key, RecordCommand<?>> command) {
    Key[] copy = copyOf(name, keys);
    RowCommands rows = rowCommands(policy);
    if (copy.length == 0) {
      return new RecordBatch(name, List.of(), rows.rows(List.of()), policy);
    }
    return new RecordBatch(
        name, Arrays.asList(copy), rows.rows(copy, command.apply(rows, copy[0])), policy);
  }

  private RowCommands rowCommands(BatchPolicy policy) {
    return new RowCommands(policy, writePolicy);
  }

  private static Key[] copyOf(String name, List<Key> keys) {
    notNull(name, "keys", keys);
    Key[] copy = keys.toArray(new Key[0]);
    for (int i = 0; i < copy.length; i++) {
      if (copy[i] == null) {
        throw new InvalidArgumentException(name + ": key " + i + " of " + copy.length + " is null");
      }
    }
    return copy;
  }

  private static void notNull(String name, String what, @Nullable Object list) {
    if (list == null) {
      throw new InvalidArgumentException(name + ": the list of " + what + " is null");
    }
  }
}
