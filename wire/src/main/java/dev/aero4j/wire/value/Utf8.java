package dev.aero4j.wire.value;

/** Whether bytes are text. Nothing is decoded, and nothing allocated. */
public final class Utf8 {
  private Utf8() {}

  /**
   * Returns whether bytes are UTF-8 as the JDK's decoder and Unicode (table 3-7, "well-formed byte
   * sequences") have it: no sequence is longer than it need be, cut off, a surrogate, or over
   * U+10FFFF.
   *
   * @param offset where they begin in the array
   * @param length how many there are
   */
  public static boolean isValid(byte[] array, int offset, int length) {
    int end = offset + length;
    int at = offset;
    while (at < end) {
      int lead = array[at++];
      if (lead >= 0) {
        continue;
      }
      int more = continuations(lead & 0xFF);
      if (more == 0 || end - at < more || !isSecond(lead & 0xFF, array[at] & 0xFF)) {
        return false;
      }
      for (int i = 1; i < more; i++) {
        if (!isContinuation(array[at + i])) {
          return false;
        }
      }
      at += more;
    }
    return true;
  }

  /** How many bytes follow the first of a sequence; 0 when none begins so. */
  private static int continuations(int lead) {
    if (lead < 0xC2) {
      return 0;
    } else if (lead < 0xE0) {
      return 1;
    } else if (lead < 0xF0) {
      return 2;
    }
    return lead < 0xF5 ? 3 : 0;
  }

  /** All that is forbidden of longer sequences shows in their second byte. */
  private static boolean isSecond(int lead, int second) {
    return switch (lead) {
      case 0xE0 -> second >= 0xA0 && second <= 0xBF;
      case 0xED -> second >= 0x80 && second <= 0x9F;
      case 0xF0 -> second >= 0x90 && second <= 0xBF;
      case 0xF4 -> second >= 0x80 && second <= 0x8F;
      default -> second >= 0x80 && second <= 0xBF;
    };
  }

  private static boolean isContinuation(byte value) {
    return (value & 0xC0) == 0x80;
  }
}
