package dev.aero4j.batch;

import dev.aero4j.AerospikeException;
import dev.aero4j.Key;
import dev.aero4j.Record;
import dev.aero4j.internal.command.Errors;
import dev.aero4j.model.ResultCode;
import org.jspecify.annotations.Nullable;

/**
 * What became of one record of a batch. Exactly one of three things is true of it: it was {@link
 * #found} (read, written, removed), it is {@link #missing}, or it has {@link #failed}.
 */
public final class BatchRecord {
  /** The bin in which a server answers what a UDF returned. */
  private static final String UDF_RESULT = "SUCCESS";

  private final Key key;
  private final int resultCode;
  private final @Nullable Record record;
  private final boolean inDoubt;
  private final @Nullable String node;
  private final int attempts;
  private final @Nullable String message;

  /**
   * Makes a result, for a test double, say.
   *
   * @param key the key that was asked for
   * @param resultCode one of {@link ResultCode}
   * @param record what was read; null unless the code is OK
   * @param inDoubt whether a write may have been applied although the code is not OK
   * @param node the node that answered or failed it; null when the code is OK or none was asked
   * @param attempts how often it was tried, as {@link AerospikeException#attempts} counts
   * @param message what happened in words, or null for the words of the code
   */
  public BatchRecord(
      Key key,
      int resultCode,
      @Nullable Record record,
      boolean inDoubt,
      @Nullable String node,
      int attempts,
      @Nullable String message) {
    this.key = key;
    this.resultCode = resultCode;
    this.record = record;
    this.inDoubt = inDoubt;
    this.node = node;
    this.attempts = attempts;
    this.message = message;
  }

  /** {@return the key that was asked for, the very object} */
  public Key key() {
    return key;
  }

  /** {@return one of {@link ResultCode}; negative when no server answered} */
  public int resultCode() {
    return resultCode;
  }

  /** {@return what was read, or the header of what was written; null unless {@link #found}} */
  public @Nullable Record record() {
    return found() ? record : null;
  }

  /** {@return whether the command was done: the code is OK} */
  public boolean found() {
    return resultCode == ResultCode.OK;
  }

  /** {@return whether there is no such record: the code is KEY_NOT_FOUND} */
  public boolean missing() {
    return resultCode == ResultCode.KEY_NOT_FOUND;
  }

  /** {@return whether the code is any other} */
  public boolean failed() {
    return !found() && !missing();
  }

  /** {@return whether a write may have been applied although it is not reported as done} */
  public boolean inDoubt() {
    return inDoubt;
  }

  /**
   * {@return the name of the node that says so, or that failed to answer} Null when it was done and
   * when no node was asked.
   */
  public @Nullable String node() {
    return node;
  }

  /** {@return the exception that a single command would have thrown, or null when it was done} */
  public @Nullable AerospikeException exception() {
    if (found()) {
      return null;
    }
    String subject = "batch " + key + (message == null ? "" : ": " + message);
    AerospikeException exception =
        message == null ? Errors.map(resultCode, subject) : Errors.of(resultCode, subject);
    return Errors.withContext(exception, node, attempts, inDoubt);
  }

  /**
   * Returns the record.
   *
   * @return what was read
   * @throws AerospikeException the {@link #exception} when it was not done
   */
  public Record orThrow() {
    Record done = record();
    if (done != null) {
      return done;
    }
    AerospikeException exception = exception();
    throw exception != null
        ? exception
        : new IllegalStateException("the result of " + key + " is OK and has no record");
  }

  /**
   * Returns what a UDF returned.
   *
   * @return its result, or null for nil
   * @throws AerospikeException the {@link #exception} when it was not done
   */
  public @Nullable Object udfResult() {
    return orThrow().get(UDF_RESULT);
  }

  @Override
  public String toString() {
    return key + ": " + ResultCode.name(resultCode) + (inDoubt ? " (in doubt)" : "");
  }
}
