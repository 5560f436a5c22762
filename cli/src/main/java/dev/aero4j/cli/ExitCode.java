package dev.aero4j.cli;

/** What the process ends with; scripts decide by it. */
final class ExitCode {
  /** Done. */
  static final int OK = 0;

  /** The command failed: no cluster, a refusal, a timeout. */
  static final int FAILED = 1;

  /** The command line is wrong; nothing was sent. */
  static final int USAGE = 2;

  /** There is no such record. */
  static final int NOT_FOUND = 3;

  private ExitCode() {}
}
