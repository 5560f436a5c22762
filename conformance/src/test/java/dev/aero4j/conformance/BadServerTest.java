package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aero4j.AerospikeException;
import dev.aero4j.AerospikeTimeoutException;
import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.ClientException;
import dev.aero4j.ConnectionException;
import dev.aero4j.Key;
import dev.aero4j.conformance.harness.Backend;
import dev.aero4j.conformance.harness.Face;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.conformance.harness.Leaks;
import dev.aero4j.conformance.harness.Relay;
import dev.aero4j.embedded.EmbeddedAerospike;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.policy.WritePolicy;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A node that answers info as it should, and commands as it should not: one clear exception each,
 * within its deadline, in doubt exactly when a write may have arrived; and afterwards all is well.
 */
class BadServerTest {
  private static final Duration LIMIT = Duration.ofMillis(500);
  private static final Duration PATIENCE = LIMIT.plusMillis(700);

  /** A frame's head with a body of 22 bytes, and the message header of an OK without bins. */
  private static final byte[] OK =
      HexFormat.of().parseHex("0203000000000016" + "16000000000000000001000000000000000000000000");

  private final CountDownLatch over = new CountDownLatch(1);
  private EmbeddedAerospike node;
  private Relay relay;
  private Leaks leaks;

  @BeforeEach
  void start() {
    node = EmbeddedAerospike.start();
    relay = Relay.before(node.hosts().getFirst());
    leaks = Leaks.since();
  }

