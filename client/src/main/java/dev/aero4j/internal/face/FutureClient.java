package dev.aero4j.internal.face;

import dev.aero4j.AerospikeException;
import dev.aero4j.AsyncClient;
import dev.aero4j.Bins;
import dev.aero4j.ClientConfig;
import dev.aero4j.ExistsResult;
import dev.aero4j.InfoNodeResult;
import dev.aero4j.Key;
import dev.aero4j.OperateOrderedResult;
import dev.aero4j.Record;
import dev.aero4j.batch.BatchCommand;
import dev.aero4j.batch.BatchRecords;
import dev.aero4j.batch.BatchWrite;
import dev.aero4j.batch.ColumnWriteResult;
import dev.aero4j.columns.Column;
import dev.aero4j.columns.ColumnBatch;
import dev.aero4j.columns.Schema;
import dev.aero4j.internal.batch.BatchTask;
import dev.aero4j.internal.batch.BatchTasks;
import dev.aero4j.internal.command.Commands;
import dev.aero4j.internal.command.RecordCommand;
import dev.aero4j.internal.execute.ClientCore;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.BatchPolicy;
import dev.aero4j.policy.InfoPolicy;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.policy.WriteOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The asynchronous face: each method makes a command and starts it. */
public final class FutureClient implements AsyncClient {
  private final ClientCore core;
  private final Commands commands;
  private final BatchTasks tasks;
  private final InfoPolicy infoPolicy;

  public FutureClient(ClientConfig config, ClientCore core) {
    this.core = core;
    this.commands = new Commands(config);
    this.tasks = new BatchTasks(config);
    this.infoPolicy = config.infoPolicy();
  }

  @Override
  public CompletableFuture<AsyncClient> connect() {
    CompletableFuture<AsyncClient> connected = new CompletableFuture<>();
    Thread.startVirtualThread(
        () -> {
          try {
            core.connect();
            connected.complete(this);
          } catch (RuntimeException | Error e) {
            connected.completeExceptionally(e);
          }
        });
    return connected;
  }

  @Override
  public boolean isConnected() {
    return core.isConnected();
  }

  @Override
  public CompletableFuture<Boolean> ping() {
    return core.ping(infoPolicy);
  }

  @Override
  public List<String> getNodeNames() {
    return core.nodeNames();
  }

  @Override
  public CompletableFuture<List<InfoNodeResult>> infoAll(String command) {
    return core.infoAll(command, infoPolicy);
  }

  @Override
  public CompletableFuture<List<InfoNodeResult>> infoAll(String command, InfoPolicy policy) {
    return core.infoAll(command, policy);
  }

  @Override
  public CompletableFuture<String> infoRandomNode(String command) {
    return core.infoRandomNode(command, infoPolicy);
  }

  @Override
  public CompletableFuture<String> infoRandomNode(String command, InfoPolicy policy) {
    return core.infoRandomNode(command, policy);
  }

  @Override
  public CompletableFuture<Void> put(Key key, Bins bins, WriteOption... options) {
    return submit(() -> commands.put(key, bins, options));
  }

  @Override
  public CompletableFuture<Void> put(Key key, Map<String, ?> bins, WriteOption... options) {
    return submit(() -> commands.put(key, Bins.from(bins), options));
  }

  @Override
  public CompletableFuture<Record> get(Key key) {
    return submit(() -> commands.get(key));
  }

  @Override
  public CompletableFuture<Record> get(Key key, ReadPolicy policy) {
    return submit(() -> commands.get(key, policy));
  }

  @Override
  public CompletableFuture<Record> select(Key key, String... bins) {
    return submit(() -> commands.select(key, List.of(bins)));
  }

  @Override
  public CompletableFuture<Record> select(Key key, List<String> bins, ReadPolicy policy) {
    return submit(() -> commands.select(key, bins, policy));
  }

  @Override
  public CompletableFuture<ExistsResult> exists(Key key) {
    return submit(() -> commands.exists(key));
  }

