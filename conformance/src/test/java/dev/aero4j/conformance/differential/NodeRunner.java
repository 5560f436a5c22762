package dev.aero4j.conformance.differential;

import dev.aero4j.ClientConfig;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.message.BinOperation;
import dev.aero4j.wire.message.Field;
import dev.aero4j.wire.message.FieldType;
import dev.aero4j.wire.message.Frame;
import dev.aero4j.wire.message.Message;
import dev.aero4j.wire.message.MessageFlags;
import dev.aero4j.wire.message.MessageHeader;
import dev.aero4j.wire.value.ParticleType;
import dev.aero4j.wire.value.Particles;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Runs programs on one node over one connection, and sees the very bytes that it answers. Confined
 * to one thread.
 */
final class NodeRunner implements Runner {
  /** Always the same: expressions see it, and its length is a part of the record's size. */
  private static final String SET = "differential";

  /** The end of every digest, the part of it that expressions see. */
  private static final byte[] DIGEST_END = {1, 2, 3, 4};

  private static final int DIGEST_SIZE = 20;
  private static final int NEVER_EXPIRES = -1;
  private static final int TIMEOUT_MILLIS = 20_000;
  private static final HexFormat HEX = HexFormat.of();

  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;
  private final byte[] digest;
  private final WireWriter writer = new WireWriter(4096);

  private NodeRunner(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    this.out = socket.getOutputStream();
    this.digest = new byte[DIGEST_SIZE];
    // Others may run programs on the same server.
    ThreadLocalRandom.current().nextBytes(digest);
    int end = DIGEST_SIZE - DIGEST_END.length;
    System.arraycopy(DIGEST_END, 0, digest, end, DIGEST_END.length);
  }

  /** Connects to the first of a cluster's addresses; all programs run on one record. */
  static NodeRunner connect(String seeds) {
    var host = ClientConfig.fromUri("aerospike://" + seeds).hosts().iterator().next();
    try {
      Socket socket = new Socket(host.name(), host.port());
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      return new NodeRunner(socket);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot connect to " + host, e);
    }
  }

  @Override
  public Answer run(Program program) {
    remove(null);
    if (!program.before().isEmpty()) {
      int code = operate(program.before(), null).header().resultCode();
      if (code != 0) {
        return new Answer(-code, 0, List.of(), List.of());
      }
    }
    byte[] filter = program.filter();
    Message answer =
        switch (program.act()) {
          case OPERATE -> operate(program.steps(), filter);
          case GET -> get(filter);
          case REMOVE -> remove(filter);
        };
    Message after = get(null);
    return new Answer(
        answer.header().resultCode(),
        after.header().resultCode() == 0 ? after.header().generation() : 0,
        describe(answer),
        describe(after));
  }

  private Message operate(List<Step> steps, byte @Nullable [] filter) {
    boolean writes = steps.stream().anyMatch(Step::writes);
    boolean reads = steps.stream().anyMatch(step -> !step.writes());
    return send(
        reads ? MessageFlags.INFO1_READ : 0,
        (writes ? MessageFlags.INFO2_WRITE : 0) | MessageFlags.INFO2_RESPOND_ALL_OPS,
        steps,
        filter);
  }

  private Message get(byte @Nullable [] filter) {
    return send(MessageFlags.INFO1_READ | MessageFlags.INFO1_GET_ALL, 0, List.of(), filter);
  }

  private Message remove(byte @Nullable [] filter) {
    return send(0, MessageFlags.INFO2_WRITE | MessageFlags.INFO2_DELETE, List.of(), filter);
  }

  private static List<String> describe(Message message) {
    return message.operations().stream().map(NodeRunner::describe).toList();
  }

  /** Of GeoJSON only the text is looked at: its cells are the server's own. */
  private static String describe(BinOperation operation) {
    String head = operation.bin() + " type " + operation.particleType() + " ";
    if (operation.particleType() == ParticleType.GEOJSON) {
      return head + Particles.readGeoJson(operation.reader(), operation.length());
    }
    int end = operation.offset() + operation.length();
    return operation.length() == 0
        ? head + "-"
        : head + HEX.formatHex(operation.array(), operation.offset(), end);
  }

  private Message send(int info1, int info2, List<Step> steps, byte @Nullable [] filter) {
    writer.reset();
    int frame = Frame.begin(writer, Frame.MESSAGE);
    int lifetime = info2 == 0 ? 0 : NEVER_EXPIRES;
    int fields = filter == null ? 3 : 4;
    new MessageHeader(info1, info2, 0, 0, 0, 0, lifetime, 0, fields, steps.size()).write(writer);
    Field.writeText(writer, FieldType.NAMESPACE, Keys.NAMESPACE);
    Field.writeText(writer, FieldType.SET, SET);
    Field.write(writer, FieldType.DIGEST, digest);
    if (filter != null) {
      Field.write(writer, FieldType.FILTER_EXPRESSION, filter);
    }
    steps.forEach(step -> step.writeTo(writer));
    Frame.end(writer, frame);
    try {
      out.write(writer.array(), 0, writer.position());
      // Of the head only the length matters, which is in its last bytes.
      int length = (int) in.readLong();
      byte[] answer = in.readNBytes(length);
      if (answer.length < length) {
        throw new EOFException("the answer is cut off");
      }
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