  @AfterEach
  void stop() {
    over.countDown();
    leaks.assertNone();
    relay.close();
    node.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC", "ASYNC_IN_COMPANY"})
  void aServerThatClosesInPlaceOfAnAnswer(Face face) {
    checkBroken(face, (request, asked, client, answer) -> false);
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC", "ASYNC_IN_COMPANY"})
  void aServerThatClosesAfterTheHeader(Face face) {
    checkBroken(
        face,
        (request, asked, client, answer) -> {
          answer.write(asked.ask(request), 0, 8 + 10);
          return false;
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aServerThatResetsTheConnection(Face face) {
    checkBroken(
        face,
        (request, asked, client, answer) -> {
          client.setSoLinger(true, 0);
          return false;
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC", "ASYNC_IN_COMPANY"})
  void aServerThatNeverAnswers(Face face) {
    checkSilent(
        face,
        (request, asked, client, answer) -> {
          over.await();
          return false;
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC", "ASYNC_IN_COMPANY"})
  void aServerThatTricklesAByteASecond(Face face) {
    checkSilent(
        face,
        (request, asked, client, answer) -> {
          for (byte next : asked.ask(request)) {
            answer.write(next);
            if (over.await(1, TimeUnit.SECONDS)) {
              break;
            }
          }
          return false;
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aServerThatAnnouncesMoreThanItSends(Face face) {
    checkSilent(
        face,
        (request, asked, client, answer) -> {
          byte[] longer = asked.ask(request).clone();
          longer[6]++;
          answer.write(longer);
          over.await();
          return false;
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aServerThatAnnouncesMoreThanThereCanBe(Face face) {
    checkBroken(
        face,
        (request, asked, client, answer) -> {
          byte[] absurd = OK.clone();
          Arrays.fill(absurd, 2, 8, (byte) 0x7F);
          answer.write(absurd);
          return false;
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aServerThatAnnouncesLessThanAHeader(Face face) {
    checkBroken(
        face,
        (request, asked, client, answer) -> {
          byte[] small = OK.clone();
          small[7] = 3;
          answer.write(small, 0, 8 + 3);
          return true;
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aServerThatCountsMoreBinsThanItSends(Face face) {
    checkBroken(
        face,
        (request, asked, client, answer) -> {
          byte[] many = OK.clone();
          many[8 + 21] = 100;
          answer.write(many);
          return true;
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aServerOfAnotherVersion(Face face) {
    checkBroken(
        face,
        (request, asked, client, answer) -> {
          byte[] other = OK.clone();
          other[0] = 9;
          answer.write(other);
          return true;
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aServerThatAnswersGarbage(Face face) {
    byte[] garbage = new byte[500];
    new Random(7).nextBytes(garbage);
    checkBroken(
        face,
        (request, asked, client, answer) -> {
          answer.write(garbage);
          return true;
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC", "ASYNC_IN_COMPANY"})
  void anAnswerThatWasNotAskedForDoesNotReachAnotherCall(Face face) {
    Key key = Keys.fresh();
    Key other = Keys.fresh();
    try (Client client = connect(face)) {
      client.put(key, Bins.of("a", 1));
      client.put(other, Bins.of("a", 2));
      relay.script(
          (request, asked, socket, answer) -> {
            byte[] once = asked.ask(request);
            byte[] twice = Arrays.copyOf(once, once.length * 2);
            System.arraycopy(once, 0, twice, once.length, once.length);
            answer.write(twice);
            return true;
          });
      for (int i = 0; i < 20; i++) {
        try {
          assertThat(client.get(key).getLong("a")).isEqualTo(1);
          assertThat(client.get(other).getLong("a")).isEqualTo(2);
        } catch (AerospikeException seen) {
          // A connection with an answer too many may be given up; a wrong answer may not be given.
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC", "ASYNC_IN_COMPANY"})
  void aLateAnswerDoesNotReachAnotherCall(Face face) {
    Key slow = Keys.fresh();
    Key other = Keys.fresh();
    try (Client client = connect(face)) {
      client.put(slow, Bins.of("a", 1));
      client.put(other, Bins.of("a", 2));
      ReadPolicy hasty =
          ReadPolicy.builder()
              .totalTimeout(Duration.ofMillis(60))
              .timeoutDelay(Duration.ofSeconds(3))
              .maxRetries(0)
              .build();
      relay.script(
          (request, asked, socket, answer) -> {
            byte[] late = asked.ask(request);
            if (!over.await(150, TimeUnit.MILLISECONDS)) {
              answer.write(late);
            }
            return true;
          });
      assertThatThrownBy(() -> client.get(slow, hasty))
          .isInstanceOf(AerospikeTimeoutException.class);
      relay.pass();
      for (int i = 0; i < 10; i++) {
        assertThat(client.get(other).getLong("a")).isEqualTo(2);
        assertThat(client.get(slow).getLong("a")).isEqualTo(1);
      }
    }
  }

  /** The connection cannot be used any more: known at once. */
  private void checkBroken(Face face, Relay.Script script) {
    check(face, script, ConnectionException.class, ClientException.class);
  }

  /** Nothing tells that it will not come: known at the deadline. */
  private void checkSilent(Face face, Relay.Script script) {
    check(face, script, AerospikeTimeoutException.class);
  }

  private void check(Face face, Relay.Script script, Class<?>... types) {
    Key key = Keys.fresh();
    try (Client client = connect(face)) {
      client.put(key, Bins.of("n", 1));
      relay.script(script);
      ReadPolicy read = ReadPolicy.builder().totalTimeout(LIMIT).build();
      WritePolicy write = WritePolicy.builder().totalTimeout(LIMIT).build();
      fails(() -> client.get(key, read), false, key, types);
      fails(() -> client.exists(key, read), false, key, types);
      fails(() -> client.put(key, Bins.of("x", 1), write), true, key, types);
      fails(() -> client.increment(key, "n", 1, write), true, key, types);
      relay.pass();
      await()
          .atMost(Duration.ofSeconds(5))
          .ignoreException(AerospikeException.class)
          .until(() -> client.exists(key).found());
      client.put(key, Bins.of("n", 5));
      assertThat(client.get(key).getLong("n")).isEqualTo(5);
    }
    await().atMost(Duration.ofSeconds(5)).until(() -> over.getCount() == 0 || idle());
  }

  /** Connections that a script still holds end with the test. */
  private boolean idle() {
    over.countDown();
    return relay.connectionsOpen() == 0;
  }

  private Client connect(Face face) {
    return face.open(Backend.config(relay.seeds()).build()).connect();
  }

  private static void fails(ThrowingCallable call, boolean inDoubt, Key key, Class<?>... types) {
    long start = System.nanoTime();
    assertThatThrownBy(call)
        .isInstanceOfAny(types)
        .hasMessageContaining(key.namespace())
        .hasMessageContaining(key.set())
        .hasMessageContaining(key.digestHex())
        .isInstanceOfSatisfying(
            AerospikeException.class,
            e -> {
              // In company the connections may all be taken by reads that wait for the server, too.
              boolean sent = !e.getMessage().contains("it waited for a free connection");
              assertThat(e.inDoubt()).as("in doubt: %s", e).isEqualTo(inDoubt && sent);
              assertThat(e.attempts()).isPositive();
              assertThat(e.node()).isNotNull();
            });
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
  }
}
