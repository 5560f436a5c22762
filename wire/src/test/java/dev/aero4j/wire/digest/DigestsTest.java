package dev.aero4j.wire.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected digests were made by the official Java client, 9.3.0. */
final class DigestsTest {
  @ParameterizedTest
  @CsvSource({
    "0,acc05ee84f53c0d073db673291add98954bc678e",
    "1,3921e84015258aed3b93d7ef5770cd27b9bb4167",
    "-1,5b1720147bbb521d365966ef9493ac78e6538343",
    "42,69e283d0a9dac9b4a08c1f3270d7a6ce357a5517",
    "-9223372036854775808,482fa7228862f9546ec67ebdc249e8f8731b88b7",
    "9223372036854775807,e8ba1fb08d100d1d48870b3e6cb6eae47619d1df"
  })
  void integerKeysHaveTheDigestOfTheOfficialClient(long key, String expected) {
    assertThat(Digests.of("users", key)).isEqualTo(hex(expected));
  }

  @Test
  void textKeysHaveTheDigestOfTheOfficialClient() {
    assertThat(Digests.of("users", "alice"))
        .isEqualTo(hex("da59d2c81357e4165b50cef5f1feaa053ae7fdf9"));
    assertThat(Digests.of("users", "")).isEqualTo(hex("f54d82aa9cafbf311cde6afa0c8e3e58d49fbde2"));
    assertThat(Digests.of("\u017c\u00f3\u0142w", "h\u00e9llo \uD83D\uDE00"))
        .isEqualTo(hex("9a1f7ba1ab136e1c8067f6558c4a13ec5e75cc19"));
    assertThat(Digests.of("users", "y".repeat(50)))
        .isEqualTo(hex("c9f2b56a52b76e5696a1906aee0c6ed512d9116c"));
    assertThat(Digests.of("users", "x".repeat(200)))
        .isEqualTo(hex("7ca05117db56ae965a43f04fb6cab34c8cd0a6c2"));
  }

  @Test
  void keysOfBytesHaveTheDigestOfTheOfficialClient() {
    assertThat(Digests.of("users", new byte[] {1, 2, 3}))
        .isEqualTo(hex("c6a200c3364568ea0f835d8d7909135f4c808ae1"));
    assertThat(Digests.of("users", new byte[0]))
        .isEqualTo(hex("17bb25d949a43026546ef902581f2a4bcf2dc850"));
  }

  @Test
  void aKeyWithoutASetHasTheDigestOfTheOfficialClient() {
    assertThat(Digests.of("", 7)).isEqualTo(hex("a868688e13d4ed1df11276488b96e415d0321a71"));
  }

  @Test
  void thePartitionIsTheLowTwelveBitsOfTheFirstTwoBytesLittleEndian() {
    assertThat(Digests.partitionId(new byte[] {(byte) 0xC5, (byte) 0xF1, 7})).isEqualTo(0x1C5);
    assertThat(Digests.partitionId(new byte[] {9, (byte) 0xFF, (byte) 0xFF}, 1)).isEqualTo(4095);
    assertThat(Digests.partitionId(new byte[20])).isZero();
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }
}
