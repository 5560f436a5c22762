package dev.aero4j.internal.batch;

import dev.aero4j.internal.command.Details;
import dev.aero4j.internal.command.RecordCommand;
import dev.aero4j.internal.command.RecordEncoder;
import dev.aero4j.policy.ReadModeSc;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.digest.Digests;
import dev.aero4j.wire.message.BatchRow;
import java.util.List;

/** A command of its own for each row. */
public final class CommandRows extends Rows {
  private static final int NONE = -1;

  private final List<RecordCommand<?>> commands;
  private final int maxReadRetries;

  /** Where the last row that was written whole in this message begins, or {@link #NONE}. */
  private int last = NONE;

  private int lastEnd;

  /**
   * @param maxReadRetries of the batch's policy
   */
  public CommandRows(List<RecordCommand<?>> commands, int maxReadRetries) {
    this.commands = commands;
    this.maxReadRetries = maxReadRetries;
  }

  @Override
  public int size() {
    return commands.size();
  }

  @Override
  public String namespace(int row) {
    return commands.get(row).key().namespace();
  }

  @Override
  public int partition(int row) {
    return Digests.partitionId(commands.get(row).digest());
  }

  @Override
  public boolean isWrite(int row) {
    return commands.get(row).isWrite();
  }

  @Override
  public int maxRetries(int row) {
    RecordCommand<?> command = commands.get(row);
    return command.isWrite() ? command.policy().maxRetries() : maxReadRetries;
  }

  @Override
  public ReadModeSc readModeSc(int row) {
    return commands.get(row).policy().readModeSc();
  }

  @Override
  public boolean fitsOldBatch(int row) {
    return commands.get(row).fitsOldRow();
  }

  @Override
  public boolean travelsAlone(int row) {
    return !commands.get(row).fitsRow();
  }

  @Override
  public String details(int row, int resultCode) {
    return Details.of(resultCode, commands.get(row));
  }

  @Override
  public void beginMessage() {
    last = NONE;
  }

  @Override
  public void write(WireWriter writer, int row, int index) {
    RecordCommand<?> command = commands.get(row);
    int start = writer.position();
    if (!RecordEncoder.writeRow(writer, command, index)) {
      last = NONE;
    } else if (last == NONE || !BatchRow.repeatIfEqual(writer, start, last, lastEnd)) {
      last = start;
      lastEnd = writer.position();
    }
  }

  @Override
  public void writeAlone(WireWriter writer, int row, int serverTimeoutMillis) {
    RecordEncoder.writeSingle(writer, commands.get(row), serverTimeoutMillis);
  }
}
