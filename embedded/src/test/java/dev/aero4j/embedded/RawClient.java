package dev.aero4j.embedded;

import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.digest.Digests;
import dev.aero4j.wire.info.InfoText;
import dev.aero4j.wire.message.BinOperation;
import dev.aero4j.wire.message.Field;
import dev.aero4j.wire.message.FieldType;
import dev.aero4j.wire.message.Frame;
import dev.aero4j.wire.message.Message;
import dev.aero4j.wire.message.MessageHeader;
import dev.aero4j.wire.value.Particles;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A client without any comfort: it sends what it is told and shows what came back. */
final class RawClient implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 10_000;

  private final Socket socket = new Socket();
  private final DataInputStream input;

  RawClient(InetSocketAddress address) throws IOException {
    socket.connect(address, TIMEOUT_MILLIS);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.setTcpNoDelay(true);
    input = new DataInputStream(socket.getInputStream());
  }

  static RawClient to(EmbeddedAerospike server) throws IOException {
    return new RawClient(server.hosts().get(0));
  }

  Socket socket() {
    return socket;
  }

  DataInputStream input() {
    return input;
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /** Reads the next frame with its header. */
  byte[] readFrame() throws IOException {
    long header = input.readLong();
    int size = (int) (header & 0xFFFF_FFFF_FFFFL);
    byte[] frame = new byte[Frame.HEADER_SIZE + size];
    WireWriter head = new WireWriter(Frame.HEADER_SIZE);
    head.putLong(header);
    System.arraycopy(head.array(), 0, frame, 0, Frame.HEADER_SIZE);
    input.readFully(frame, Frame.HEADER_SIZE, size);
    return frame;
  }

  /** Reads the messages of the next frame. */
  List<Message> readMessages() throws IOException {
    byte[] frame = readFrame();
    WireReader reader = new WireReader(frame, Frame.HEADER_SIZE, frame.length - Frame.HEADER_SIZE);
    List<Message> messages = new ArrayList<>();
    while (reader.remaining() > 0) {
      messages.add(Message.read(reader));
    }
    return messages;
  }

  Message call(byte[] frame) throws IOException {
    send(frame);
    return readMessages().get(0);
  }

  /** Sends a batch and reads everything up to the last message. */
  List<Message> callBatch(byte[] frame) throws IOException {
    send(frame);
    List<Message> all = new ArrayList<>();
    do {
      all.addAll(readMessages());
    } while (!all.get(all.size() - 1).header().isLast());
    return all;
  }

  Map<String, String> info(String... names) throws IOException {
    byte[] request = InfoText.request(names);
    WireWriter writer = new WireWriter(64);
    int start = Frame.begin(writer, Frame.INFO);
    writer.putBytes(request);
    Frame.end(writer, start);
    send(writer.toByteArray());
    byte[] frame = readFrame();
    return InfoText.parseResponse(
        java.util.Arrays.copyOfRange(frame, Frame.HEADER_SIZE, frame.length));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  /** Collects a message. */
  static final class Request {
    private int info1;
    private int info2;
    private int info3;
    private int info4;
    private int generation;
    private int expiration;
    private int timeout;
    private int fields;
    private int operations;
    private final WireWriter fieldBytes = new WireWriter(64);
    private final WireWriter operationBytes = new WireWriter(64);

    static Request empty() {
      return new Request();
    }

    static Request key(String namespace, String set, String key) {
      return new Request()
          .field(FieldType.NAMESPACE, namespace)
          .field(FieldType.SET, set)
          .field(FieldType.DIGEST, Digests.of(set, key));
    }

    Request info(int first, int second, int third) {
      info1 = first;
      info2 = second;
      info3 = third;
      return this;
    }

    Request info4(int bits) {
      info4 = bits;
      return this;
    }

    Request generation(int value) {
      generation = value;
      return this;
    }

    Request expiration(int value) {
      expiration = value;
      return this;
    }

    Request timeout(int millis) {
      timeout = millis;
      return this;
    }

    Request field(int type, String text) {
      Field.writeText(fieldBytes, type, text);
      fields++;
      return this;
    }

    Request field(int type, byte[] value) {
      Field.write(fieldBytes, type, value);
      fields++;
      return this;
    }

    Request operation(int type, String bin, Object value) {
      int start = BinOperation.begin(operationBytes, type, Particles.typeOf(value), bin);
      Particles.write(operationBytes, value);
      BinOperation.end(operationBytes, start);
      operations++;
      return this;
    }

    Request rawOperation(int type, String bin, int particleType, byte[] value) {
      BinOperation.write(operationBytes, type, particleType, bin, value, 0, value.length);
      operations++;
      return this;
    }

    byte[] frame() {
      WireWriter writer = new WireWriter(256);
      int start = Frame.begin(writer, Frame.MESSAGE);
      new MessageHeader(
              info1, info2, info3, info4, 0, generation, expiration, timeout, fields, operations)
          .write(writer);
      writer.putBytes(fieldBytes.toByteArray());
      writer.putBytes(operationBytes.toByteArray());
      Frame.end(writer, start);
      return writer.toByteArray();
    }
  }
}
