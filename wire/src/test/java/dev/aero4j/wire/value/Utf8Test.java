package dev.aero4j.wire.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The JDK's strict decoder is the judge. */
class Utf8Test {
  private static boolean decodes(byte[] array, int offset, int length) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(array, offset, length));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static void assertSame(byte[] array, int offset, int length) {
    if (Utf8.isValid(array, offset, length) != decodes(array, offset, length)) {
      throw new AssertionError(
          java.util.HexFormat.of().formatHex(array, offset, offset + length)
              + " decodes: "
              + decodes(array, offset, length));
    }
  }

  @Test
  void everySequenceOfUpToThreeBytesIsJudgedAsTheDecoderDoes() {
    assertThat(Utf8.isValid(new byte[0], 0, 0)).isTrue();
    // Bytes of text around them must not be taken in.
    byte[] array = {(byte) 0x80, 0, 0, 0, (byte) 0x80};
    for (int first = 0; first < 256; first++) {
      array[1] = (byte) first;
      assertSame(array, 1, 1);
      for (int second = 0; second < 256; second++) {
        array[2] = (byte) second;
        assertSame(array, 1, 2);
        if (first < 0xE0) {
          continue;
        }
        for (int third : new int[] {0, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF}) {
          array[3] = (byte) third;
          assertSame(array, 1, 3);
        }
      }
    }
  }

  @Test
  void everySequenceOfFourBytesIsJudgedAsTheDecoderDoes() {
    int[] ends = {0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0};
    byte[] array = new byte[4];
    for (int first = 0xEF; first < 256; first++) {
      for (int second = 0; second < 256; second++) {
        for (int third : ends) {
          for (int fourth : ends) {
            array[0] = (byte) first;
            array[1] = (byte) second;
            array[2] = (byte) third;
            array[3] = (byte) fourth;
            assertSame(array, 0, 4);
          }
        }
      }
    }
  }

  /** Text of all lengths of sequences, of which some bytes are cut off or changed. */
  @Property(tries = 2_000)
  void damagedTextIsJudgedAsTheDecoderDoes(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      int[] most = {0x80, 0x800, 0x1_0000, 0x11_0000};
      int point = random.nextInt(most[random.nextInt(4)]);
      text.appendCodePoint(point >= 0xD800 && point < 0xE000 ? '?' : point);
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    assertThat(Utf8.isValid(bytes, 0, bytes.length)).isTrue();
    for (int i = random.nextInt(3); i > 0 && bytes.length > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    int from = random.nextInt(bytes.length + 1);
    int length = random.nextInt(bytes.length - from + 1);
    assertSame(bytes, from, length);
    assertSame(bytes, 0, bytes.length);
  }

  @Property(tries = 2_000)
  void anyBytesAreJudgedAsTheDecoderDoes(@ForAll byte[] bytes) {
    assertSame(bytes, 0, bytes.length);
  }
}
