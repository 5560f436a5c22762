package dev.aero4j.embedded.internal;

import dev.aero4j.embedded.internal.value.Particle;
import dev.aero4j.embedded.internal.value.RecordView;
import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.message.BinOperation;
import dev.aero4j.wire.message.MessageFlags;
import dev.aero4j.wire.message.OperationType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads metadata, all bins, or some bins of a record. */
final class ReadCommand {
  private ReadCommand() {}

  static int execute(
      RecordRequest request,
      Digest digest,
      NamespaceStore store,
      ServerClock clock,
      WireWriter out) {
    int now = clock.seconds();
    Partition partition = store.partition(digest);
    StoredRecord stored = partition.find(digest, now);
    if (stored == null) {
      RecordAnswer.writeCode(out, ResultCode.KEY_NOT_FOUND, 0, 0, request.batchIndex());
      return ResultCode.KEY_NOT_FOUND;
    }
    int start = out.position();
    try {
      CommonChecks.setIfNamed(request, stored);
      if (!stored.isLive(now)) {
        throw Refusal.of(ResultCode.KEY_NOT_FOUND);
      }
      boolean touch = ReadTouch.isDue(request.header().expiration(), stored, store.options(), now);
      long nowMillis = clock.millis();
      CommonChecks.filter(request, digest, stored, nowMillis);
      CommonChecks.key(request, stored);
      writeResult(request, digest, stored, nowMillis, out);
      if (touch) {
        ReadTouch.apply(partition, digest, stored, clock);
      }
      return ResultCode.OK;
    } catch (Refusal refusal) {
      out.truncate(start);
      RecordAnswer.writeCode(
          out, refusal.resultCode(), stored.generation(), stored.voidTime(), request.batchIndex());
      return refusal.resultCode();
    }
  }

  private static void writeResult(
      RecordRequest request, Digest digest, StoredRecord stored, long nowMillis, WireWriter out) {
    int generation = stored.generation();
    int voidTime = stored.voidTime();
    int index = request.batchIndex();
    if (request.info1(MessageFlags.INFO1_NO_BIN_DATA)) {
      RecordAnswer.writeCode(out, ResultCode.OK, generation, voidTime, index);
    } else if (request.info1(MessageFlags.INFO1_GET_ALL)) {
      RecordAnswer.writeBins(out, generation, voidTime, index, stored.bins());
    } else {
      CommonChecks.operationCount(request);
      RecordView record = EditedRecord.of(digest, stored, nowMillis);
      RecordAnswer.writeResults(
          out, generation, voidTime, index, readOperations(request, record, stored));
    }
  }

  private static List<RecordAnswer.Result> readOperations(
      RecordRequest request, RecordView record, StoredRecord stored) {
    boolean respondAll = request.info2(MessageFlags.INFO2_RESPOND_ALL_OPS);
    List<BinOperation> operations = request.operations();
    List<RecordAnswer.Result> results = new ArrayList<>(operations.size());
    for (int i = 0; i < operations.size(); i++) {
      BinOperation operation = operations.get(i);
      CommonChecks.binName(operation);
      if (operation.operation() != OperationType.READ) {
        Particle result = call(operation, record);
        if (result != null || respondAll) {
          results.add(
              new RecordAnswer.Result(
                  operation.operation(),
                  operation.bin(),
                  result == null ? null : Bin.of(operation.bin(), result)));
        }
        continue;
      }
      Bin bin = stored.bin(operation.bin());
      if (bin != null || respondAll) {
        results.add(new RecordAnswer.Result(OperationType.READ, operation.bin(), bin));
      }
    }
    return results;
  }

  private static @Nullable Particle call(BinOperation operation, RecordView record) {
    if (!OperationType.isRead(operation.operation())) {
      throw Refusal.of(ResultCode.PARAMETER_ERROR);
    }
    return BinCalls.apply(operation, record).result();
  }
}
