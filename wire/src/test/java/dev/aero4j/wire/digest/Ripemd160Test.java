package dev.aero4j.wire.digest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class Ripemd160Test {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\"\"|9c1185a5c5e9fc54612808977ee8f548b2258d31",
        "a|0bdc9d2d256b3ee9daae347be6f4dc835a467ffe",
        "abc|8eb208f7e05d987a9b044a8e98c6b087f15a0bfc",
        "message digest|5d0689ef49d2fae572b881b123a85ffa21595f36",
        "abcdefghijklmnopqrstuvwxyz|f71c27109c692c1b56bbdceb5b9d2865b3708dbc",
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"
            + "|12a053384a9c0c88e405a06c27dcf49ada62eb2b",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
            + "|b0e20b6e3116640286ed3a87a5713079b21f5189",
        "12345678901234567890123456789012345678901234567890123456789012345678901234567890"
            + "|9b752e45573d4b39f4dbd3323cab82bf63326bfb"
      })
  void thePublishedVectorsComeOut(String message, String expected) {
    Ripemd160 hash = new Ripemd160();
    hash.updateUtf8(message);
    assertThat(hash.digest()).isEqualTo(hex(expected));
  }

  @Test
  void aMillionTimesTheSameLetterIsHashedAcrossManyBlocks() {
    Ripemd160 hash = new Ripemd160();
    for (int i = 0; i < 1_000_000; i++) {
      hash.update('a');
    }
    assertThat(hash.digest()).isEqualTo(hex("52783243c1697bdbe16d37f97f68f08325dc1528"));
  }

  @Property(tries = 300)
  void piecesMakeTheSameDigestAsTheWhole(@ForAll byte[] bytes, @ForAll long seed) {
    Ripemd160 whole = new Ripemd160();
    whole.update(bytes, 0, bytes.length);
    byte[] expected = whole.digest();
    Ripemd160 pieces = new Ripemd160();
    Random random = new Random(seed);
    for (int at = 0; at < bytes.length; ) {
      int length = 1 + random.nextInt(bytes.length - at);
      pieces.update(bytes, at, length);
      at += length;
    }
    assertThat(pieces.digest()).isEqualTo(expected);
  }

  @Property(tries = 300)
  void textIsHashedAsItsUtf8(@ForAll String text) {
    Ripemd160 hash = new Ripemd160();
    hash.updateUtf8(text);
    byte[] digest = hash.digest();
    byte[] bytes = text.getBytes(UTF_8);
    hash.update(bytes, 0, bytes.length);
    assertThat(hash.digest()).isEqualTo(digest);
  }

  @Test
  void aHashStartsAnewAfterADigestAndAfterAReset() {
    Ripemd160 hash = new Ripemd160();
    hash.updateUtf8("left over");
    hash.reset();
    assertThat(hash.digest()).isEqualTo(hex("9c1185a5c5e9fc54612808977ee8f548b2258d31"));
    byte[] out = new byte[22];
    hash.digest(out, 1);
    assertThat(HexFormat.of().formatHex(out))
        .isEqualTo("00" + "9c1185a5c5e9fc54612808977ee8f548b2258d31" + "00");
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }
}