  @Override
  public CompletableFuture<ExistsResult> exists(Key key, ReadPolicy policy) {
    return submit(() -> commands.exists(key, policy));
  }

  @Override
  public CompletableFuture<Void> remove(Key key, WriteOption... options) {
    return submit(() -> commands.remove(key, options));
  }

  @Override
  public CompletableFuture<Void> touch(Key key, WriteOption... options) {
    return submit(() -> commands.touch(key, options));
  }

  @Override
  public CompletableFuture<Void> touch(Key key, long ttlSeconds, WriteOption... options) {
    return submit(() -> commands.touch(key, ttlSeconds, options));
  }

  @Override
  public CompletableFuture<Void> append(Key key, String bin, String text, WriteOption... options) {
    return submit(() -> commands.append(key, bin, text, options));
  }

  @Override
  public CompletableFuture<Void> append(Key key, String bin, byte[] bytes, WriteOption... options) {
    return submit(() -> commands.append(key, bin, bytes, options));
  }

  @Override
  public CompletableFuture<Void> prepend(Key key, String bin, String text, WriteOption... options) {
    return submit(() -> commands.prepend(key, bin, text, options));
  }

  @Override
  public CompletableFuture<Void> prepend(
      Key key, String bin, byte[] bytes, WriteOption... options) {
    return submit(() -> commands.prepend(key, bin, bytes, options));
  }

  @Override
  public CompletableFuture<Void> increment(
      Key key, String bin, long delta, WriteOption... options) {
    return submit(() -> commands.increment(key, bin, delta, options));
  }

  @Override
  public CompletableFuture<Void> increment(
      Key key, String bin, double delta, WriteOption... options) {
    return submit(() -> commands.increment(key, bin, delta, options));
  }

  @Override
  public CompletableFuture<Void> removeBin(Key key, String... bins) {
    return submit(() -> commands.removeBin(key, List.of(bins)));
  }

  @Override
  public CompletableFuture<Void> removeBin(Key key, List<String> bins, WriteOption... options) {
    return submit(() -> commands.removeBin(key, bins, options));
  }

  @Override
  public CompletableFuture<Record> operate(Key key, Operation... operations) {
    return submit(() -> commands.operate(key, List.of(operations)));
  }

  @Override
  public CompletableFuture<Record> operate(
      Key key, List<Operation> operations, WriteOption... options) {
    return submit(() -> commands.operate(key, operations, options));
  }

  @Override
  public CompletableFuture<OperateOrderedResult> operateOrdered(Key key, Operation... operations) {
    return submit(() -> commands.operateOrdered(key, List.of(operations)));
  }

  @Override
  public CompletableFuture<OperateOrderedResult> operateOrdered(
      Key key, List<Operation> operations, WriteOption... options) {
    return submit(() -> commands.operateOrdered(key, operations, options));
  }

  @Override
  public CompletableFuture<BatchRecords> batchRead(List<Key> keys) {
    return submitBatch(() -> tasks.read(keys, tasks.policy()));
  }

  @Override
  public CompletableFuture<BatchRecords> batchRead(List<Key> keys, BatchPolicy policy) {
    return submitBatch(() -> tasks.read(keys, policy));
  }

  @Override
  public CompletableFuture<BatchRecords> batchRead(List<Key> keys, String... bins) {
    return submitBatch(() -> tasks.read(keys, List.of(bins), tasks.policy()));
  }

  @Override
  public CompletableFuture<BatchRecords> batchRead(
      List<Key> keys, List<String> bins, BatchPolicy policy) {
    return submitBatch(() -> tasks.read(keys, bins, policy));
  }

  @Override
  public CompletableFuture<BatchRecords> batchRead(List<Key> keys, Operation... operations) {
    return submitBatch(() -> tasks.read(keys, tasks.policy(), operations));
  }

  @Override
  public CompletableFuture<BatchRecords> batchRead(
      List<Key> keys, BatchPolicy policy, Operation... operations) {
    return submitBatch(() -> tasks.read(keys, policy, operations));
  }

