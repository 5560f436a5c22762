package dev.aero4j.internal.face;

import dev.aero4j.Bins;
import dev.aero4j.Client;
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
import dev.aero4j.internal.batch.BatchTasks;
import dev.aero4j.internal.command.Commands;
import dev.aero4j.internal.execute.ClientCore;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.BatchPolicy;
import dev.aero4j.policy.InfoPolicy;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.policy.WriteOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The blocking face: each method makes a command and waits for it. */
public final class BlockingClient implements Client {
  private final ClientCore core;
  private final Commands commands;
  private final BatchTasks tasks;
  private final InfoPolicy infoPolicy;

  public BlockingClient(ClientConfig config, ClientCore core) {
    this.core = core;
    this.commands = new Commands(config);
    this.tasks = new BatchTasks(config);
    this.infoPolicy = config.infoPolicy();
  }

  @Override
  public Client connect() {
    core.connect();
    return this;
  }

  @Override
  public boolean isConnected() {
    return core.isConnected();
  }

  @Override
  public boolean ping() {
    return Waiting.on(core.ping(infoPolicy));
  }

  @Override
  public List<String> getNodeNames() {
    return core.nodeNames();
  }

  @Override
  public List<InfoNodeResult> infoAll(String command) {
    return Waiting.on(core.infoAll(command, infoPolicy));
  }

  @Override
  public List<InfoNodeResult> infoAll(String command, InfoPolicy policy) {
    return Waiting.on(core.infoAll(command, policy));
  }

  @Override
  public String infoRandomNode(String command) {
    return Waiting.on(core.infoRandomNode(command, infoPolicy));
  }

  @Override
  public String infoRandomNode(String command, InfoPolicy policy) {
    return Waiting.on(core.infoRandomNode(command, policy));
  }

  @Override
  public void put(Key key, Bins bins, WriteOption... options) {
    core.execute(commands.put(key, bins, options));
  }

  @Override
  public void put(Key key, Map<String, ?> bins, WriteOption... options) {
    core.execute(commands.put(key, Bins.from(bins), options));
  }

  @Override
  public Record get(Key key) {
    return core.execute(commands.get(key));
  }

  @Override
  public Record get(Key key, ReadPolicy policy) {
    return core.execute(commands.get(key, policy));
  }

  @Override
  public Record select(Key key, String... bins) {
    return core.execute(commands.select(key, List.of(bins)));
  }

  @Override
  public Record select(Key key, List<String> bins, ReadPolicy policy) {
    return core.execute(commands.select(key, bins, policy));
  }

  @Override
  public ExistsResult exists(Key key) {
    return core.execute(commands.exists(key));
  }

  @Override
  public ExistsResult exists(Key key, ReadPolicy policy) {
    return core.execute(commands.exists(key, policy));
  }

  @Override
  public void remove(Key key, WriteOption... options) {
    core.execute(commands.remove(key, options));
  }

  @Override
  public void touch(Key key, WriteOption... options) {
    core.execute(commands.touch(key, options));
  }

  @Override
  public void touch(Key key, long ttlSeconds, WriteOption... options) {
    core.execute(commands.touch(key, ttlSeconds, options));
  }

  @Override
  public void append(Key key, String bin, String text, WriteOption... options) {
    core.execute(commands.append(key, bin, text, options));
  }

  @Override
  public void append(Key key, String bin, byte[] bytes, WriteOption... options) {
    core.execute(commands.append(key, bin, bytes, options));
  }

  @Override
  public void prepend(Key key, String bin, String text, WriteOption... options) {
    core.execute(commands.prepend(key, bin, text, options));
  }

  @Override
  public void prepend(Key key, String bin, byte[] bytes, WriteOption... options) {
    core.execute(commands.prepend(key, bin, bytes, options));
  }

  @Override
  public void increment(Key key, String bin, long delta, WriteOption... options) {
    core.execute(commands.increment(key, bin, delta, options));
  }

  @Override
  public void increment(Key key, String bin, double delta, WriteOption... options) {
    core.execute(commands.increment(key, bin, delta, options));
  }

  @Override
  public void removeBin(Key key, String... bins) {
    core.execute(commands.removeBin(key, List.of(bins)));
  }

  @Override
  public void removeBin(Key key, List<String> bins, WriteOption... options) {
    core.execute(commands.removeBin(key, bins, options));
  }

  @Override
  public Record operate(Key key, Operation... operations) {
    return core.execute(commands.operate(key, List.of(operations)));
  }

