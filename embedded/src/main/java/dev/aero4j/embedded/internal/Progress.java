package dev.aero4j.embedded.internal;

import org.jspecify.annotations.Nullable;

/**
 * How far a command has come that was begun: so that of several, all can be begun before any is
 * waited for. Its answer so far is the last thing in the writer.
 *
 * @param code the result code, unless {@code rest} decides on it
 * @param rest what is to be waited for, or null when the command is done
 */
record Progress(int code, @Nullable Rest rest) {
  /** What a command still waits for. */
  @FunctionalInterface
  interface Rest {
    /**
     * Waits, and leaves the whole answer in the writer.
     *
     * @param start where the command's answer begins in the writer, which ends with it
     * @return the result code
     * @throws InterruptedException when the node ends meanwhile: the command is not answered
     */
    int await(int start) throws InterruptedException;
  }

  private static final int CODES = 256;
  private static final Progress[] DONE = new Progress[CODES];

  static {
    for (int code = 0; code < CODES; code++) {
      DONE[code] = new Progress(code, null);
    }
  }

  /** Returns the end of a command that is answered. */
  static Progress done(int code) {
    return DONE[code];
  }

  static Progress waiting(Rest rest) {
    return new Progress(-1, rest);
  }

  /**
   * Waits until the command is done.
   *
   * @param start where its answer begins in the writer, which ends with it
   * @return the result code
   */
  int finish(int start) throws InterruptedException {
    return rest == null ? code : rest.await(start);
  }
}
