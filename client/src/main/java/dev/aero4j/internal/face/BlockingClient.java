package dev.aero4j.internal.face;

import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.ClientConfig;
import dev.aero4j.ExistsResult;
import dev.aero4j.InfoNodeResult;
import dev.aero4j.Key;
import dev.aero4j.OperateOrderedResult;
import dev.aero4j.Record;
import dev.aero4j.internal.command.Commands;
import dev.aero4j.internal.execute.ClientCore;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.InfoPolicy;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.policy.WriteOption;
import java.util.List;
import java.util.Map;

/** The blocking face: each method makes a command and waits for it. */
public final class BlockingClient implements Client {
  private final ClientCore core;
  private final Commands commands;
  private final InfoPolicy infoPolicy;

  public BlockingClient(ClientConfig config, ClientCore core) {
    this.core = core;
    this.commands = new Commands(config);
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
  public void close() {
    core.close();
  }
}