  @Override
  public Record operate(Key key, List<Operation> operations, WriteOption... options) {
    return core.execute(commands.operate(key, operations, options));
  }

  @Override
  public OperateOrderedResult operateOrdered(Key key, Operation... operations) {
    return core.execute(commands.operateOrdered(key, List.of(operations)));
  }

  @Override
  public OperateOrderedResult operateOrdered(
      Key key, List<Operation> operations, WriteOption... options) {
    return core.execute(commands.operateOrdered(key, operations, options));
  }

  @Override
  public BatchRecords batchRead(List<Key> keys) {
    return core.execute(tasks.read(keys, tasks.policy()));
  }

  @Override
  public BatchRecords batchRead(List<Key> keys, BatchPolicy policy) {
    return core.execute(tasks.read(keys, policy));
  }

  @Override
  public BatchRecords batchRead(List<Key> keys, String... bins) {
    return core.execute(tasks.read(keys, List.of(bins), tasks.policy()));
  }

  @Override
  public BatchRecords batchRead(List<Key> keys, List<String> bins, BatchPolicy policy) {
    return core.execute(tasks.read(keys, bins, policy));
  }

  @Override
  public BatchRecords batchRead(List<Key> keys, Operation... operations) {
    return core.execute(tasks.read(keys, tasks.policy(), operations));
  }

  @Override
  public BatchRecords batchRead(List<Key> keys, BatchPolicy policy, Operation... operations) {
    return core.execute(tasks.read(keys, policy, operations));
  }

  @Override
  public ColumnBatch batchRead(List<Key> keys, Schema schema) {
    return core.execute(tasks.read(keys, schema, tasks.policy()));
  }

  @Override
  public ColumnBatch batchRead(List<Key> keys, Schema schema, BatchPolicy policy) {
    return core.execute(tasks.read(keys, schema, policy));
  }

  @Override
  public BatchRecords batchOperate(List<Key> keys, Operation... operations) {
    return core.execute(tasks.operate(keys, List.of(operations), tasks.policy()));
  }

  @Override
  public BatchRecords batchOperate(
      List<Key> keys, List<Operation> operations, BatchPolicy policy, WriteOption... options) {
    return core.execute(tasks.operate(keys, operations, policy, options));
  }

  @Override
  public BatchRecords batchRemove(List<Key> keys, WriteOption... options) {
    return core.execute(tasks.remove(keys, tasks.policy(), options));
  }

  @Override
  public BatchRecords batchRemove(List<Key> keys, BatchPolicy policy, WriteOption... options) {
    return core.execute(tasks.remove(keys, policy, options));
  }

  @Override
  public BatchRecords batchWrite(List<BatchWrite> writes) {
    return core.execute(tasks.batch("batchWrite", writes, tasks.policy()));
  }

  @Override
  public BatchRecords batchWrite(List<BatchWrite> writes, BatchPolicy policy) {
    return core.execute(tasks.batch("batchWrite", writes, policy));
  }

  @Override
  public ColumnWriteResult batchWrite(ColumnBatch rows, String namespace, String set) {
    return batchWrite(rows, namespace, set, Column.KEY);
  }

  @Override
  public ColumnWriteResult batchWrite(
      ColumnBatch rows, String namespace, String set, String keyColumn) {
    return batchWrite(rows, namespace, set, keyColumn, tasks.policy());
  }

  @Override
  public ColumnWriteResult batchWrite(
      ColumnBatch rows,
      String namespace,
      String set,
      String keyColumn,
      BatchPolicy policy,
      WriteOption... options) {
    return core.execute(tasks.write(rows, namespace, set, keyColumn, policy, options));
  }

  @Override
  public BatchRecords batchApply(
      List<Key> keys, String module, String function, Object... arguments) {
    return core.execute(
        tasks.apply(keys, module, function, Arrays.asList(arguments), tasks.policy()));
  }

  @Override
  public BatchRecords batchApply(
      List<Key> keys,
      String module,
      String function,
      List<?> arguments,
      BatchPolicy policy,
      WriteOption... options) {
    return core.execute(tasks.apply(keys, module, function, arguments, policy, options));
  }

  @Override
  public BatchRecords batch(List<? extends BatchCommand> commands) {
    return core.execute(tasks.batch("batch", commands, tasks.policy()));
  }

  @Override
  public BatchRecords batch(List<? extends BatchCommand> commands, BatchPolicy policy) {
    return core.execute(tasks.batch("batch", commands, policy));
  }

  @Override
  public void close() {
    core.close();
  }
}
