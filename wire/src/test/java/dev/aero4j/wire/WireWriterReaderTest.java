package dev.aero4j.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WireWriterReaderTest {
  @Test
  void numbersAreBigEndianAndComeBack() {
    WireWriter writer = new WireWriter(1);
    writer.putByte(0x81);
    writer.putShort(0x8283);
    writer.putInt(0x84858687);
    writer.putLong(0x88898A8B8C8D8E8FL);
    writer.putDouble(-0.0);
    writer.putFloat(1.5f);

    WireReader reader = new WireReader(writer.toByteArray());
    assertThat(writer.toByteArray()).startsWith(0x81, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88);
    assertThat(reader.readUnsignedByte()).isEqualTo(0x81);
    assertThat(reader.readUnsignedShort()).isEqualTo(0x8283);
    assertThat(reader.readUnsignedInt()).isEqualTo(0x84858687L);
    assertThat(reader.readLong()).isEqualTo(0x88898A8B8C8D8E8FL);
    assertThat(Double.doubleToRawLongBits(reader.readDouble())).isEqualTo(Long.MIN_VALUE);
    assertThat(reader.readFloat()).isEqualTo(1.5f);
    assertThat(reader.remaining()).isZero();
  }

  @Test
  void textOfAnyScriptTakesItsUtf8Bytes() {
    WireWriter writer = new WireWriter(2);
    int ascii = writer.putUtf8("plain");
    int mixed = writer.putUtf8("aé€😀");

    assertThat(ascii).isEqualTo(5);
    assertThat(mixed).isEqualTo(10);
    WireReader reader = new WireReader(writer.toByteArray());
    assertThat(reader.readUtf8(5)).isEqualTo("plain");
    assertThat(reader.readUtf8(10)).isEqualTo("aé€😀");
  }

  @Test
  void aLengthThatIsNotThereYetIsPatchedLater() {
    WireWriter writer = new WireWriter(4);
    int gap = writer.reserve(4);
    writer.putBytes(new byte[] {1, 2, 3});
    writer.setInt(gap, 3);

    assertThat(writer.toByteArray()).containsExactly(0, 0, 0, 3, 1, 2, 3);
  }

  @Test
  void patchingWhatWasNotWrittenIsRefused() {
    WireWriter writer = new WireWriter(16);
    writer.putShort(1);

    assertThatThrownBy(() -> writer.setInt(0, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> writer.truncate(3)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aBufferThatGrewLargeIsGivenBack() {
    WireWriter writer = new WireWriter(8);
    writer.putBytes(new byte[100_000]);
    writer.shrink(1_000);

    assertThat(writer.array()).hasSize(8);
    assertThat(writer.position()).isZero();
  }

  @Test
  void noReadGoesPastTheLimit() {
    WireReader reader = new WireReader(new byte[10], 2, 3);

    assertThatThrownBy(reader::readInt)
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("needed 4 bytes at offset 2, but only 3 are left");
    assertThatThrownBy(() -> reader.readBytes(-1)).isInstanceOf(ProtocolException.class);
    assertThatThrownBy(() -> reader.skip(Integer.MAX_VALUE)).isInstanceOf(ProtocolException.class);
    assertThatThrownBy(() -> reader.slice(4)).isInstanceOf(ProtocolException.class);
    assertThatThrownBy(() -> reader.position(6)).isInstanceOf(ProtocolException.class);
    assertThat(reader.remaining()).isEqualTo(3);
  }

  @Test
  void aLengthThatReachesPastTheEndIsRefusedBeforeAnythingIsAllocated() {
    WireReader reader = new WireReader(new byte[] {(byte) 0xFF, -1, -1, -1, 0});

    assertThatThrownBy(reader::readLength)
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("4294967295");
  }
}
