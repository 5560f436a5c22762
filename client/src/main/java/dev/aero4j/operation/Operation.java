package dev.aero4j.operation;

import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.message.OperationType;
import org.jspecify.annotations.Nullable;

/**
 * One thing to do with a record; several make one command, {@code client.operate(key, …)}, which
 * the server does as a whole, in order, with nothing of others in between. Immutable: an operation
 * may be kept and used again, by many threads.
 *
 * <pre>{@code
 * Record record = client.operate(key, Operation.add("views", 1), Operation.get("views"));
 * }</pre>
 */
public sealed interface Operation
    permits BasicOperation, CallOperation, PathOperation, ExpOperation {
  // An interface, because its subclasses would inherit the factories of a class: then
  // ListOperation.append("tags", "red") would append to text.

  /** What an operation means for the command it is part of. */
  enum Kind {
    /** Reads a bin. */
    READ,
    /** Reads all bins. */
    READ_ALL,
    /** Reads generation and time to live only. */
    READ_HEADER,
    /** Changes the record. */
    WRITE
  }

  /**
   * Reads a bin.
   *
   * @param bin its name
   * @return the operation
   */
  static Operation get(String bin) {
    return BasicOperation.read(bin);
  }

  /**
   * Reads all bins. An operate with it cannot give a result for each write.
   *
   * @return the operation
   */
  static Operation get() {
    return BasicOperation.READ_ALL;
  }

  /**
   * Reads the record's generation and time to live only.
   *
   * @return the operation
   */
  static Operation getHeader() {
    return BasicOperation.READ_HEADER;
  }

  /**
   * Writes a bin.
   *
   * @param bin its name
   * @param value as for {@link dev.aero4j.Bins}; null removes the bin
   * @return the operation
   * @throws dev.aero4j.InvalidArgumentException when the name or the value cannot be stored
   */
  static Operation put(String bin, @Nullable Object value) {
    return BasicOperation.write(bin, value);
  }

  /**
   * Adds to a bin that holds an integer, or makes it.
   *
   * @param bin its name
   * @param delta what to add; the sum wraps around at 64 bits
   * @return the operation
   */
  static Operation add(String bin, long delta) {
    return BasicOperation.modify(OperationType.INCREMENT, bin, delta);
  }

  /**
   * Adds to a bin that holds a double, or makes it.
   *
   * @param bin its name
   * @param delta what to add
   * @return the operation
   */
  static Operation add(String bin, double delta) {
    return BasicOperation.modify(OperationType.INCREMENT, bin, delta);
  }

  /**
   * Puts text after that of a bin, or makes it.
   *
   * @param bin its name
   * @param text what to put after
   * @return the operation
   */
  static Operation append(String bin, String text) {
    return BasicOperation.modify(OperationType.APPEND, bin, text);
  }

  /**
   * Puts bytes after those of a bin, or makes it.
   *
   * @param bin its name
   * @param bytes what to put after; copied
   * @return the operation
   */
  static Operation append(String bin, byte[] bytes) {
    return BasicOperation.modify(OperationType.APPEND, bin, bytes);
  }

  /**
   * Puts text before that of a bin, or makes it.
   *
   * @param bin its name
   * @param text what to put before
   * @return the operation
   */
  static Operation prepend(String bin, String text) {
    return BasicOperation.modify(OperationType.PREPEND, bin, text);
  }

  /**
   * Puts bytes before those of a bin, or makes it.
   *
   * @param bin its name
   * @param bytes what to put before; copied
   * @return the operation
   */
  static Operation prepend(String bin, byte[] bytes) {
    return BasicOperation.modify(OperationType.PREPEND, bin, bytes);
  }

  /**
   * Renews the record's time to live, as the command's policy says.
   *
   * @return the operation
   */
  static Operation touch() {
    return BasicOperation.TOUCH;
  }

  /**
   * Removes the record.
   *
   * @return the operation
   */
  static Operation delete() {
    return BasicOperation.DELETE;
  }

  /** {@return what the operation means for the command it is part of} */
  Kind kind();

  /**
   * {@return whether its result can only be told from others if every operation of the command gets
   * one}
   */
  boolean needsAllResults();

  /**
   * {@return whether servers answer nothing for it, even when every operation is to be answered}
   */
  boolean isSilent();

  /**
   * Appends the operation as the protocol has it.
   *
   * @param writer where to
   */
  void writeTo(WireWriter writer);
}
