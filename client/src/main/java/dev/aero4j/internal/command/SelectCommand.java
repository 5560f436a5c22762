package dev.aero4j.internal.command;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.Key;
import dev.aero4j.Record;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.message.BinOperation;
import dev.aero4j.wire.message.OperationType;
import java.util.List;

/** Reads a record with some of its bins. */
public final class SelectCommand extends ReadCommand<Record> {
  private final List<String> bins;

  public SelectCommand(Key key, List<String> bins, ReadPolicy policy) {
    super("SELECT", key, policy, compressBit(policy));
    if (bins.isEmpty()) {
      throw new InvalidArgumentException(
          "select without bin names; use get for all bins, exists for none");
    }
    bins.forEach(BinNames::check);
    this.bins = List.copyOf(bins);
  }

  @Override
  public int operationCount() {
    return bins.size();
  }

  @Override
  public void writeOperations(WireWriter writer) {
    for (String bin : bins) {
      BinOperation.writeEmpty(writer, OperationType.READ, bin);
    }
  }

  @Override
  public Record decode(RecordReply reply) {
    return Errors.check(this, reply).toRecord(key());
  }
}
