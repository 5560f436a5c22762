package dev.aero4j.wire.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrameDecoderTest {
  private static final int MAX = 1 << 20;

  @Test
  void framesComeOutTheSameWhereverTheInputIsCut() {
    byte[] stream = stream(new int[] {0, 1, 7, 300, 22});
    List<byte[]> whole = feed(new FrameDecoder(16, MAX), stream, stream.length);

    for (int cut = 1; cut < stream.length; cut++) {
      FrameDecoder decoder = new FrameDecoder(16, MAX);
      List<byte[]> frames = new ArrayList<>();
      give(decoder, stream, 0, cut, frames);
      give(decoder, stream, cut, stream.length, frames);
      assertThat(frames).as("cut at %d", cut).containsExactlyElementsOf(whole);
      assertThat(decoder.pending()).isZero();
    }
  }

  @Test
  void framesComeOutTheSameByteByByte() {
    byte[] stream = stream(new int[] {5, 0, 100_000, 3});

    List<byte[]> frames = feed(new FrameDecoder(8, MAX), stream, 1);

    assertThat(frames).extracting(frame -> frame.length).containsExactly(5, 0, 100_000, 3);
  }

  @Test
  void memoryGrowsWithWhatArrivesNotWithWhatIsClaimed() {
    FrameDecoder decoder = new FrameDecoder(64, 100_000_000);
    byte[] header = {2, 3, 0, 0, 5, 0, 0, 0};
    give(decoder, header, 0, 8, new ArrayList<>());

    assertThat(decoder.next()).isFalse();
    decoder.prepare();
    assertThat(decoder.array().length).isEqualTo(64);
  }

  @Test
  void aLargeBufferIsGivenBackOnceItIsEmpty() {
    FrameDecoder decoder = new FrameDecoder(64, MAX);
    feed(decoder, stream(new int[] {50_000}), 1_000);

    decoder.prepare();

    assertThat(decoder.array()).hasSize(64);
  }

  @Test
  void anAnswerThatIsNotAerospikeSaysWhatWasSeen() {
    byte[] http = "HTTP/1.1 400 Bad Request".getBytes(StandardCharsets.US_ASCII);
    FrameDecoder decoder = new FrameDecoder(64, MAX);

    assertThatThrownBy(() -> feed(decoder, http, http.length))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("HTTP/1.1 400 Bad")
        .hasMessageContaining("service port");
  }

  @Test
  void aFrameOverTheMaximumIsRefusedByItsHeader() {
    byte[] header = {2, 3, 0, 0, 0, 0x10, 0, 1};

    assertThatThrownBy(() -> feed(new FrameDecoder(64, MAX), header, 8))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("1048577")
        .hasMessageContaining("1048576");
  }

  @Test
  void aLengthOf48BitsIsNotTakenForASmallOne() {
    byte[] header = {2, 3, 1, 0, 0, 0, 0, 0};

    assertThatThrownBy(() -> feed(new FrameDecoder(64, MAX), header, 8))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining(Long.toString(1L << 40));
  }

  @Test
  void anUnknownTypeIsRefused() {
    byte[] header = {2, 9, 0, 0, 0, 0, 0, 0};

    assertThatThrownBy(() -> feed(new FrameDecoder(64, MAX), header, 8))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("seen 9");
  }

  @Test
  void aCompressedFrameHoldsTheFrameThatWasPutIn() {
    byte[] inner = stream(new int[] {5_000});
    WireWriter writer = new WireWriter(64);
    CompressedFrame.write(writer, inner, 0, inner.length);

    FrameDecoder decoder = new FrameDecoder(64, MAX);
    give(decoder, writer.toByteArray(), 0, writer.position(), null);

    assertThat(decoder.next()).isTrue();
    assertThat(decoder.type()).isEqualTo(Frame.COMPRESSED);
    assertThat(CompressedFrame.read(decoder.body(), MAX)).isEqualTo(inner);
  }

  @Test
  void aCompressedFrameWithAFalseSizeIsRefused() {
    byte[] inner = stream(new int[] {5_000});
    WireWriter writer = new WireWriter(64);
    CompressedFrame.write(writer, inner, 0, inner.length);
    for (long claim : new long[] {-1, 0, 7, inner.length - 1, inner.length + 1, 1L << 40}) {
      writer.setLong(Frame.HEADER_SIZE, claim);
      byte[] frame = writer.toByteArray();
      assertThatThrownBy(
              () ->
                  CompressedFrame.read(
                      new dev.aero4j.wire.WireReader(frame, 8, frame.length - 8), MAX))
          .as("claim of %d", claim)
          .isInstanceOf(ProtocolException.class);
    }
  }

  private static byte[] stream(int[] bodySizes) {
    Random random = new Random(7);
    WireWriter writer = new WireWriter(64);
    for (int size : bodySizes) {
      byte[] body = new byte[size];
      random.nextBytes(body);
      int start = Frame.begin(writer, Frame.MESSAGE);
      writer.putBytes(body);
      Frame.end(writer, start);
    }
    return writer.toByteArray();
  }

  private static List<byte[]> feed(FrameDecoder decoder, byte[] stream, int piece) {
    List<byte[]> frames = new ArrayList<>();
    for (int at = 0; at < stream.length; at += piece) {
      give(decoder, stream, at, Math.min(stream.length, at + piece), frames);
    }
    return frames;
  }

  private static void give(
      FrameDecoder decoder, byte[] from, int start, int end, List<byte[]> frames) {
    int at = start;
    while (at < end) {
      decoder.prepare();
      int count = Math.min(end - at, decoder.writeSpace());
      System.arraycopy(from, at, decoder.array(), decoder.writeOffset(), count);
      decoder.received(count);
      at += count;
      while (frames != null && decoder.next()) {
        frames.add(decoder.body().readBytes(decoder.body().remaining()));
      }
    }
  }
}
