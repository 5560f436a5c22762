package dev.aero4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.admin.AdminMessage;
import dev.aero4j.wire.message.CompressedFrame;
import dev.aero4j.wire.message.Frame;
import dev.aero4j.wire.message.Message;
import dev.aero4j.wire.message.OperationType;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ProtocolTest {
  private final EmbeddedAerospike server = EmbeddedAerospike.start();
  private RawClient client;

  @BeforeEach
  void connect() throws IOException {
    client = RawClient.to(server);
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    server.close();
  }

  private static byte[] get(String key) {
    return RawClient.Request.key("test", "s", key).info(3, 0, 0).frame();
  }

  private static byte[] put(String key, Object value) {
    return RawClient.Request.key("test", "s", key)
        .info(0, 1, 0)
        .operation(OperationType.WRITE, "a", value)
        .frame();
  }

  @Test
  void framesMayBePipelinedAndAreAnsweredInOrder() throws IOException {
    client.call(put("1", 1L));
    client.call(put("2", "two"));
    WireWriter all = new WireWriter(256);
    for (int i = 0; i < 100; i++) {
      all.putBytes(get(i % 2 == 0 ? "1" : "2"));
    }
    client.send(all.toByteArray());
    for (int i = 0; i < 100; i++) {
      assertThat(client.readMessages().get(0).operations().get(0).particleType())
          .isEqualTo(i % 2 == 0 ? 1 : 3);
    }
  }

  @Test
  void aFrameMayArriveByteByByte() throws IOException {
    client.call(put("1", 1L));
    for (byte b : get("1")) {
      client.send(new byte[] {b});
    }
    assertThat(client.readMessages().get(0).header().resultCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\n\r\n",
        "\u0001\u0003\u0000\u0000\u0000\u0000\u0000\u0000",
        "\u0002\u0009\u0000\u0000\u0000\u0000\u0000\u0000",
        "\u0002\u0003\u0000\u0001\u0000\u0000\u0000\u0000"
      })
  void whatIsNoFrameClosesTheConnection(String bytes) throws IOException {
    client.send(bytes.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> client.readFrame())
        .isInstanceOfAny(EOFException.class, SocketException.class);
  }

  @Test
  void aMalformedMessageIsCodeFourAndTheConnectionStaysOpen() throws IOException {
    byte[] valid = get("1");
    for (int length = 0; length < valid.length - Frame.HEADER_SIZE; length++) {
      WireWriter cut = new WireWriter(64);
      int start = Frame.begin(cut, Frame.MESSAGE);
      cut.putBytes(valid, Frame.HEADER_SIZE, length);
      Frame.end(cut, start);
      assertThat(client.call(cut.toByteArray()).header().resultCode())
          .isEqualTo(ResultCode.PARAMETER_ERROR);
    }
    WireWriter longer = new WireWriter(64);
    int start = Frame.begin(longer, Frame.MESSAGE);
    longer.putBytes(valid, Frame.HEADER_SIZE, valid.length - Frame.HEADER_SIZE);
    longer.putByte(0);
    Frame.end(longer, start);
    assertThat(client.call(longer.toByteArray()).header().resultCode())
        .isEqualTo(ResultCode.PARAMETER_ERROR);
    assertThat(client.call(valid).header().resultCode()).isEqualTo(ResultCode.KEY_NOT_FOUND);
  }

  @Test
  void randomMessagesNeverBreakTheNode() throws IOException {
    Random random = new Random(42);
    byte[] valid = put("1", "value");
    for (int i = 0; i < 3000; i++) {
      byte[] mutated = valid.clone();
      for (int flips = random.nextInt(4); flips >= 0; flips--) {
        int at = Frame.HEADER_SIZE + random.nextInt(mutated.length - Frame.HEADER_SIZE);
        mutated[at] = (byte) random.nextInt(256);
      }
      client.send(mutated);
      client.readFrame();
    }
    assertThat(client.call(get("absent")).header().resultCode())
        .isEqualTo(ResultCode.KEY_NOT_FOUND);
  }

  @Test
  void compressedRequestsAreUnderstoodAndAnswersCompressedIfAsked() throws IOException {
    String text = "x".repeat(10_000);
    byte[] put = put("1", text);
    WireWriter writer = new WireWriter(64);
    CompressedFrame.write(writer, put, 0, put.length);
    assertThat(client.call(writer.toByteArray()).header().resultCode()).isZero();

    client.send(RawClient.Request.key("test", "s", "1").info(3 | 0x80, 0, 0).frame());
    byte[] frame = client.readFrame();
    assertThat(frame[1]).isEqualTo((byte) Frame.COMPRESSED);
    assertThat(frame.length).isLessThan(1000);
    WireReader body = new WireReader(frame, Frame.HEADER_SIZE, frame.length - Frame.HEADER_SIZE);
    byte[] inner = CompressedFrame.read(body, Frame.MAX_BODY_SIZE);
    Message message =
        Message.read(new WireReader(inner, Frame.HEADER_SIZE, inner.length - Frame.HEADER_SIZE));
    assertThat(message.operations().get(0).length()).isEqualTo(10_000);
  }

  @Test
  void securityIsNotSupported() throws IOException {
    WireWriter writer = new WireWriter(64);
    int start = Frame.begin(writer, Frame.ADMIN);
    AdminMessage.request(20).write(writer);
    Frame.end(writer, start);
    client.send(writer.toByteArray());
    byte[] frame = client.readFrame();
    WireReader body = new WireReader(frame, Frame.HEADER_SIZE, frame.length - Frame.HEADER_SIZE);
    assertThat(AdminMessage.read(body).resultCode()).isEqualTo(ResultCode.SECURITY_NOT_SUPPORTED);
  }
}
