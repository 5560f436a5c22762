package dev.aero4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.wire.digest.Digests;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTest {
  @Test
  void digestsAreThoseOfTheOfficialClient() {
    assertThat(Key.of("test", "demo", "user1").digestHex())
        .isEqualTo("03161f352c8ab85448952c896ecdaa122b3c4e71");
    assertThat(Key.of("test", null, "user1").digestHex())
        .isEqualTo("7699c4e28cc94ef437160ec6d89724127f73886d");
    assertThat(Key.of("test", "demo", 42).digestHex())
        .isEqualTo("cf5a1365effa4dc53333f2166d103358f8711096");
    assertThat(Key.of("test", "demo", new byte[] {1, 2, 3}).digestHex())
        .isEqualTo("ff31c926fbef445648ce63ca72a698a5473425c1");
  }

  @Test
  void anEmptySetIsNoSet() {
    assertThat(Key.of("test", "", "user1")).isEqualTo(Key.of("test", null, "user1"));
    assertThat(Key.of("test", null, 1).set()).isEmpty();
  }

  @Test
  void keysAreEqualWhenNamespaceAndDigestAre() {
    Key key = Key.of("test", "demo", "user1");
    Key byDigest = Key.ofDigest("test", null, key.digest());
    assertThat(byDigest).isEqualTo(key).hasSameHashCodeAs(key);
    assertThat(Key.of("other", "demo", "user1")).isNotEqualTo(key);
    assertThat(Key.of("test", "demo", "1")).isNotEqualTo(Key.of("test", "demo", 1));
    assertThat(byDigest.userKey()).isNull();
  }

  @Test
  void keysOfBytesCannotBeChangedFromOutside() {
    byte[] bytes = {1, 2, 3};
    Key key = Key.of("test", "demo", bytes);
    Key same = Key.of("test", "demo", new byte[] {1, 2, 3});
    bytes[0] = 9;
    ((byte[]) key.userKey())[1] = 9;
    key.digest()[0]++;
    assertThat(key).isEqualTo(same);
    assertThat((byte[]) key.userKey()).containsExactly(1, 2, 3);
  }

  @Test
  void aValueOfAnIntegerClassIsAnIntegerKey() {
    Key key = Key.of("test", "demo", 7L);
    assertThat(Key.ofValue("test", "demo", 7)).isEqualTo(key);
    assertThat(Key.ofValue("test", "demo", (short) 7)).isEqualTo(key);
    assertThat(Key.ofValue("test", "demo", (byte) 7)).isEqualTo(key);
    assertThat(Key.ofValue("test", "demo", "x")).isEqualTo(Key.of("test", "demo", "x"));
    assertThat(Key.ofValue("test", "demo", new byte[] {1}))
        .isEqualTo(Key.of("test", "demo", new byte[] {1}));
  }

  @Test
  void aKeyOfAnIllegalClassIsRefusedByItsName() {
    assertThatThrownBy(() -> Key.ofValue("test", "demo", 1.5))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessage(
            "a key of class java.lang.Double; allowed are String, an integer up to 64 bits, and"
                + " byte[]");
    assertThatThrownBy(() -> Key.ofValue("test", "demo", null))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("null");
    assertThatThrownBy(() -> Key.of("test", "demo", (String) null))
        .isInstanceOf(InvalidArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a123456789012345678901234567890x", "éééééééééééééééé"})
  void aNamespaceIsOneToThirtyOneBytes(String namespace) {
    assertThatThrownBy(() -> Key.of(namespace, "demo", 1))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("namespace");
  }

  @Test
  void aSetHasAtMostSixtyThreeBytes() {
    assertThat(Key.of("test", "s".repeat(63), 1).set()).hasSize(63);
    assertThatThrownBy(() -> Key.of("test", "s".repeat(64), 1))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("set is 64 bytes");
  }

  @Test
  void aKeyThatIsTooLongIsRefused() {
    assertThatThrownBy(() -> Key.of("test", "demo", new byte[Key.MAX_USER_KEY_BYTES + 1]))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("1048577 bytes");
  }

  @Test
  void aDigestHasTwentyBytes() {
    assertThatThrownBy(() -> Key.ofDigest("test", "demo", new byte[19]))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessage("a digest of 19 bytes; expected 20");
  }

  @Test
  void theTextNamesEverything() {
    assertThat(Key.of("test", "demo", "user1"))
        .hasToString("test.demo[user1] (digest 03161f352c8ab85448952c896ecdaa122b3c4e71)");
    byte[] digest = HexFormat.of().parseHex("03161f352c8ab85448952c896ecdaa122b3c4e71");
    assertThat(Key.ofDigest("test", null, digest))
        .hasToString("test.- (digest 03161f352c8ab85448952c896ecdaa122b3c4e71)");
    assertThat(Key.of("test", "demo", new byte[] {1, 2}).toString())
        .startsWith("test.demo[0x0102]");
  }

  @Test
  void thePartitionIsThatOfTheDigest() {
    Key key = Key.of("test", "demo", "user1");
    assertThat(key.partitionId()).isEqualTo(Digests.partitionId(key.digest())).isEqualTo(0x603);
  }
}
