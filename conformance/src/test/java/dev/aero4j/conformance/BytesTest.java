package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.aerospike.client.AerospikeClient;
import com.aerospike.client.Bin;
import com.aerospike.client.Host;
import com.aerospike.client.policy.ClientPolicy;
import com.aerospike.client.policy.Policy;
import com.aerospike.client.policy.WritePolicy;
import dev.aero4j.Aerospike;
import dev.aero4j.AerospikeException;
import dev.aero4j.AsyncClient;
import dev.aero4j.Client;
import dev.aero4j.Key;
import dev.aero4j.conformance.ByteCases.Case;
import dev.aero4j.conformance.harness.Backend;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.conformance.harness.OfficialValues;
import dev.aero4j.conformance.harness.Relay;
import dev.aero4j.embedded.EmbeddedAerospike;
import dev.aero4j.policy.ReadPolicy;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For the same call, the bytes on the wire are those of the official client 9.3.0.
 *
 * <p>Compared are whole frames: head, header, fields and operations. There is freedom in how a
 * compressed frame is deflated, so that what is inside is compared, and in the server's time limit
 * when there is no total one, which has a test of its own.
 */
class BytesTest {
  private static final int COMPRESSED = 4;
  private static final int TIME_LIMIT = 8 + 14;
  private static final int COMPRESSED_HEAD = 16;

  private static EmbeddedAerospike node;
  private static Relay relay;
  private static Client ours;
  private static AsyncClient oursAsync;
  private static AerospikeClient theirs;

  @BeforeAll
  static void connect() {
    node = EmbeddedAerospike.start();
    relay = Relay.before(node.hosts().getFirst());
    ours = Aerospike.client(Backend.config(relay.seeds()).build()).connect();
    oursAsync = Aerospike.asyncClient(Backend.config(relay.seeds()).build());
    oursAsync.connect().join();
    ClientPolicy policy = new ClientPolicy();
    policy.timeout = 5_000;
    theirs = new AerospikeClient(policy, Host.parseHosts(relay.seeds(), 3000));
  }

  @AfterAll
  static void close() {
    theirs.close();
    oursAsync.close();
    ours.close();
    relay.close();
    node.close();
  }

  static Stream<Case> cases() {
    return ByteCases.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void bytesAreThoseOfTheOfficialClient(Case pair) {
    Key key = pair.key();
    prepare(key);
    byte[] official =
        sent(() -> pair.theirs().call(theirs, OfficialValues.toTheirs(key), theirTimes()));
    prepare(key);
    byte[] blocking = sent(() -> pair.ours().call(ours, key));
    assertThat(hex(blocking)).as("ours against the official client's").isEqualTo(hex(official));
    prepare(key);
    byte[] async = sent(() -> pair.oursAsync().call(oursAsync, key).join());
    assertThat(hex(async)).as("async against blocking").isEqualTo(hex(blocking));
  }

  /**
   * The one field that differs: how long the server may work on it, when only silence is limited.
   * The official client then sets no limit; ours tells when nobody will listen any more.
   */
  @Test
  void withoutATotalTimeoutTheServerIsToldTheSocketTimeout() {
    Key key = Keys.fresh();
    prepare(key);
    Policy policy = new Policy();
    policy.setTimeouts(ByteCases.SOCKET_MILLIS, 0);
    byte[] official = sent(() -> theirs.get(policy, OfficialValues.toTheirs(key)));
    ReadPolicy read =
        ReadPolicy.builder()
            .socketTimeout(Duration.ofMillis(ByteCases.SOCKET_MILLIS))
            .totalTimeout(Duration.ZERO)
            .build();
    byte[] ours = sent(() -> BytesTest.ours.get(key, read));
    assertThat(ByteBuffer.wrap(official).getInt(TIME_LIMIT)).isZero();
    assertThat(ByteBuffer.wrap(ours).getInt(TIME_LIMIT)).isEqualTo(ByteCases.SOCKET_MILLIS);
    ByteBuffer.wrap(ours).putInt(TIME_LIMIT, 0);
    assertThat(hex(ours)).isEqualTo(hex(official));
  }

  /** The time limit travels, so both clients get the same. */
  private static ByteCases.Times theirTimes() {
    return new ByteCases.Times() {
      @Override
      public Policy read() {
        Policy policy = new Policy();
        policy.setTimeouts(ByteCases.SOCKET_MILLIS, ByteCases.TOTAL_MILLIS);
        return policy;
      }

      @Override
      public WritePolicy write() {
        WritePolicy policy = new WritePolicy();
        policy.setTimeouts(ByteCases.SOCKET_MILLIS, ByteCases.TOTAL_MILLIS);
        return policy;
      }
    };
  }

  private static void prepare(Key key) {
    com.aerospike.client.Key record = OfficialValues.toTheirs(key);
    theirs.delete(null, record);
    theirs.put(
        null,
        record,
        new Bin("n", 1),
        new Bin("s", "text"),
        new Bin("d", 1.5),
        new Bin("b", new byte[] {1}));
    List<byte[]> unused = relay.takeRecorded();
  }

  /** What a call sends; whether the node likes it does not matter here. */
  private static byte[] sent(Runnable call) {
    try {
      call.run();
    } catch (AerospikeException
        | com.aerospike.client.AerospikeException
        | CompletionException answered) {
      // Such as one for a generation that does not fit.
    }
    List<byte[]> frames = relay.takeRecorded();
    assertThat(frames).hasSize(1);
    return inflated(frames.getFirst());
  }

  private static byte[] inflated(byte[] frame) {
    if (frame[1] != COMPRESSED) {
      return frame;
    }
    Inflater inflater = new Inflater();
    inflater.setInput(frame, COMPRESSED_HEAD, frame.length - COMPRESSED_HEAD);
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    plain.write('C');
    plain.write(frame, COMPRESSED_HEAD - 8, 8);
    byte[] buffer = new byte[8_192];
    try {
      while (!inflater.finished()) {
        plain.write(buffer, 0, inflater.inflate(buffer));
      }
    } catch (DataFormatException e) {
      throw new AssertionError(e);
    } finally {
      inflater.end();
    }
    return plain.toByteArray();
  }

  private static String hex(byte[] bytes) {
    int shown = Math.min(bytes.length, 4_000);
    return HexFormat.ofDelimiter(" ").formatHex(bytes, 0, shown)
        + " … "
        + Arrays.hashCode(bytes)
        + ", "
        + bytes.length
        + " bytes, set "
        + Keys.SET;
  }
}