  @Override
  public CompletableFuture<ColumnBatch> batchRead(List<Key> keys, Schema schema) {
    return submitBatch(() -> tasks.read(keys, schema, tasks.policy()));
  }

  @Override
  public CompletableFuture<ColumnBatch> batchRead(
      List<Key> keys, Schema schema, BatchPolicy policy) {
    return submitBatch(() -> tasks.read(keys, schema, policy));
  }

  @Override
  public CompletableFuture<BatchRecords> batchOperate(List<Key> keys, Operation... operations) {
    return submitBatch(() -> tasks.operate(keys, List.of(operations), tasks.policy()));
  }

  @Override
  public CompletableFuture<BatchRecords> batchOperate(
      List<Key> keys, List<Operation> operations, BatchPolicy policy, WriteOption... options) {
    return submitBatch(() -> tasks.operate(keys, operations, policy, options));
  }

  @Override
  public CompletableFuture<BatchRecords> batchRemove(List<Key> keys, WriteOption... options) {
    return submitBatch(() -> tasks.remove(keys, tasks.policy(), options));
  }

  @Override
  public CompletableFuture<BatchRecords> batchRemove(
      List<Key> keys, BatchPolicy policy, WriteOption... options) {
    return submitBatch(() -> tasks.remove(keys, policy, options));
  }

  @Override
  public CompletableFuture<BatchRecords> batchWrite(List<BatchWrite> writes) {
    return submitBatch(() -> tasks.batch("batchWrite", writes, tasks.policy()));
  }

  @Override
  public CompletableFuture<BatchRecords> batchWrite(List<BatchWrite> writes, BatchPolicy policy) {
    return submitBatch(() -> tasks.batch("batchWrite", writes, policy));
  }

  @Override
  public CompletableFuture<ColumnWriteResult> batchWrite(
      ColumnBatch rows, String namespace, String set) {
    return batchWrite(rows, namespace, set, Column.KEY);
  }

  @Override
  public CompletableFuture<ColumnWriteResult> batchWrite(
      ColumnBatch rows, String namespace, String set, String keyColumn) {
    return batchWrite(rows, namespace, set, keyColumn, tasks.policy());
  }

  @Override
  public CompletableFuture<ColumnWriteResult> batchWrite(
      ColumnBatch rows,
      String namespace,
      String set,
      String keyColumn,
      BatchPolicy policy,
      WriteOption... options) {
    return submitBatch(() -> tasks.write(rows, namespace, set, keyColumn, policy, options));
  }

  @Override
  public CompletableFuture<BatchRecords> batchApply(
      List<Key> keys, String module, String function, Object... arguments) {
    return submitBatch(
        () -> tasks.apply(keys, module, function, Arrays.asList(arguments), tasks.policy()));
  }

  @Override
  public CompletableFuture<BatchRecords> batchApply(
      List<Key> keys,
      String module,
      String function,
      List<?> arguments,
      BatchPolicy policy,
      WriteOption... options) {
    return submitBatch(() -> tasks.apply(keys, module, function, arguments, policy, options));
  }

  @Override
  public CompletableFuture<BatchRecords> batch(List<? extends BatchCommand> commands) {
    return submitBatch(() -> tasks.batch("batch", commands, tasks.policy()));
  }

  @Override
  public CompletableFuture<BatchRecords> batch(
      List<? extends BatchCommand> commands, BatchPolicy policy) {
    return submitBatch(() -> tasks.batch("batch", commands, policy));
  }

  @Override
  public void close() {
    core.close();
  }

  /** Starts a command; an argument that no command can be made of fails the future, too. */
  private <T> CompletableFuture<T> submit(Supplier<RecordCommand<T>> command) {
    try {
      return core.submit(command.get());
    } catch (AerospikeException | NullPointerException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** As {@link #submit}, for batches. */
  private <T> CompletableFuture<T> submitBatch(Supplier<BatchTask<T>> task) {
    try {
      return core.submit(task.get());
    } catch (AerospikeException | NullPointerException e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
