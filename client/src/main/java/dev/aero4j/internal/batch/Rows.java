package dev.aero4j.internal.batch;

import dev.aero4j.policy.ReadModeSc;
import dev.aero4j.wire.WireWriter;

/**
 * What a batch is about: rows, numbered from 0, each a command on a record. Rows may have no object
 * each, so they are asked for by number.
 *
 * <p>Encoding remembers the last row that was written whole, so that the next can say "the same";
 * hence an instance is confined to the thread that carries out its batch.
 */
public abstract class Rows {
  public abstract int size();

  public abstract String namespace(int row);

  public abstract int partition(int row);

  /** Whether the row goes to the master and may be in doubt. */
  public abstract boolean isWrite(int row);

  /** How often the row may be tried again after its bytes may have left. */
  public abstract int maxRetries(int row);

  /** Which copies of a strongly consistent record the row may be read from. */
  public abstract ReadModeSc readModeSc(int row);

  /** Whether a batch message to a server before 6.0 can say what the row says. */
  public abstract boolean fitsOldBatch(int row);

  /** Whether a batch message cannot say what the row says. */
  public abstract boolean travelsAlone(int row);

  /** What a message about a code that the row was answered says of it; may be empty. */
  public abstract String details(int row, int resultCode);

  /** Says that a new message begins: there is no row before that could be repeated. */
  public abstract void beginMessage();

  /**
   * Appends a row to a batch message.
   *
   * @param index its position in the message
   */
  public abstract void write(WireWriter writer, int row, int index);

  /** Appends the row as a message of its own, frame and all. */
  public abstract void writeAlone(WireWriter writer, int row, int serverTimeoutMillis);
}
