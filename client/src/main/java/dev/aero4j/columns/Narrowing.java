package dev.aero4j.columns;

/** What becomes of a value that its column cannot hold: 300 in an {@code i1}, say. */
public enum Narrowing {
  /**
   * The whole read fails, with the first such value, its bin and its key in the message. What is
   * lost: an integer outside the type's range, an integer that a float cannot hold exactly, a
   * finite double that becomes infinite, text or bytes longer than the column. Rounding a double to
   * the nearest float is no loss.
   */
  STRICT,

  /**
   * It is made to fit, as a cast in C or NumPy does: integers keep their low bits, numbers round to
   * the nearest float or to infinity, text and bytes are cut (text also in the middle of a
   * character).
   */
  LENIENT
}
