package dev.aero4j.wire.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.model.ExtensionValue;
import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.WireWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MsgPackReaderTest {
  @Test
  void tokensAreReadAsTheyWereWritten() {
    WireWriter out = new WireWriter(1);
    MsgPackWriter.writeListHeader(out, 20);
    MsgPackWriter.writeMapHeader(out, 0);
    MsgPackWriter.writeNil(out);
    MsgPackWriter.writeBoolean(out, true);
    MsgPackWriter.writeLong(out, -300);
    MsgPackWriter.writeDouble(out, 0.1);
    MsgPackWriter.writeFloat(out, 0.5f);
    MsgPackWriter.writeString(out, "value");
    MsgPackWriter.writeRawString(out, "name");
    MsgPackWriter.writeBytes(out, new byte[] {1, 2});
    MsgPackWriter.writeRawBytes(out, new byte[] {1, 2, 3}, 1, 2);
    MsgPackWriter.writeWildcard(out);
    MsgPackWriter.writeValue(out, List.of(1L));
    for (int i = 0; i < 9; i++) {
      MsgPackWriter.writeNil(out);
    }
    WireReader in = new WireReader(out.toByteArray());
    MsgPackReader reader = new MsgPackReader(in);
    assertThat(reader.peek()).isEqualTo(MsgPackType.LIST);
    assertThat(reader.readListHeader()).isEqualTo(20);
    assertThat(reader.peek()).isEqualTo(MsgPackType.MAP);
    assertThat(reader.readMapHeader()).isZero();
    assertThat(reader.peek()).isEqualTo(MsgPackType.NIL);
    reader.readNil();
    assertThat(reader.peek()).isEqualTo(MsgPackType.BOOLEAN);
    assertThat(reader.readBoolean()).isTrue();
    assertThat(reader.peek()).isEqualTo(MsgPackType.INTEGER);
    assertThat(reader.readLong()).isEqualTo(-300);
    assertThat(reader.peek()).isEqualTo(MsgPackType.DOUBLE);
    assertThat(reader.readDouble()).isEqualTo(0.1);
    assertThat(reader.readDouble()).isEqualTo(0.5);
    assertThat(reader.peek()).isEqualTo(MsgPackType.BYTES);
    assertThat(reader.readString()).isEqualTo("value");
    assertThat(reader.readRawString()).isEqualTo("name");
    assertThat(reader.readBytes()).containsExactly(1, 2);
    assertThat(reader.readRawBytes()).containsExactly(2, 3);
    assertThat(reader.peek()).isEqualTo(MsgPackType.EXTENSION);
    reader.skipValue();
    assertThat(reader.readValue()).isEqualTo(List.of(1L));
    assertThat(reader.hasRemaining()).isTrue();
    for (int i = 0; i < 9; i++) {
      reader.readNil();
    }
    assertThat(reader.hasRemaining()).isFalse();
  }

  @Test
  void aTokenOfAnotherTypeIsRefused() {
    MsgPackReader reader = new MsgPackReader(new WireReader(MsgPack.toBytes("text")));
    assertThatThrownBy(reader::readLong)
        .isInstanceOf(ProtocolException.class)
        .hasMessage("expected msgpack INTEGER, found BYTES");
    MsgPackReader typed = new MsgPackReader(new WireReader(MsgPack.toBytes("text")));
    assertThatThrownBy(typed::readBytes)
        .isInstanceOf(ProtocolException.class)
        .hasMessage("expected a blob, found a string");
  }

  @Test
  void aHeaderThatAnnouncesMoreThanThereIsIsRefused() {
    byte[] bytes = {(byte) 0x82, 1, 2, 3};
    assertThatThrownBy(() -> new MsgPackReader(new WireReader(bytes)).readMapHeader())
        .isInstanceOf(ProtocolException.class);
  }

  @Test
  void extensionsOfEverySizeComeBack() {
    for (int size : new int[] {0, 1, 2, 3, 4, 8, 16, 17, 255, 256, 65_535, 65_536}) {
      WireWriter out = new WireWriter(1);
      MsgPackWriter.writeExtension(out, 3, new byte[size]);
      assertThat(MsgPack.fromBytes(out.toByteArray()))
          .isEqualTo(new ExtensionValue(3, new byte[size]));
    }
  }
}
