package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aero4j.Key;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Digests are those of the official client 9.3.0. */
class DigestTest {
  private static final int KEYS = 100_000;

  /** Fixed, so that a failure can be repeated. */
  private final Random random = new Random(20_260_101);

  @Test
  void digestsOfAHundredThousandRandomKeysAreTheSame() {
    for (int i = 0; i < KEYS; i++) {
      String set = i % 7 == 0 ? "" : text(random.nextInt(15));
      switch (i % 3) {
        case 0 -> {
          String key = text(random.nextInt(200));
          check(Key.of("test", set, key), new com.aerospike.client.Key("test", set, key));
        }
        case 1 -> {
          long key = random.nextLong() >> random.nextInt(64);
          check(Key.of("test", set, key), new com.aerospike.client.Key("test", set, key));
        }
        default -> {
          byte[] key = new byte[random.nextInt(200)];
          random.nextBytes(key);
          check(Key.of("test", set, key), new com.aerospike.client.Key("test", set, key));
        }
      }
    }
  }

  @Test
  void digestsOfTheSmallestAndLargestKeysAreTheSame() {
    for (long key : new long[] {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, Integer.MIN_VALUE}) {
      check(Key.of("test", "s", key), new com.aerospike.client.Key("test", "s", key));
    }
    for (int length : new int[] {0, 1, 54, 55, 56, 63, 64, 65, 119, 120, 128, 100_000}) {
      String key = "k".repeat(length);
      check(Key.of("test", "s", key), new com.aerospike.client.Key("test", "s", key));
      check(Key.of("test", null, key), new com.aerospike.client.Key("test", null, key));
    }
  }

  private static void check(Key ours, com.aerospike.client.Key theirs) {
    if (!Arrays.equals(ours.digest(), theirs.digest)) {
      assertThat(ours.digest()).as(ours.toString()).isEqualTo(theirs.digest);
    }
  }

  /** Any characters, those of two, three and four bytes too, but no half ones. */
  private String text(int length) {
    return random
        .ints(0, Character.MAX_CODE_POINT + 1)
        .map(point -> random.nextBoolean() ? point % 128 : point)
        .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
        .limit(length)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
