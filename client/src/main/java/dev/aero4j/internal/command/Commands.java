package dev.aero4j.internal.command;

import dev.aero4j.Bins;
import dev.aero4j.ClientConfig;
import dev.aero4j.ExistsResult;
import dev.aero4j.InvalidArgumentException;
import dev.aero4j.Key;
import dev.aero4j.OperateOrderedResult;
import dev.aero4j.Record;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.policy.WriteMeta;
import dev.aero4j.policy.WriteOption;
import dev.aero4j.policy.WritePolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the commands that both faces run, with the configuration's policies where none is given.
 */
public final class Commands {
  private final ReadPolicy readPolicy;
  private final WritePolicy writePolicy;
  // An operate that only reads is repeated, and timed, as a read is.
  private final WritePolicy readingOperatePolicy;

  public Commands(ClientConfig config) {
    this.readPolicy = config.readPolicy();
    this.writePolicy = config.writePolicy();
    this.readingOperatePolicy = WritePolicy.forReads(readPolicy);
  }

  public RecordCommand<Void> put(Key key, Bins bins, WriteOption... options) {
    return new PutCommand(key, bins, resolve(writePolicy, options));
  }

  public RecordCommand<Record> get(Key key) {
    return new GetCommand(key, readPolicy);
  }

  public RecordCommand<Record> get(Key key, ReadPolicy policy) {
    return new GetCommand(key, policy);
  }

  public RecordCommand<Record> select(Key key, List<String> bins) {
    return new SelectCommand(key, bins, readPolicy);
  }

  public RecordCommand<Record> select(Key key, List<String> bins, ReadPolicy policy) {
    return new SelectCommand(key, bins, policy);
  }

  public RecordCommand<ExistsResult> exists(Key key) {
    return new ExistsCommand(key, readPolicy);
  }

  public RecordCommand<ExistsResult> exists(Key key, ReadPolicy policy) {
    return new ExistsCommand(key, policy);
  }

  public RecordCommand<Void> remove(Key key, WriteOption... options) {
    return new RemoveCommand(key, resolve(writePolicy, options));
  }

  public RecordCommand<Void> touch(Key key, WriteOption... options) {
    return new TouchCommand(key, resolve(writePolicy, options));
  }

  public RecordCommand<Void> touch(Key key, long ttlSeconds, WriteOption... options) {
    WritePolicy policy = resolve(writePolicy, options);
    return new TouchCommand(key, policy.toBuilder().ttl(ttlSeconds).build());
  }

  public RecordCommand<Void> append(Key key, String bin, Object value, WriteOption... options) {
    return ModifyBinCommand.append(key, bin, value, resolve(writePolicy, options));
  }

  public RecordCommand<Void> prepend(Key key, String bin, Object value, WriteOption... options) {
    return ModifyBinCommand.prepend(key, bin, value, resolve(writePolicy, options));
  }

  public RecordCommand<Void> increment(Key key, String bin, Number delta, WriteOption... options) {
    return ModifyBinCommand.increment(key, bin, delta, resolve(writePolicy, options));
  }

  public RecordCommand<Void> removeBin(Key key, List<String> names, WriteOption... options) {
    Bins.Builder bins = Bins.builder();
    names.forEach(name -> bins.put(name, null));
    return new PutCommand("REMOVE_BIN", key, bins.build(), resolve(writePolicy, options));
  }

  public RecordCommand<Record> operate(
      Key key, List<Operation> operations, WriteOption... options) {
    return new OperateRecordCommand(key, operations, operatePolicy(operations, options));
  }

  public RecordCommand<OperateOrderedResult> operateOrdered(
      Key key, List<Operation> operations, WriteOption... options) {
    return new OperateOrderedCommand(key, operations, operatePolicy(operations, options));
  }

  private WritePolicy operatePolicy(List<Operation> operations, WriteOption... options) {
    return resolve(writes(operations) ? writePolicy : readingOperatePolicy, options);
  }

  /** Returns whether any of the operations writes. */
  public static boolean writes(List<Operation> operations) {
    return operations.stream().anyMatch(op -> op.kind() == Operation.Kind.WRITE);
  }

  /** Returns the policy given, or the default one, with the meta given put over it. */
  public static WritePolicy resolve(WritePolicy standard, WriteOption... options) {
    if (options.length == 0) {
      return standard;
    }
    WritePolicy given = null;
    WriteMeta meta = null;
    for (WriteOption option : options) {
      if (option instanceof WritePolicy policy) {
        given = onlyOne(given, policy);
      } else if (option instanceof WriteMeta more) {
        meta = onlyOne(meta, more);
      } else {
        throw new InvalidArgumentException("a write option is null");
      }
    }
    WritePolicy policy = given == null ? standard : given;
    return meta == null ? policy : meta.applyTo(policy);
  }

  private static <O extends WriteOption> O onlyOne(@Nullable O before, O option) {
    if (before != null) {
      throw new InvalidArgumentException(
          "two write options of the same kind: " + before + " and " + option);
    }
    return option;
  }
}
