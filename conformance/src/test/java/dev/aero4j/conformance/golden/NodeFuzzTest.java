package dev.aero4j.conformance.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aerospike.client.AerospikeClient;
import com.aerospike.client.Host;
import com.aerospike.client.IAerospikeClient;
import dev.aero4j.Aerospike;
import dev.aero4j.AerospikeException;
import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.Key;
import dev.aero4j.embedded.EmbeddedAerospike;
import dev.aero4j.expression.Exp;
import dev.aero4j.expression.HllExp;
import dev.aero4j.expression.ListExp;
import dev.aero4j.expression.PathExp;
import dev.aero4j.model.ExpType;
import dev.aero4j.operation.Context;
import dev.aero4j.operation.ExpOperation;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.call.ContextCode;
import dev.aero4j.wire.digest.Digests;
import dev.aero4j.wire.expression.ExpOpcode;
import dev.aero4j.wire.message.BinOperation;
import dev.aero4j.wire.message.Field;
import dev.aero4j.wire.message.FieldType;
import dev.aero4j.wire.message.Frame;
import dev.aero4j.wire.message.Message;
import dev.aero4j.wire.message.MessageFlags;
import dev.aero4j.wire.message.MessageHeader;
import dev.aero4j.wire.message.OperationType;
import dev.aero4j.wire.value.MsgPackWriter;
import dev.aero4j.wire.value.ParticleType;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Damaged calls and expressions, in messages that are well formed around them, are answered by the
 * embedded node: with a result or a code, on a connection that goes on.
 */
class NodeFuzzTest {
  private static final int TRIES = Integer.getInteger("aero4j.fuzz.tries", 20_000);
  private static final int PATIENCE_MILLIS = 20_000;
  private static final Key KEY = Key.of("test", "fuzz", "k");

  /**
   * What is worth putting in the place of a byte: the borders of msgpack's forms, and of numbers.
   */
  private static final int[] BYTES = {
    0x00, 0x01, 0x7F, 0x80, 0x81, 0x8F, 0x90, 0x91, 0x9F, 0xA0, 0xA1, 0xBF, 0xC0, 0xC1, 0xC2, 0xC3,
    0xC4, 0xC7, 0xC8, 0xCB, 0xCC, 0xCD, 0xCE, 0xCF, 0xD0, 0xD1, 0xD3, 0xD4, 0xDA, 0xDC, 0xDD, 0xDE,
    0xDF, 0xE0, 0xFE, 0xFF
  };

  /** Values to put in the place of parts: extremes, and what is only compared with. */
  private static final List<byte[]> VALUES =
      List.of(
          hex("c0"),
          hex("d37fffffffffffffff"),
          hex("d38000000000000000"),
          hex("cfffffffffffffffff"),
          hex("ce7fffffff"),
          hex("ceffffffff"),
          hex("d280000000"),
          hex("cb7ff8000000000000"),
          hex("cbfff0000000000000"),
          hex("d4ff00"),
          hex("d4ff01"),
          hex("c70001"),
          hex("90"),
          hex("80"),
          hex("a0"),
          hex("a103"),
          hex("a104"),
          hex("91c70001"),
          hex("81c70001c0"),
          hex("93017ec0"),
          hex("ddffffffff"),
          hex("dfffffffff"),
          hex("c6ffffffff"));

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  /** A payload with the number of the operation that it belongs to. */
  private record Call(int type, byte[] payload) {}

  private static List<Call> calls() {
    List<Call> calls = new ArrayList<>();
    for (Table.OperationRow row : Table.operations()) {
      WireWriter out = new WireWriter(64);
      row.ours().writeTo(out);
      BinOperation operation = BinOperation.read(new WireReader(out.toByteArray()));
      calls.add(new Call(operation.operation(), bytes(operation)));
    }
    for (Table.ExpRow row : Table.expressions()) {
      WireWriter out = new WireWriter(64);
      out.putByte(0x92);
      row.ours().build().writeTo(out);
      out.putByte(0);
      calls.add(new Call(OperationType.EXPRESSION_READ, out.toByteArray()));
    }
    return calls;
  }

  private static byte[] bytes(BinOperation operation) {
    return Arrays.copyOfRange(
        operation.array(), operation.offset(), operation.offset() + operation.length());
  }

