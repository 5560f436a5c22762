package dev.aero4j.wire.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.WireWriter;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MessageTest {
  private static final byte[] DIGEST = new byte[20];

  @Test
  void theHeaderStandsWhereTheServerReadsIt() {
    WireWriter writer = new WireWriter(64);
    new MessageHeader(1, 2, 3, 4, 5, 0x06070809, 0x0A0B0C0D, 0x0E0F1011, 0, 0).write(writer);

    assertThat(HexFormat.of().formatHex(writer.toByteArray()))
        .isEqualTo("16" + "01020304" + "05" + "06070809" + "0a0b0c0d" + "0e0f1011" + "00000000");
    assertThat(MessageHeader.read(new WireReader(writer.toByteArray())).timeout())
        .isEqualTo(0x0E0F1011);
  }

  @Test
  void aMessageComesBackAsItWasWritten() {
    byte[] bytes = sample();

    Message message = Message.read(new WireReader(bytes));

    assertThat(message.fields()).extracting(Field::type).containsExactly(0, 1, 4);
    assertThat(message.field(FieldType.NAMESPACE)).isNotNull();
    assertThat(message.fields().get(0).text()).isEqualTo("test");
    assertThat(message.operations()).extracting(BinOperation::bin).containsExactly("a", "bin");
    WireWriter again = new WireWriter(64);
    message.write(again);
    assertThat(again.toByteArray()).isEqualTo(bytes);
  }

  @Test
  void aMessageCutShortAnywhereIsRefused() {
    byte[] bytes = sample();
    for (int length = 0; length < bytes.length; length++) {
      WireReader reader = new WireReader(bytes, 0, length);
      assertThatThrownBy(() -> Message.read(reader))
          .as("cut at %d", length)
          .isInstanceOf(ProtocolException.class);
    }
  }

  @Test
  void countsThatCannotFitAreRefusedBeforeListsAreMade() {
    WireWriter writer = new WireWriter(64);
    new MessageHeader(0, 0, 0, 0, 0, 0, 0, 0, 65535, 65535).write(writer);

    assertThatThrownBy(() -> Message.read(new WireReader(writer.toByteArray())))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("65535 fields");
  }

  @Test
  void aHeaderOfAnotherSizeIsRefused() {
    byte[] bytes = new byte[30];
    bytes[0] = 23;

    assertThatThrownBy(() -> MessageHeader.read(new WireReader(bytes)))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("23");
  }

  @Test
  void aBinNameThatReachesPastItsOperationIsRefused() {
    WireWriter writer = new WireWriter(64);
    writer.putInt(5);
    writer.putByte(1);
    writer.putByte(0);
    writer.putByte(0);
    writer.putByte(200);
    writer.putBytes(new byte[300]);

    assertThatThrownBy(() -> BinOperation.read(new WireReader(writer.toByteArray())))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("200");
  }

  @Test
  void equalRowsOfABatchTravelOnce() {
    WireWriter writer = new WireWriter(64);
    int field = BatchRequest.begin(writer, BatchRequest.RESPOND_ALL_KEYS);
    int first = row(writer, 0, "test");
    int firstEnd = writer.position();
    int second = row(writer, 1, "test");
    boolean repeated = BatchRow.repeatIfEqual(writer, second, first, firstEnd);
    int third = row(writer, 2, "other");
    boolean other = BatchRow.repeatIfEqual(writer, third, first, firstEnd);
    BatchRequest.end(writer, field, 3);

    assertThat(repeated).isTrue();
    assertThat(other).isFalse();
    assertThat(third - second).isEqualTo(BatchRow.MIN_SIZE);
    BatchRequest request =
        BatchRequest.read(Field.read(new WireReader(writer.toByteArray())).reader());
    assertThat(request.flags()).isEqualTo(BatchRequest.RESPOND_ALL_KEYS);
    assertThat(request.rows()).extracting(BatchRow::index).containsExactly(0, 1, 2);
    assertThat(request.rows())
        .extracting(row -> row.fields().get(0).text())
        .containsExactly("test", "test", "other");
    assertThat(request.rows().get(1).header().generation()).isEqualTo(7);
    assertThat(request.rows().get(1).header().expiration()).isEqualTo(-1);
    assertThat(request.rows().get(1).header().info3()).isEqualTo(8);
  }

  @Test
  void aBatchCutShortAnywhereIsRefused() {
    WireWriter writer = new WireWriter(64);
    int field = BatchRequest.begin(writer, 0);
    row(writer, 0, "test");
    row(writer, 1, "other");
    BatchRequest.end(writer, field, 2);
    byte[] bytes = writer.toByteArray();
    for (int length = 5; length < bytes.length; length++) {
      WireReader reader = new WireReader(bytes, 5, length - 5);
      assertThatThrownBy(() -> BatchRequest.read(reader))
          .as("cut at %d", length)
          .isInstanceOf(ProtocolException.class);
    }
  }

  @Test
  void aBatchThatBeginsWithARepetitionIsRefused() {
    WireWriter writer = new WireWriter(64);
    writer.putInt(1);
    writer.putByte(0);
    writer.putInt(0);
    writer.putBytes(DIGEST);
    writer.putByte(BatchRow.REPEAT);

    assertThatThrownBy(() -> BatchRequest.read(new WireReader(writer.toByteArray())))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("repeats");
  }

  @Property
  void arbitraryBytesGiveAMessageOrAProtocolException(@ForAll @Size(max = 200) byte[] bytes) {
    decode(() -> Message.read(new WireReader(bytes)));
    decode(() -> BatchRequest.read(new WireReader(bytes)));
    decode(() -> CompressedFrame.read(new WireReader(bytes), 1 << 20));
  }

  @Property
  void aDamagedMessageGivesAMessageOrAProtocolException(@ForAll int at, @ForAll byte with) {
    byte[] bytes = sample();
    bytes[Math.floorMod(at, bytes.length)] = with;
    decode(() -> Message.read(new WireReader(bytes)));
  }

  private static void decode(Runnable decoder) {
    try {
      decoder.run();
    } catch (ProtocolException e) {
      assertThat(e).hasMessageMatching("(?s).+");
    }
  }

  private static int row(WireWriter writer, int index, String namespace) {
    int start = writer.position();
    int counts = BatchRow.begin(writer, index, DIGEST, 1, 2, 8, 7, -1);
    Field.writeText(writer, FieldType.NAMESPACE, namespace);
    BinOperation.writeEmpty(writer, OperationType.READ, "b");
    BatchRow.end(writer, counts, 1, 1);
    return start;
  }

  private static byte[] sample() {
    WireWriter writer = new WireWriter(64);
    int start = writer.position();
    new MessageHeader(3, 0, 0, 0, 0, 9, 8, 7, 0, 0).write(writer);
    Field.writeText(writer, FieldType.NAMESPACE, "test");
    Field.writeText(writer, FieldType.SET, "");
    Field.write(writer, FieldType.DIGEST, DIGEST);
    BinOperation.writeEmpty(writer, OperationType.READ, "a");
    int op = BinOperation.begin(writer, OperationType.WRITE, 1, "bin");
    writer.putLong(42);
    BinOperation.end(writer, op);
    List<Integer> counts = List.of(3, 2);
    MessageHeader.patchCounts(writer, start, counts.get(0), counts.get(1));
    return writer.toByteArray();
  }
}
