package dev.aero4j.internal.batch;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.Key;
import dev.aero4j.batch.BatchApply;
import dev.aero4j.batch.BatchCommand;
import dev.aero4j.batch.BatchRead;
import dev.aero4j.batch.BatchRemove;
import dev.aero4j.batch.BatchWrite;
import dev.aero4j.expression.Expression;
import dev.aero4j.internal.command.ApplyCommand;
import dev.aero4j.internal.command.Commands;
import dev.aero4j.internal.command.ExistsCommand;
import dev.aero4j.internal.command.GetCommand;
import dev.aero4j.internal.command.OperateRecordCommand;
import dev.aero4j.internal.command.PutCommand;
import dev.aero4j.internal.command.RecordCommand;
import dev.aero4j.internal.command.RemoveCommand;
import dev.aero4j.internal.command.SelectCommand;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.BatchPolicy;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.policy.WriteOption;
import dev.aero4j.policy.WritePolicy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the command of each row. What a command says itself beats the batch's policy, which beats
 * the client's default.
 */
public final class RowCommands {
  private final BatchPolicy policy;
  private final ReadPolicy reads;
  private final WritePolicy writes;

  // Most rows that have a policy share it; owned by the thread that makes the commands.
  private @Nullable ReadPolicy lastOwn;
  private @Nullable ReadPolicy lastResolved;

  /**
   * @param defaultWrites the client's write policy
   */
  public RowCommands(BatchPolicy policy, WritePolicy defaultWrites) {
    this.policy = policy;
    this.reads = policy.forReads();
    WritePolicy own = policy.writePolicy();
    this.writes = own == null ? ofBatch(defaultWrites) : own;
  }

  /** The client's default, but for what the batch says itself. */
  private WritePolicy ofBatch(WritePolicy defaults) {
    Expression filter = policy.filterExpression();
    return filter == null ? defaults : defaults.toBuilder().filterExpression(filter).build();
  }

  /** Makes rows of commands of all kinds. */
  public Rows rows(List<? extends BatchCommand> commands) {
    List<RecordCommand<?>> rows = new ArrayList<>(commands.size());
    for (BatchCommand command : commands) {
      if (command == null) {
        throw new InvalidArgumentException(
            "command " + rows.size() + " of a batch of " + commands.size() + " is null");
      }
      rows.add(of(command));
    }
    return new CommandRows(rows, policy.maxRetries());
  }

  /** Makes rows that do the same to each key; the array is not copied. */
  public Rows rows(Key[] keys, RecordCommand<?> command) {
    return new KeyRows(keys, command, policy.maxRetries());
  }

  /** Makes the command of one row. */
  RecordCommand<?> of(BatchCommand command) {
    Key key = command.key();
    return switch (command) {
      case BatchRead read -> read(key, read);
      case BatchWrite write when write.bins() != null ->
          new PutCommand(key, write.bins(), writePolicy(options(write.options())));
      case BatchWrite write -> operate(key, write.operations(), options(write.options()));
      case BatchRemove remove -> remove(key, options(remove.options()));
      case BatchApply apply ->
          apply(key, apply.module(), apply.function(), apply.arguments(), options(apply.options()));
    };
  }

  private RecordCommand<?> read(Key key, BatchRead read) {
    ReadPolicy own = readPolicy(read.policy());
    List<String> bins = read.bins();
    if (!read.operations().isEmpty()) {
      return new OperateRecordCommand(key, read.operations(), WritePolicy.forReads(own));
    }
    return bins == null ? new GetCommand(key, own) : select(key, bins, own);
  }

  private static RecordCommand<?> select(Key key, List<String> bins, ReadPolicy policy) {
    return bins.isEmpty() ? new ExistsCommand(key, policy) : new SelectCommand(key, bins, policy);
  }

  /** Reads all bins. */
  public RecordCommand<?> get(Key key) {
    return new GetCommand(key, reads);
  }

  /** Reads some bins, or none to ask for existence. */
  public RecordCommand<?> select(Key key, List<String> bins) {
    return select(key, bins, reads);
  }

  public RecordCommand<?> operate(Key key, List<Operation> operations, WriteOption... options) {
    return new OperateRecordCommand(
        key,
        operations,
        Commands.writes(operations) || options.length > 0
            ? writePolicy(options)
            : WritePolicy.forReads(reads));
  }

  public RecordCommand<?> remove(Key key, WriteOption... options) {
    return new RemoveCommand(key, writePolicy(options));
  }

  private RecordCommand<?> apply(
      Key key, String module, String function, List<?> arguments, WriteOption... options) {
    return new ApplyCommand(key, module, function, arguments, writePolicy(options));
  }

  private static WriteOption[] options(List<WriteOption> options) {
    return options.toArray(new WriteOption[0]);
  }

  private ReadPolicy readPolicy(@Nullable ReadPolicy own) {
    if (own == null) {
      return reads;
    }
    ReadPolicy resolved = lastResolved;
    if (own != lastOwn || resolved == null) {
      ReadPolicy.Builder builder = own.toBuilder().compress(false);
      if (own.filterExpression() == null) {
        builder.filterExpression(policy.filterExpression());
      }
      resolved = builder.build();
      lastOwn = own;
      lastResolved = resolved;
    }
    return resolved;
  }

  /** The policy of rows that write. */
  public WritePolicy writePolicy(WriteOption... options) {
    WritePolicy own = Commands.resolve(writes, options);
    if (!own.compress() && (own.filterExpression() != null || policy.filterExpression() == null)) {
      return own;
    }
    WritePolicy.Builder builder = own.toBuilder().compress(false);
    if (own.filterExpression() == null) {
      builder.filterExpression(policy.filterExpression());
    }
    return builder.build();
  }
}
