package dev.aero4j.internal.command;

import dev.aero4j.InvalidArgumentException;
import java.nio.charset.StandardCharsets;

/** The rule for names of bins. */
public final class BinNames {
  /** The longest name of a bin, in bytes of UTF-8. */
  public static final int MAX_BYTES = 15;

  private BinNames() {}

  /**
   * Returns the name if servers take it.
   *
   * @throws InvalidArgumentException when it is null, empty, or too long
   */
  public static String check(String name) {
    if (name == null || name.isEmpty()) {
      throw new InvalidArgumentException(
          "the name of a bin is "
              + (name == null ? "null" : "empty")
              + "; expected 1 to "
              + MAX_BYTES
              + " bytes of UTF-8");
    }
    if (!isShortAscii(name)) {
      int bytes = name.getBytes(StandardCharsets.UTF_8).length;
      if (bytes > MAX_BYTES) {
        throw new InvalidArgumentException(
            "the name of bin '"
                + name
                + "' is "
                + bytes
                + " bytes of UTF-8; allowed are 1 to "
                + MAX_BYTES);
      }
    }
    return name;
  }

  /** Most names need not be encoded to be measured. */
  private static boolean isShortAscii(String name) {
    if (name.length() > MAX_BYTES) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