  @Test
  void damagedCallsAreAnswered() throws IOException {
    List<Call> calls = calls();
    Random random = new Random(Long.getLong("aero4j.fuzz.seed", 1));
    try (EmbeddedAerospike server = EmbeddedAerospike.start();
        IAerospikeClient official =
            new AerospikeClient(null, new Host(server.host(), server.port()))) {
      Sample.put(official, KEY);
      for (int i = 0; i < TRIES; ) {
        try (Node node = new Node(server.hosts().get(0))) {
          for (int end = Math.min(TRIES, i + 1000); i < end; i++) {
            Call call = calls.get(random.nextInt(calls.size()));
            byte[] payload = damaged(call.payload(), calls, random);
            String bin = bin(call.type(), payload);
            int code =
                node.call(message(call.type(), bin, payload, random.nextInt(4) == 0), payload);
            assertThat(code).as(HexFormat.of().formatHex(payload)).isBetween(0, 255);
          }
        }
        Sample.put(official, KEY);
      }
    }
  }

  /** Each would take more time, memory or stack than there is, if nothing were done about it. */
  @Test
  @Timeout(60)
  void callsThatAskForTooMuchAreAnswered() throws IOException {
    try (EmbeddedAerospike server = EmbeddedAerospike.start();
        Node node = new Node(server.hosts().get(0))) {
      int put = OperationType.CDT_MODIFY;
      int get = OperationType.EXPRESSION_READ;
      assertThat(node.code(put, "9201", deep(1))).isZero();
      assertThat(node.code(get, "92", definitions(100_000))).isZero();
      assertThat(node.code(get, "92", definitions(200_000))).isEqualTo(4);
      assertThat(node.code(put, "93ccff", path(256), "93430102")).isZero();
      assertThat(node.code(put, "93ccff", path(257), "93430102")).isEqualTo(4);
      assertThat(node.code(put, "9201", deep(100_000))).isEqualTo(4);
      assertThat(node.code(OperationType.CDT_READ, "931607", deep(100_000))).isZero();
      assertThat(node.code(get, "92", deep(100_000))).isEqualTo(4);
      assertThat(node.code(put, "9303 ce05f5e100 01")).isEqualTo(13);
      assertThat(node.code(put, "93ccff 92cc90ce05f5e100 920101")).isEqualTo(13);
    }
  }

  /** What would be nested deeper than values may be has no value. */
  @Test
  void expressionsThatNestTooDeepAreUnknown() {
    try (EmbeddedAerospike server = EmbeddedAerospike.start();
        Client client = Aerospike.client("aerospike://" + server.host() + ":" + server.port())) {
      client.connect();
      client.put(KEY, Bins.of("l", nested(200), "n", 1));
      Context inside = Context.root();
      for (int i = 0; i < 60; i++) {
        inside = inside.allChildren();
      }
      assertUnknown(
          client, PathExp.modify(ExpType.LIST, Exp.val(nested(200)), Exp.listBin("l"), inside));
      assertUnknown(client, ListExp.append(Exp.val(nested(256)), Exp.val(nested(256))));
      assertUnknown(client, HllExp.mayContain(Exp.nil(), Exp.val(nested(256))));
      assertThat(client.get(KEY).getLong("n")).isEqualTo(1);
    }
  }

  private static void assertUnknown(Client client, Exp expression) {
    ExpOperation operation = ExpOperation.read("r", expression.build());
    assertThatThrownBy(() -> client.operate(KEY, operation))
        .isInstanceOfSatisfying(
            AerospikeException.class, e -> assertThat(e.resultCode()).isEqualTo(26));
  }

  private static List<?> nested(int depth) {
    List<?> list = List.of(1);
    for (int i = 1; i < depth; i++) {
      list = List.of(list);
    }
    return list;
  }

  /** Returns lists in each other. */
  private static byte[] deep(int lists) {
    byte[] bytes = new byte[lists + 1];
    Arrays.fill(bytes, (byte) 0x91);
    bytes[lists] = 1;
    return bytes;
  }

  /** Returns variables and an expression that is true, with an operation's flags. */
  private static byte[] definitions(int count) {
    WireWriter out = new WireWriter(16 * count);
    MsgPackWriter.writeListHeader(out, 2 + 2 * count);
    MsgPackWriter.writeLong(out, ExpOpcode.LET.code());
    for (int i = 0; i < count; i++) {
      MsgPackWriter.writeRawString(out, "v" + i);
      MsgPackWriter.writeNil(out);
    }
    out.putBytes(hex("c300"));
    return out.toByteArray();
  }

  /** Returns steps to the key 1 of maps, which are made where there are none. */
  private static byte[] path(int steps) {
    WireWriter out = new WireWriter(2 * steps);
    MsgPackWriter.writeListHeader(out, 2 * steps);
    for (int i = 0; i < steps; i++) {
      MsgPackWriter.writeLong(
          out, ContextCode.MAP | ContextCode.KEY | ContextCode.CREATE_MAP_UNORDERED);
      MsgPackWriter.writeLong(out, 1);
    }
    return out.toByteArray();
  }

