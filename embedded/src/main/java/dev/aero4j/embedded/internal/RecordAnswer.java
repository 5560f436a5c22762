package dev.aero4j.embedded.internal;

import dev.aero4j.embedded.internal.collection.StoredForm;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.message.BinOperation;
import dev.aero4j.wire.message.MessageHeader;
import dev.aero4j.wire.message.OperationType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the message that answers a command on one record. */
final class RecordAnswer {
  /**
   * One operation's part of an answer.
   *
   * @param operation number of the operation answered
   * @param bin the value, or null for none
   */
  record Result(int operation, String name, @Nullable Bin bin) {}

  private RecordAnswer() {}

  /** Writes a message without bins. */
  static void writeCode(
      WireWriter out, int resultCode, int generation, int voidTime, int batchIndex) {
    writeHeader(out, resultCode, generation, voidTime, batchIndex, 0);
  }

  /** Says that the client's time is over, and returns that code. */
  static int timeout(RecordRequest request, WireWriter out) {
    writeCode(out, ResultCode.TIMEOUT, 0, 0, request.batchIndex());
    return ResultCode.TIMEOUT;
  }

  /** Writes bins as results of reading them. */
  static void writeBins(
      WireWriter out, int generation, int voidTime, int batchIndex, List<Bin> bins) {
    writeHeader(out, 0, generation, voidTime, batchIndex, bins.size());
    for (int i = 0; i < bins.size(); i++) {
      writeBin(out, OperationType.READ, bins.get(i));
    }
  }

  /** Writes the results of operations. */
  static void writeResults(
      WireWriter out, int generation, int voidTime, int batchIndex, List<Result> results) {
    writeHeader(out, 0, generation, voidTime, batchIndex, results.size());
    for (int i = 0; i < results.size(); i++) {
      Result result = results.get(i);
      Bin bin = result.bin();
      if (bin == null) {
        BinOperation.writeEmpty(out, result.operation(), result.name());
      } else {
        writeBin(out, result.operation(), bin);
      }
    }
  }

  private static void writeBin(WireWriter out, int operation, Bin bin) {
    byte[] value = StoredForm.asSeen(bin.type(), bin.value());
    BinOperation.write(out, operation, bin.type(), bin.name(), value, 0, value.length);
  }

  private static void writeHeader(
      WireWriter out,
      int resultCode,
      int generation,
      int voidTime,
      int batchIndex,
      int operationCount) {
    new MessageHeader(0, 0, 0, 0, resultCode, generation, voidTime, batchIndex, 0, operationCount)
        .write(out);
  }
}
