package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.InvalidArgumentException;
import dev.aero4j.Key;
import dev.aero4j.Record;
import dev.aero4j.RecordGenerationException;
import dev.aero4j.RecordNotFoundException;
import dev.aero4j.conformance.harness.Backend;
import dev.aero4j.conformance.harness.Everywhere;
import dev.aero4j.conformance.harness.Face;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.embedded.EmbeddedAerospike;
import dev.aero4j.embedded.NamespaceOptions;
import dev.aero4j.embedded.VirtualClock;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.policy.Ttl;
import dev.aero4j.policy.WriteMeta;
import dev.aero4j.policy.WritePolicy;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Times to live: given, default, never, kept; touched, expired. */
class TtlTest {
  private static final Pattern DEFAULT_TTL = Pattern.compile("default-ttl=(\\d+)");

  @Everywhere
  void aTimeToLiveGivenByMetaOrPolicyIsSeen(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("a", 1), WriteMeta.ttl(500));
    assertThat(client.get(key).ttlSeconds()).isBetween(490L, 500L);
    client.put(key, Bins.of("a", 1), WritePolicy.builder().ttl(800).build());
    assertThat(client.get(key).ttlSeconds()).isBetween(790L, 800L);
    client.put(key, Bins.of("a", 1), WritePolicy.builder().ttl(800).build(), WriteMeta.ttl(300));
    assertThat(client.get(key).ttlSeconds()).isBetween(290L, 300L);
    assertThat(client.get(key).expiresAt()).isNotNull();
  }

  @Everywhere
  void aRecordThatNeverExpiresSaysSo(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("a", 1), WriteMeta.ttl(Ttl.NEVER_EXPIRE));
    Record record = client.get(key);
    assertThat(record.ttlSeconds()).isEqualTo(Ttl.NEVER_EXPIRE);
    assertThat(record.expiresAt()).isNull();
    assertThat(record.meta().voidTime()).isZero();
  }

  @Everywhere
  void theDefaultIsTheNamespaces(Client client) {
    long expected = defaultTtl(client);
    Key key = Keys.fresh();
    client.put(key, Bins.of("a", 1), WriteMeta.ttl(777));
    client.put(key, Bins.of("a", 2));
    long found = client.get(key).ttlSeconds();
    if (expected == 0) {
      assertThat(found).isEqualTo(Ttl.NEVER_EXPIRE);
    } else {
      assertThat(found).isBetween(expected - 10, expected);
    }
  }

  @Everywhere
  void dontUpdateKeepsTheTimeToLive(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("a", 1), WriteMeta.ttl(600));
    long voidTime = client.get(key).meta().voidTime();
    client.put(key, Bins.of("a", 2), WriteMeta.ttl(Ttl.DONT_UPDATE));
    assertThat(client.get(key).meta().voidTime()).isEqualTo(voidTime);
    client.operate(key, List.of(Operation.add("a", 1)), WriteMeta.ttl(Ttl.DONT_UPDATE));
    assertThat(client.get(key).meta().voidTime()).isEqualTo(voidTime);
    assertThat(client.get(key).getLong("a")).isEqualTo(3);
  }

  @Everywhere
  void touchRenewsTheTimeToLiveAndCountsTheGeneration(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("a", 1), WriteMeta.ttl(100));
    client.touch(key, 900);
    assertThat(client.get(key).ttlSeconds()).isBetween(890L, 900L);
    assertThat(client.get(key).generation()).isEqualTo(2);
    client.touch(key, Ttl.NEVER_EXPIRE);
    assertThat(client.get(key).ttlSeconds()).isEqualTo(Ttl.NEVER_EXPIRE);
    client.touch(key, WriteMeta.ttl(400));
    assertThat(client.get(key).ttlSeconds()).isBetween(390L, 400L);
    client.touch(key, WritePolicy.builder().ttl(200).build());
    assertThat(client.get(key).ttlSeconds()).isBetween(190L, 200L);
    assertThat(client.get(key).generation()).isEqualTo(5);
    assertThat(client.get(key).getLong("a")).isEqualTo(1);
  }

  @Everywhere
  void touchWithoutTimeToLiveTakesTheNamespaces(Client client) {
    long expected = defaultTtl(client);
    Key key = Keys.fresh();
    client.put(key, Bins.of("a", 1), WriteMeta.ttl(100));
    client.touch(key);
    assertThat(client.get(key).ttlSeconds())
        .isBetween(expected == 0 ? -1 : expected - 10, expected == 0 ? -1 : expected);
  }

  @Everywhere
  void touchOfNoRecordIsNotFoundAndOfAnotherGenerationRefused(Client client) {
    Key key = Keys.fresh();
    assertThatThrownBy(() -> client.touch(key, 100)).isInstanceOf(RecordNotFoundException.class);
    assertThatThrownBy(() -> client.touch(key)).isInstanceOf(RecordNotFoundException.class);
    client.put(key, Bins.of("a", 1));
    assertThatThrownBy(() -> client.touch(key, 100, WriteMeta.generation(5)))
        .isInstanceOf(RecordGenerationException.class);
  }

  @Everywhere
  void aTimeToLiveOutOfRangeIsRefusedBeforeSending(Client client) {
    Key key = Keys.fresh();
    assertThatThrownBy(() -> client.touch(key, -3))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("-3");
    assertThatThrownBy(() -> client.touch(key, Ttl.MAX_SECONDS + 1L))
        .isInstanceOf(InvalidArgumentException.class);
    client.put(key, Bins.of("a", 1), WriteMeta.ttl(Ttl.MAX_SECONDS));
    assertThat(client.get(key).ttlSeconds()).isGreaterThan(Ttl.MAX_SECONDS - 10);
  }

  @Everywhere(faces = Face.BLOCKING)
  void aRecordExpires(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("a", 1), WriteMeta.ttl(1));
    await().atMost(Duration.ofSeconds(5)).until(() -> !client.exists(key).found());
    assertThatThrownBy(() -> client.get(key)).isInstanceOf(RecordNotFoundException.class);
    client.put(key, Bins.of("b", 1), WriteMeta.ttl(1_000));
    assertThat(client.get(key).generation()).isEqualTo(1);
    assertThat(client.get(key).binNames()).containsExactly("b");
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void withAVirtualClockRecordsExpireWithoutWaiting(Face face) {
    VirtualClock clock = new VirtualClock();
    NamespaceOptions options = NamespaceOptions.defaults().withDefaultTtl(Duration.ofHours(1));
    try (EmbeddedAerospike node =
            EmbeddedAerospike.builder().namespace("test", options).clock(clock).start();
        Client client = face.open(Backend.config(node.seeds()).build()).connect()) {
      Key short1 = Keys.fresh();
      Key default1 = Keys.fresh();
      Key never = Keys.fresh();
      client.put(short1, Bins.of("a", 1), WriteMeta.ttl(60));
      client.put(default1, Bins.of("a", 1));
      client.put(never, Bins.of("a", 1), WriteMeta.ttl(Ttl.NEVER_EXPIRE));
      clock.advance(Duration.ofSeconds(60));
      assertThat(client.exists(short1).found()).isTrue();
      clock.advance(Duration.ofSeconds(1));
      assertThat(client.exists(short1).found()).isFalse();
      assertThat(client.exists(default1).found()).isTrue();
      client.touch(default1);
      clock.advance(Duration.ofMinutes(59));
      assertThat(client.exists(default1).found()).isTrue();
      clock.advance(Duration.ofMinutes(3));
      assertThat(client.exists(default1).found()).isFalse();
      assertThat(client.exists(never).found()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC", "ASYNC_IN_COMPANY"})
  void aReadRenewsTheTimeToLiveWhenLittleOfItIsLeft(Face face) {
    VirtualClock clock = new VirtualClock();
    try (EmbeddedAerospike node = EmbeddedAerospike.builder().clock(clock).start();
        Client client = face.open(Backend.config(node.seeds()).build()).connect()) {
      Key key = Keys.fresh();
      client.put(key, Bins.of("a", 1), WriteMeta.ttl(1_000));
      long before = client.get(key).meta().voidTime();
      ReadPolicy touching = ReadPolicy.builder().readTouchTtlPercent(80).build();
      clock.advance(Duration.ofSeconds(100));
      assertThat(client.get(key, touching).meta().voidTime()).isEqualTo(before);
      clock.advance(Duration.ofSeconds(200));
      assertThat(client.get(key, touching).getLong("a")).isEqualTo(1);
      await()
          .atMost(Duration.ofSeconds(5))
          .until(() -> client.get(key).meta().voidTime() == before + 300);
      assertThat(client.get(key).generation()).isEqualTo(1);
    }
  }

  private static long defaultTtl(Client client) {
    Matcher matcher = DEFAULT_TTL.matcher(client.infoRandomNode("namespace/" + Keys.NAMESPACE));
    assertThat(matcher.find()).isTrue();
    return Long.parseLong(matcher.group(1));
  }
}