  /** Damages bytes in one to four ways. */
  private static byte[] damaged(byte[] whole, List<Call> calls, Random random) {
    byte[] bytes = whole;
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(bytes.length + 1);
      bytes =
          switch (random.nextInt(6)) {
            case 0 -> replaced(bytes, at, 1, new byte[] {(byte) random.nextInt(256)});
            case 1 ->
                replaced(bytes, at, 1, new byte[] {(byte) BYTES[random.nextInt(BYTES.length)]});
            case 2 -> replaced(bytes, at, random.nextInt(4), new byte[0]);
            case 3 ->
                replaced(bytes, at, random.nextInt(3), VALUES.get(random.nextInt(VALUES.size())));
            case 4 -> replaced(bytes, at, 0, Arrays.copyOfRange(bytes, at, bytes.length));
            default -> {
              byte[] other = calls.get(random.nextInt(calls.size())).payload();
              int from = random.nextInt(other.length);
              yield replaced(
                  bytes, at, bytes.length, Arrays.copyOfRange(other, from, other.length));
            }
          };
      if (bytes.length == 0 || bytes.length > 10_000) {
        return whole;
      }
    }
    return bytes;
  }

  private static byte[] replaced(byte[] bytes, int at, int count, byte[] by) {
    WireWriter out = new WireWriter(bytes.length + by.length);
    out.putBytes(bytes, 0, at);
    out.putBytes(by);
    int rest = Math.min(bytes.length, at + count);
    out.putBytes(bytes, rest, bytes.length - rest);
    return out.toByteArray();
  }

  /** Returns a message with one operation, or with a filter that its payload begins with. */
  private static byte[] message(int type, String bin, byte[] payload, boolean asFilter) {
    boolean reads = OperationType.isRead(type);
    WireWriter out = new WireWriter(256);
    int frame = Frame.begin(out, Frame.MESSAGE);
    int fields = asFilter ? 4 : 3;
    new MessageHeader(
            reads ? MessageFlags.INFO1_READ : 0,
            reads ? 0 : MessageFlags.INFO2_WRITE,
            0,
            0,
            0,
            0,
            0,
            PATIENCE_MILLIS,
            fields,
            1)
        .write(out);
    Field.writeText(out, FieldType.NAMESPACE, KEY.namespace());
    Field.writeText(out, FieldType.SET, KEY.set());
    Field.write(out, FieldType.DIGEST, Digests.of(KEY.set(), "k"));
    if (asFilter) {
      Field.write(out, FieldType.FILTER_EXPRESSION, Arrays.copyOfRange(payload, 1, payload.length));
    }
    BinOperation.write(out, type, ParticleType.BLOB, bin, payload, 0, payload.length);
    Frame.end(out, frame);
    return out.toByteArray();
  }

  /** Returns the bin of the sample that a call is for. */
  private static String bin(int type, byte[] payload) {
    return switch (type) {
      case OperationType.BIT_READ, OperationType.BIT_MODIFY -> "b";
      case OperationType.HLL_READ, OperationType.HLL_MODIFY -> "h";
      case OperationType.CDT_READ, OperationType.CDT_MODIFY -> isOfMap(payload) ? "m" : "l";
      default -> "r";
    };
  }

  private static boolean isOfMap(byte[] payload) {
    return payload.length > 1 && payload[1] >= 0x40;
  }

  /** A connection that waits for one answer at a time. */
  private static final class Node implements AutoCloseable {
    private final Socket socket = new Socket();
    private final DataInputStream input;
    private int calls;

    Node(InetSocketAddress address) throws IOException {
      socket.connect(address, PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.setTcpNoDelay(true);
      input = new DataInputStream(socket.getInputStream());
    }

    /** Makes a call on a bin of its own, and returns the code that it is answered with. */
    int code(int type, Object... parts) {
      WireWriter out = new WireWriter(256);
      for (Object part : parts) {
        out.putBytes(part instanceof byte[] bytes ? bytes : hex(part.toString().replace(" ", "")));
      }
      return call(message(type, "c" + ++calls, out.toByteArray(), false), out.toByteArray());
    }

    int call(byte[] message, byte[] payload) {
      Message answer;
      try {
        socket.getOutputStream().write(message);
        int size = (int) (input.readLong() & 0xFFFF_FFFF_FFFFL);
        byte[] body = new byte[size];
        input.readFully(body);
        answer = Message.read(new WireReader(body));
      } catch (IOException e) {
        throw new AssertionError("no answer to " + HexFormat.of().formatHex(payload), e);
      }
      return answer.header().resultCode();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
