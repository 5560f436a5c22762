package dev.aero4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.message.Message;
import dev.aero4j.wire.message.OperationType;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ExpirationTest {
  private static final int START = 500_000_000;

  private final VirtualClock clock =
      new VirtualClock(Instant.parse("2010-01-01T00:00:00Z").plusSeconds(START));
  private final EmbeddedAerospike server =
      EmbeddedAerospike.builder()
          .clock(clock)
          .namespace("test")
          .namespace("hourly", NamespaceOptions.defaults().withDefaultTtl(Duration.ofHours(1)))
          .namespace("ageless", NamespaceOptions.defaults().withNsupPeriod(Duration.ZERO))
          .start();
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

  private Message put(String namespace, int ttl) throws IOException {
    return client.call(
        RawClient.Request.key(namespace, "s", "k")
            .info(0, 1, 0)
            .expiration(ttl)
            .operation(OperationType.WRITE, "a", 1L)
            .frame());
  }

  private Message get(String namespace, int readTouchPercent) throws IOException {
    return client.call(
        RawClient.Request.key(namespace, "s", "k")
            .info(3, 0, 0)
            .expiration(readTouchPercent)
            .frame());
  }

  @Test
  void aRecordLivesToTheEndOfItsLastSecond() throws IOException {
    assertThat(put("test", 10).header().expiration()).isEqualTo(START + 10);
    clock.advance(Duration.ofSeconds(10));
    assertThat(get("test", 0).header().resultCode()).isZero();
    assertThat(server.recordCount("test")).isEqualTo(1);
    clock.advance(Duration.ofSeconds(1));
    assertThat(get("test", 0).header().resultCode()).isEqualTo(ResultCode.KEY_NOT_FOUND);
    assertThat(server.recordCount("test")).isZero();
  }

  @Test
  void anExpiredRecordShowsItsGenerationUntilItIsRemoved() throws IOException {
    put("test", 10);
    clock.advance(Duration.ofSeconds(11));
    assertThat(get("test", 0).header().generation()).isEqualTo(1);
    clock.advance(Duration.ofSeconds(10));
    assertThat(get("test", 0).header().generation()).isZero();
  }

  @Test
  void aWriteOverAnExpiredRecordStartsAnew() throws IOException {
    put("test", 10);
    put("test", 10);
    clock.advance(Duration.ofSeconds(11));
    assertThat(put("test", 10).header().generation()).isEqualTo(1);
  }

  @Test
  void zeroTakesTheDefaultOfTheNamespace() throws IOException {
    assertThat(put("test", 0).header().expiration()).isZero();
    assertThat(put("hourly", 0).header().expiration()).isEqualTo(START + 3600);
  }

  @Test
  void minusOneLivesForEverAndMinusTwoKeepsTheLife() throws IOException {
    assertThat(put("hourly", -1).header().expiration()).isZero();
    assertThat(put("hourly", 60).header().expiration()).isEqualTo(START + 60);
    clock.advance(Duration.ofSeconds(20));
    assertThat(put("hourly", -2).header().expiration()).isEqualTo(START + 60);
  }

  @Test
  void minusTwoOnANewRecordIsTheDefault() throws IOException {
    assertThat(put("hourly", -2).header().expiration()).isEqualTo(START + 3600);
  }

  @Test
  void livesOverTenYearsAreRefused() throws IOException {
    assertThat(put("test", 315_360_000).header().resultCode()).isZero();
    assertThat(put("test", 315_360_001).header().resultCode())
        .isEqualTo(ResultCode.PARAMETER_ERROR);
    assertThat(put("test", -3).header().resultCode()).isEqualTo(ResultCode.PARAMETER_ERROR);
  }

  @Test
  void withoutNsupALifeIsForbidden() throws IOException {
    assertThat(put("ageless", 10).header().resultCode()).isEqualTo(ResultCode.FORBIDDEN);
    assertThat(put("ageless", 0).header().resultCode()).isZero();
  }

  @Test
  void aReadTowardsTheEndOfALifeRenewsItIfAsked() throws IOException {
    put("test", 100);
    clock.advance(Duration.ofSeconds(10));
    get("test", 50);
    assertThat(get("test", -1).header().expiration()).isEqualTo(START + 100);
    clock.advance(Duration.ofSeconds(50));
    Message read = get("test", 50);
    assertThat(read.header().expiration()).isEqualTo(START + 100);
    Message renewed = get("test", -1);
    assertThat(renewed.header().expiration()).isEqualTo(START + 160);
    assertThat(renewed.header().generation()).isEqualTo(1);
    assertThat(get("test", 101).header().resultCode()).isEqualTo(ResultCode.PARAMETER_ERROR);
  }

  @Test
  void aClockDoesNotGoBack() {
    assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
