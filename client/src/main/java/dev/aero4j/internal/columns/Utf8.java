package dev.aero4j.internal.columns;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Whether bytes are text. */
public final class Utf8 {
  private Utf8() {}

  public static boolean isValid(byte[] array, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      if (array[i] < 0) {
        return decodes(array, i, offset + length - i);
      }
    }
    return true;
  }

  private static boolean decodes(byte[] array, int offset, int length) {
    try {
      // A new decoder reports, where that of String replaces.
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(array, offset, length));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
