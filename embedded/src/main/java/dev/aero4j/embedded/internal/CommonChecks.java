package dev.aero4j.embedded.internal;

import dev.aero4j.embedded.internal.expression.Evaluator;
import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.expression.ExpNode;
import dev.aero4j.wire.message.BinOperation;
import dev.aero4j.wire.message.Field;
import dev.aero4j.wire.message.FieldType;
import dev.aero4j.wire.message.MessageFlags;
import dev.aero4j.wire.value.ParticleType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Checks that several commands share; each ends in a {@link Refusal} when it fails. */
final class CommonChecks {
  /** A bin's name has at most 15 bytes. */
  static final int MAX_BIN_NAME_BYTES = 15;

  /** A set's name has at most 63 bytes. */
  private static final int MAX_SET_NAME_BYTES = 63;

  /** A message has at most so many operations. */
  private static final int MAX_OPERATIONS = 32 * 1024;

  /** Type byte and 8 bytes. */
  private static final int INTEGER_KEY_SIZE = 9;

  private CommonChecks() {}

  /** Checks that there is at least one operation, and not too many. */
  static void operationCount(RecordRequest request) {
    int count = request.operations().size();
    if (count == 0 || count > MAX_OPERATIONS) {
      throw Refusal.of(ResultCode.PARAMETER_ERROR);
    }
  }

  static void binName(BinOperation operation) {
    String name = operation.bin();
    // A character has at most three bytes per char, so short names need not be encoded.
    boolean tooLong =
        name.length() * 3 > MAX_BIN_NAME_BYTES
            && name.getBytes(StandardCharsets.UTF_8).length > MAX_BIN_NAME_BYTES;
    if (tooLong || name.indexOf('\0') >= 0) {
      throw Refusal.of(ResultCode.BIN_NAME_INVALID);
    }
  }

  static void newSetName(String set) {
    if (set.length() * 3 > MAX_SET_NAME_BYTES
        && set.getBytes(StandardCharsets.UTF_8).length > MAX_SET_NAME_BYTES) {
      throw Refusal.of(ResultCode.PARAMETER_ERROR);
    }
  }

  /** A read or delete may leave the set out, but not name another one. */
  static void setIfNamed(RecordRequest request, StoredRecord stored) {
    String set = request.set();
    if (!set.isEmpty() && !set.equals(stored.set())) {
      throw Refusal.of(ResultCode.PARAMETER_ERROR);
    }
  }

  /** A key that is sent must be the one that is stored, if one is. */
  static void key(RecordRequest request, StoredRecord stored) {
    Field key = request.field(FieldType.KEY);
    byte[] storedKey = stored.key();
    if (key != null
        && storedKey != null
        && !Arrays.equals(
            key.array(),
            key.offset(),
            key.offset() + key.length(),
            storedKey,
            0,
            storedKey.length)) {
      throw Refusal.of(ResultCode.KEY_MISMATCH);
    }
  }

  /**
   * The filter, if any, must be true of the record; unknown is not enough. A record that is not
   * there is not filtered, and its filter not even looked at.
   */
  static void filter(RecordRequest request, Digest digest, StoredRecord stored, long nowMillis) {
    ExpNode filter = request.filter();
    if (filter == null) {
      return;
    }
    Evaluator evaluator = new Evaluator(EditedRecord.of(digest, stored, nowMillis));
    if (!Boolean.TRUE.equals(evaluator.evaluate(filter))) {
      throw Refusal.of(ResultCode.FILTERED_OUT);
    }
  }

  /** A key that is to be stored must at least look like one. */
  static void newKey(Field key) {
    if (key.length() == 0
        || (key.array()[key.offset()] == ParticleType.INTEGER
            && key.length() != INTEGER_KEY_SIZE)) {
      throw Refusal.of(ResultCode.UNSUPPORTED_FEATURE);
    }
  }

  /** Checks the generation that a write expects; a record that does not exist has generation 0. */
  static void generation(RecordRequest request, int generation) {
    int expected = request.header().generation();
    boolean refused;
    if (request.info2(MessageFlags.INFO2_GENERATION)) {
      refused = expected != generation;
    } else {
      refused =
          request.info2(MessageFlags.INFO2_GENERATION_GT)
              && Integer.compareUnsigned(expected, generation) <= 0;
    }
    if (refused) {
      throw Refusal.of(ResultCode.GENERATION_MISMATCH);
    }
  }
}
