package dev.aero4j.embedded.internal.hll;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Known hashes. */
class MurmurHashTest {
  @ParameterizedTest
  @CsvSource({
    "'', 0000000000000000, 0000000000000000",
    "hello, cbd8a7b341bd9b02, 5b1e906a48ae1d19",
    "'hello, world', 342fac623a5ebc8e, 4cdcbc079642414d",
    "'The quick brown fox jumps over the lazy dog.', cd99481f9ee902c9, 695da1a38987b6e7"
  })
  void areFound(String text, String low, String high) {
    MurmurHash hash = MurmurHash.of(text.getBytes(StandardCharsets.UTF_8));
    assertThat(hash.low()).isEqualTo(Long.parseUnsignedLong(low, 16));
    assertThat(hash.high()).isEqualTo(Long.parseUnsignedLong(high, 16));
  }
}
