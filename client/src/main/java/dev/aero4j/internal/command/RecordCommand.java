package dev.aero4j.internal.command;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.Key;
import dev.aero4j.policy.CommandPolicy;
import dev.aero4j.policy.ReadModeSc;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.message.MessageFlags;

/**
 * A command on one record, as immutable data: the bits of its header, its operations, and how an
 * answer becomes a result. It knows nothing of nodes, retries or sockets, so that the same command
 * can travel alone or as a row of a batch, and more than once.
 *
 * @param <T> the result
 */
public abstract sealed class RecordCommand<T> permits ReadCommand, WriteCommand {
  private final String name;
  private final Key key;

  RecordCommand(String name, Key key) {
    if (key == null) {
      throw new InvalidArgumentException(name + ": the key is null");
    }
    this.name = name;
    this.key = key;
  }

  /** The operation in capitals, as in messages, metrics and traces: {@code GET}, {@code PUT}, … */
  public final String name() {
    return name;
  }

  public final Key key() {
    return key;
  }

  /** The record's digest, not a copy. */
  public final byte[] digest() {
    return ApiBridge.instance().digest(key);
  }

  public abstract CommandPolicy policy();

  /**
   * How long the server is told that it may work: the smaller of the two limits, 0 for the server's
   * own.
   */
  public final int serverTimeoutMillis() {
    return serverTimeoutMillis(policy());
  }

  /** As {@link #serverTimeoutMillis()}, for a command with the limits of this policy. */
  public static int serverTimeoutMillis(CommandPolicy policy) {
    int total = policy.totalTimeoutMillis();
    int socket = policy.socketTimeoutMillis();
    return total == 0 || (socket > 0 && socket < total) ? socket : total;
  }

  /** Whether the command goes to the master and may be in doubt. */
  public abstract boolean isWrite();

  public abstract int info1();

  public abstract int info2();

  public abstract int info3();

  /** The generation that the header carries; looked at only when info 2 says so. */
  public abstract int generation();

  /** The header's expiration slot: a write's time to live, a read's read-touch percentage. */
  public abstract int expiration();

  /** Whether the caller's key travels too, if there is one. */
  public abstract boolean sendKey();

  /** Appends fields that only this kind of command has; returns how many. */
  int writeFields(WireWriter writer) {
    return 0;
  }

  /** How many operations on bins there are; none unless overridden. */
  public int operationCount() {
    return 0;
  }

  /** Appends the operations on bins, {@link #operationCount()} of them. */
  public void writeOperations(WireWriter writer) {}

  /**
   * Makes the result of an answer with any final result code.
   *
   * @throws dev.aero4j.AerospikeException when the code is an error for this command
   */
  public abstract T decode(RecordReply reply);

  /** Whether the request itself may be compressed; commands without data say no. */
  boolean carriesData() {
    return false;
  }

  /** Whether a row of a batch has room for what the command says. */
  public boolean fitsRow() {
    return true;
  }

  /**
   * Whether a server before 6.0 understands it as a row of a batch: it reads nothing but what a
   * plain read needs, and takes no notice of a filter.
   */
  public final boolean fitsOldRow() {
    return !isWrite()
        && fitsRow()
        && info3() == 0
        && expiration() == 0
        && policy().filterExpression() == null;
  }

  /**
   * Whether it may travel as a row of a batch that nobody asked for. Compressed commands travel
   * alone: compression is a matter of the whole message.
   */
  public final boolean groupable() {
    CommandPolicy policy = policy();
    return policy.grouping() && !policy.compress() && fitsRow();
  }

  /** The bits of info 3 for a read mode. */
  static int readModeScBits(ReadModeSc mode) {
    return switch (mode) {
      case SESSION -> 0;
      case LINEARIZE -> MessageFlags.INFO3_SC_READ_TYPE;
      case ALLOW_REPLICA -> MessageFlags.INFO3_SC_READ_RELAX;
      case ALLOW_UNAVAILABLE -> MessageFlags.INFO3_SC_READ_TYPE | MessageFlags.INFO3_SC_READ_RELAX;
    };
  }

  /** What it does with which bins, for messages; empty when there is nothing to say. */
  public String details() {
    return "";
  }

  @Override
  public String toString() {
    return name + " " + key;
  }
}
