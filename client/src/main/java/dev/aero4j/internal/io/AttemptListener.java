package dev.aero4j.internal.io;

/** Is told when an attempt that no thread waits for has come to its end. */
public interface AttemptListener {
  /**
   * Called exactly once, by a thread that does I/O for others or by the ticker: it must not block
   * and must not run code of the caller.
   */
  void finished(Attempt attempt);
}
