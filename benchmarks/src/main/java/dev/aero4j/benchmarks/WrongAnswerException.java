package dev.aero4j.benchmarks;

import java.io.Serial;

/** A client answered with what belongs to another key, or with nothing. */
final class WrongAnswerException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  WrongAnswerException(String message) {
    super(message);
  }
}
