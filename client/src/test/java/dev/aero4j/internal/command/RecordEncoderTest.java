package dev.aero4j.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aero4j.Bins;
import dev.aero4j.ClientConfig;
import dev.aero4j.Key;
import dev.aero4j.expression.Expression;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.KeyPolicy;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.policy.WriteMeta;
import dev.aero4j.policy.WritePolicy;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.message.BatchRequest;
import dev.aero4j.wire.message.BatchRow;
import dev.aero4j.wire.message.CompressedFrame;
import dev.aero4j.wire.message.Field;
import dev.aero4j.wire.message.FieldType;
import dev.aero4j.wire.message.Frame;
import dev.aero4j.wire.message.Message;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordEncoderTest {
  private static final Commands COMMANDS =
      new Commands(ClientConfig.builder().host("127.0.0.1").build());
  private static final Key KEY = Key.of("test", "demo", "user1");

  private static BatchRow row(RecordCommand<?> command) {
    WireWriter writer = new WireWriter(64);
    int start = BatchRequest.begin(writer, 0);
    RecordEncoder.writeRow(writer, command, 17);
    BatchRequest.end(writer, start, 1);
    int head = Field.MIN_SIZE;
    return BatchRequest.read(
            new WireReader(writer.array(), start + head, writer.position() - start - head))
        .rows()
        .getFirst();
  }

  private static Message single(RecordCommand<?> command) {
    WireWriter writer = new WireWriter(64);
    RecordEncoder.writeSingle(writer, command, 0);
    return Message.read(
        new WireReader(writer.array(), Frame.HEADER_SIZE, writer.position() - Frame.HEADER_SIZE));
  }

  @Test
  void aRowSaysTheSameAsASingleMessage() {
    Expression filter = Expression.fromBase64("kwGTUQKhYQE=");
    WritePolicy write =
        WritePolicy.builder()
            .keyPolicy(KeyPolicy.SEND)
            .expectGeneration(65_535)
            .ttl(-2)
            .filterExpression(filter)
            .build();
    List<RecordCommand<?>> commands =
        List.of(
            COMMANDS.get(KEY),
            COMMANDS.get(KEY, ReadPolicy.builder().readTouchTtlPercent(-1).build()),
            COMMANDS.exists(KEY),
            COMMANDS.select(KEY, List.of("a", "b")),
            COMMANDS.put(KEY, Bins.of("a", 1), write),
            COMMANDS.remove(KEY),
            COMMANDS.touch(Key.of("test", null, 4), 9),
            COMMANDS.operateOrdered(KEY, List.of(Operation.add("a", 1), Operation.get("a"))));
    for (RecordCommand<?> command : commands) {
      BatchRow row = row(command);
      Message single = single(command);
      assertThat(row.index()).isEqualTo(17);
      assertThat(row.digest()).isEqualTo(command.key().digest());
      assertThat(row.header().info1()).isEqualTo(single.header().info1());
      assertThat(row.header().info2()).isEqualTo(single.header().info2());
      assertThat(row.header().info3()).isEqualTo(single.header().info3());
      assertThat(row.header().generation()).isEqualTo(single.header().generation());
      assertThat(row.header().expiration()).isEqualTo(single.header().expiration());
      assertThat(row.fields().stream().map(RecordEncoderTest::text).toList())
          .isEqualTo(
              single.fields().stream()
                  .filter(field -> field.type() != FieldType.DIGEST)
                  .map(RecordEncoderTest::text)
                  .toList());
      assertThat(row.operations()).hasSameSizeAs(single.operations());
    }
  }

  private static String text(Field field) {
    return field.type() + Arrays.toString(field.bytes());
  }

  @Test
  void aRowWithAUserKeyMustNotBeRepeated() {
    WritePolicy send = WritePolicy.builder().keyPolicy(KeyPolicy.SEND).build();
    WireWriter writer = new WireWriter(64);
    assertThat(RecordEncoder.writeRow(writer, COMMANDS.get(KEY), 0)).isTrue();
    assertThat(RecordEncoder.writeRow(writer, COMMANDS.put(KEY, Bins.of("a", 1), send), 0))
        .isFalse();
    Key digest = Key.ofDigest("test", "demo", KEY.digest());
    assertThat(RecordEncoder.writeRow(writer, COMMANDS.put(digest, Bins.of("a", 1), send), 0))
        .isTrue();
  }

  @Test
  void whatARowCannotSayTravelsAlone() {
    Bins bins = Bins.of("a", 1);
    assertThat(COMMANDS.put(KEY, bins, WriteMeta.generation(65_535)).groupable()).isTrue();
    assertThat(COMMANDS.put(KEY, bins, WriteMeta.generation(65_536)).groupable()).isFalse();
    WritePolicy unchecked = WritePolicy.builder().generation(70_000).build();
    assertThat(COMMANDS.put(KEY, bins, unchecked).groupable()).isTrue();
    assertThat(COMMANDS.get(KEY).groupable()).isTrue();
    assertThat(COMMANDS.get(KEY, ReadPolicy.builder().grouping(false).build()).groupable())
        .isFalse();
    assertThat(COMMANDS.get(KEY, ReadPolicy.builder().compress(true).build()).groupable())
        .isFalse();
  }

  @Test
  void aLargeWriteIsCompressedWhenThePolicySaysSo() {
    Bins large = Bins.of("a", "x".repeat(5_000));
    WritePolicy compress = WritePolicy.builder().compress(true).build();
    WireWriter plain = new WireWriter(64);
    RecordEncoder.writeSingle(plain, COMMANDS.put(KEY, large), 0);
    WireWriter writer = new WireWriter(64);
    writer.putInt(0); // something that stands before the frame
    RecordEncoder.writeSingle(writer, COMMANDS.put(KEY, large, compress), 0);
    assertThat(writer.array()[5]).isEqualTo((byte) Frame.COMPRESSED);
    assertThat(writer.position()).isLessThan(500);
    int body = 4 + Frame.HEADER_SIZE;
    byte[] inner =
        CompressedFrame.read(
            new WireReader(writer.array(), body, writer.position() - body), Frame.MAX_BODY_SIZE);
    assertThat(inner).isEqualTo(plain.toByteArray());
    WireWriter small = new WireWriter(64);
    RecordEncoder.writeSingle(small, COMMANDS.put(KEY, Bins.of("a", 1), compress), 0);
    assertThat(small.array()[1]).isEqualTo((byte) Frame.MESSAGE);
  }
}
