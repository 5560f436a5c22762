package dev.aero4j.conformance.differential;

import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.digest.Digests;
import dev.aero4j.wire.message.BinOperation;
import dev.aero4j.wire.message.Field;
import dev.aero4j.wire.message.FieldType;
import dev.aero4j.wire.message.Frame;
import dev.aero4j.wire.message.Message;
import dev.aero4j.wire.message.MessageFlags;
import dev.aero4j.wire.message.MessageHeader;
import dev.aero4j.wire.message.OperationType;
import dev.aero4j.wire.value.ParticleType;
import dev.aero4j.wire.value.Particles;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Runs programs on one node over one connection, and sees the very bytes that it answers. Confined
 * to one thread.
 */
final class Runner implements AutoCloseable {
  private static final HexFormat HEX = HexFormat.of();
  private static final int TIMEOUT_MILLIS = 20_000;

  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;
  private final String namespace;
  private final String set;
  private final byte[] digest;
  private final WireWriter writer = new WireWriter(4096);

  private Runner(Socket socket, String namespace, String set) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    this.out = socket.getOutputStream();
    this.namespace = namespace;
    this.set = set;
    this.digest = Digests.of(set, "program");
  }

  /** Connects to a node; all programs run on one record of a set. */
  static Runner connect(String host, int port, String namespace, String set) {
    try {
      Socket socket = new Socket(host, port);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      return new Runner(socket, namespace, set);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot connect to " + host + ":" + port, e);
    }
  }

  /** Runs a program: the record is replaced, operated on, and read. */
  Answer run(Program program) {
    Message before = write(program.bins());
    if (before.header().resultCode() != 0) {
      return new Answer(-before.header().resultCode(), 0, List.of(), List.of());
    }
    boolean writes = program.steps().stream().anyMatch(Step::writes);
    boolean reads = program.steps().stream().anyMatch(step -> !step.writes());
    Message answer =
        send(
            reads ? MessageFlags.INFO1_READ : 0,
            (writes ? MessageFlags.INFO2_WRITE : 0) | MessageFlags.INFO2_RESPOND_ALL_OPS,
            0,
            program.steps().size(),
            out -> program.steps().forEach(step -> out.putBytes(step.encoded())));
    Message after = send(MessageFlags.INFO1_READ | MessageFlags.INFO1_GET_ALL, 0, 0, 0, out -> {});
    return new Answer(
        answer.header().resultCode(),
        after.header().generation() - before.header().generation(),
        describe(answer),
        describe(after));
  }

  private Message write(Map<String, Object> bins) {
    return send(
        0,
        MessageFlags.INFO2_WRITE,
        MessageFlags.INFO3_CREATE_OR_REPLACE,
        bins.size(),
        out -> bins.forEach((name, value) -> writeBin(out, name, value)));
  }

  private static void writeBin(WireWriter out, String name, Object value) {
    int start = BinOperation.begin(out, OperationType.WRITE, Particles.typeOf(value), name);
    Particles.write(out, value);
    BinOperation.end(out, start);
  }

  private static List<String> describe(Message message) {
    return message.operations().stream().map(Runner::describe).toList();
  }

  /** The cells of GeoJSON are the server's own; of it only the text is looked at. */
  private static String describe(BinOperation operation) {
    String head = operation.bin() + " type " + operation.particleType() + " ";
    if (operation.particleType() == ParticleType.GEOJSON) {
      return head + Particles.readGeoJson(operation.reader(), operation.length());
    }
    int end = operation.offset() + operation.length();
    return head + HEX.formatHex(operation.array(), operation.offset(), end);
  }

  private Message send(int info1, int info2, int info3, int operations, Consumer<WireWriter> body) {
    writer.reset();
    int frame = Frame.begin(writer, Frame.MESSAGE);
    new MessageHeader(info1, info2, info3, 0, 0, 0, 0, 0, 3, operations).write(writer);
    Field.writeText(writer, FieldType.NAMESPACE, namespace);
    Field.writeText(writer, FieldType.SET, set);
    Field.write(writer, FieldType.DIGEST, digest);
    body.accept(writer);
    Frame.end(writer, frame);
    try {
      out.write(writer.array(), 0, writer.position());
      long head = in.readLong();
      byte[] answer = in.readNBytes((int) head);
      return Message.read(new WireReader(answer));
    } catch (IOException e) {
      throw new UncheckedIOException("the node at " + socket + " gives no answer", e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
