package dev.aero4j;

import dev.aero4j.model.ResultCode;
import org.jspecify.annotations.Nullable;

/**
 * What every call of this client throws, or completes its future with, when it fails. The subclass
 * tells the kind, {@link #resultCode()} the exact reason.
 *
 * <pre>
 * AerospikeException
 * ├─ ClientException: ColumnWriteException
 * ├─ ClusterException, ConnectionException, InvalidArgumentException,
 * │  AerospikeTimeoutException, BackpressureException
 * ├─ ServerException
 * │  ├─ IndexException: IndexNotFoundException, IndexFoundException
 * │  ├─ QueryException: QueryAbortedException
 * │  └─ AdminException, UdfException
 * └─ RecordException: RecordNotFoundException, RecordExistsException, RecordGenerationException,
 *    RecordTooBigException, BinNameException, BinExistsException, BinNotFoundException,
 *    BinTypeException, FilteredOutException, KeyBusyException
 * </pre>
 */
public class AerospikeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The reason, as {@link ResultCode} numbers it. */
  private final int resultCode;

  // These three are set once, by the client, before the exception is thrown or completes a future.

  /** The last node, or null. */
  private @Nullable String node;

  /** How many times the command was tried. */
  private int attempts;

  /** Whether a write may have been applied. */
  private boolean inDoubt;

  /**
   * Makes an exception, for a test double, say.
   *
   * @param resultCode one of {@link ResultCode}
   * @param message what went wrong, and with what
   * @param cause what led to it, or null
   */
  public AerospikeException(int resultCode, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.resultCode = resultCode;
  }

  /** Tells where and how the command failed; {@link #getMessage} appends it. */
  final void context(@Nullable String node, int attempts, boolean inDoubt) {
    this.node = node;
    this.attempts = attempts;
    this.inDoubt = inDoubt;
  }

  /**
   * {@return the reason as a number of {@link ResultCode}: what the server answered, or, below
   * zero, what the client found}
   */
  public final int resultCode() {
    return resultCode;
  }

  /**
   * {@return whether a write may have been applied although it failed: its bytes may have reached
   * the server, and no answer tells} Always false for reads and for errors that a server answered
   * with.
   */
  public final boolean inDoubt() {
    return inDoubt;
  }

  /** {@return the name of the node that the last attempt went to, or null if there was none} */
  public final @Nullable String node() {
    return node;
  }

  /** {@return how many times the command was tried, with attempts that were never sent} */
  public final int attempts() {
    return attempts;
  }

  /**
   * {@return the message, with the node, the number of attempts and whether the write is in doubt
   * where these are known}
   */
  @Override
  public String getMessage() {
    StringBuilder text = new StringBuilder(String.valueOf(super.getMessage()));
    String separator = " [";
    if (node != null) {
      text.append(separator).append("node ").append(node);
      separator = ", ";
    }
    if (attempts > 0) {
      text.append(separator).append(attempts).append(attempts == 1 ? " attempt" : " attempts");
      separator = ", ";
    }
    if (inDoubt) {
      text.append(separator).append("in doubt: the write may have been applied");
      separator = ", ";
    }
    return separator.equals(" [") ? text.toString() : text.append(']').toString();
  }
}
