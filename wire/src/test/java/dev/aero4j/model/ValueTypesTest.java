package dev.aero4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class ValueTypesTest {
  @Test
  void typesMadeOfBytesCompareByContentAndKeepTheirOwnCopy() {
    byte[] bytes = {1, 2};
    HyperLogLog sketch = HyperLogLog.of(bytes);
    BytesKey key = BytesKey.of(bytes);
    RawValue raw = new RawValue(7, bytes);
    ExtensionValue extension = new ExtensionValue(9, bytes);
    bytes[0] = 9;
    sketch.toBytes()[0] = 9;
    key.toBytes()[0] = 9;
    raw.bytes()[0] = 9;
    extension.bytes()[0] = 9;
    byte[] same = {1, 2};
    assertThat(sketch).isEqualTo(HyperLogLog.of(same)).hasSameHashCodeAs(HyperLogLog.of(same));
    assertThat(key).isEqualTo(BytesKey.of(same)).hasSameHashCodeAs(BytesKey.of(same));
    assertThat(raw).isEqualTo(new RawValue(7, same)).hasSameHashCodeAs(new RawValue(7, same));
    assertThat(extension)
        .isEqualTo(new ExtensionValue(9, same))
        .hasSameHashCodeAs(new ExtensionValue(9, same));
    assertThat(raw).isNotEqualTo(new RawValue(8, same));
    assertThat(extension).isNotEqualTo(new ExtensionValue(8, same));
    assertThat(sketch).isNotEqualTo(HyperLogLog.of(bytes));
    assertThat(sketch.size()).isEqualTo(2);
    assertThat(key.size()).isEqualTo(2);
  }

  @Test
  void typesPrintShortly() {
    byte[] bytes = {1, (byte) 0xAB};
    assertThat(HyperLogLog.of(bytes)).hasToString("HyperLogLog[2 bytes]");
    assertThat(BytesKey.of(bytes)).hasToString("01ab");
    assertThat(new RawValue(7, bytes)).hasToString("RawValue[type 7, 2 bytes]");
    assertThat(new ExtensionValue(9, bytes)).hasToString("ExtensionValue[type 9, 2 bytes]");
    assertThat(GeoJson.of("{}")).hasToString("{}").isEqualTo(new GeoJson("{}"));
  }

  @Test
  void bytesKeysSortUnsigned() {
    assertThat(BytesKey.of(new byte[] {1}))
        .isLessThan(BytesKey.of(new byte[] {1, 0}))
        .isLessThan(BytesKey.of(new byte[] {(byte) 0x80}));
  }

  @Test
  void typesPastAByteAreRefused() {
    assertThatThrownBy(() -> new RawValue(256, new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ExtensionValue(-1, new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
