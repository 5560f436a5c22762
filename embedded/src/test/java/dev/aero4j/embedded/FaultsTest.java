package dev.aero4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.message.Message;
import dev.aero4j.wire.message.OperationType;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FaultsTest {
  private static final int SILENCE_MILLIS = 200;

  private final EmbeddedAerospike server = EmbeddedAerospike.start();
  private final Faults faults = server.faults();
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

  private static byte[] put(String key) {
    return RawClient.Request.key("test", "s", key)
        .info(0, 1, 0)
        .operation(OperationType.WRITE, "a", 1L)
        .frame();
  }

  private static byte[] get(String key) {
    return RawClient.Request.key("test", "s", key).info(3, 0, 0).frame();
  }

  private void expectSilence() throws IOException {
    client.socket().setSoTimeout(SILENCE_MILLIS);
    assertThatThrownBy(() -> client.input().read()).isInstanceOf(SocketTimeoutException.class);
    client.socket().setSoTimeout(10_000);
  }

  @Test
  void aDelayConcernsOnlyWhatItMatches() throws IOException {
    // Longer than the client waits.
    FaultRule endless =
        faults.add(FaultRule.delay(Duration.ofSeconds(20)).key("test", "s", "slow").reads());
    client.call(put("slow"));
    client.call(get("fast"));
    faults.remove(endless);
    faults.add(FaultRule.delay(Duration.ofMillis(300)).key("test", "s", "slow").reads());
    long start = System.nanoTime();
    client.call(get("slow"));
    assertThat(millisSince(start)).isGreaterThanOrEqualTo(300);
  }

  @Test
  void aSlowRecordDoesNotHoldUpOtherConnections() throws IOException {
    faults.add(FaultRule.delay(Duration.ofSeconds(20)).key("test", "s", "slow"));
    try (RawClient other = RawClient.to(server)) {
      client.send(put("slow"));
      assertThat(other.call(put("fast")).header().resultCode()).isZero();
    }
  }

  @Test
  void aDroppedRequestIsNotAppliedAndADroppedAnswerIs() throws IOException {
    faults.add(FaultRule.dropRequest().times(1));
    client.send(put("1"));
    expectSilence();
    assertThat(server.recordCount("test")).isZero();
    faults.add(FaultRule.dropAnswer().times(1));
    client.send(put("1"));
    expectSilence();
    assertThat(server.recordCount("test")).isEqualTo(1);
    assertThat(client.call(get("1")).header().resultCode()).isZero();
  }

  @Test
  void aCodeMayBeForcedWithOrWithoutApplying() throws IOException {
    FaultRule busy = faults.add(FaultRule.answer(ResultCode.KEY_BUSY).writes());
    assertThat(client.call(put("1")).header().resultCode()).isEqualTo(ResultCode.KEY_BUSY);
    assertThat(server.recordCount("test")).isZero();
    assertThat(faults.hits(busy)).isEqualTo(1);
    faults.remove(busy);
    faults.add(FaultRule.applyThenAnswer(ResultCode.TIMEOUT).writes().times(1));
    Message answer = client.call(put("1"));
    assertThat(answer.header().resultCode()).isEqualTo(ResultCode.TIMEOUT);
    assertThat(answer.operations()).isEmpty();
    assertThat(server.recordCount("test")).isEqualTo(1);
    assertThat(client.call(put("1")).header().resultCode()).isZero();
  }

  @Test
  void aConnectionMayBeResetInTheMiddleOfAnAnswer() throws IOException {
    faults.add(FaultRule.reset(10).times(1));
    client.send(get("1"));
    assertThatThrownBy(() -> client.input().readFully(new byte[30]))
        .isInstanceOfAny(SocketException.class, java.io.EOFException.class);
  }

  @Test
  void anAnswerMayComeInPieces() throws IOException {
    faults.add(FaultRule.split(1).times(1));
    assertThat(client.call(get("1")).header().resultCode()).isEqualTo(ResultCode.KEY_NOT_FOUND);
    faults.add(FaultRule.trickle(10, Duration.ofMillis(20)).times(1));
    long start = System.nanoTime();
    client.call(get("1"));
    assertThat(millisSince(start)).isGreaterThanOrEqualTo(40);
  }

  @Test
  void silenceLastsForTheRestOfTheConnection() throws IOException {
    faults.add(FaultRule.silence().times(1));
    client.send(get("1"));
    client.send(get("1"));
    expectSilence();
    try (RawClient other = RawClient.to(server)) {
      assertThat(other.call(get("1")).header().resultCode()).isEqualTo(ResultCode.KEY_NOT_FOUND);
    }
  }

  @Test
  void infoRequestsHaveRulesOfTheirOwn() throws IOException {
    faults.add(FaultRule.dropAnswer().info());
    assertThat(client.call(get("1")).header().resultCode()).isEqualTo(ResultCode.KEY_NOT_FOUND);
    client.send(new byte[] {2, 1, 0, 0, 0, 0, 0, 5, 'n', 'o', 'd', 'e', '\n'});
    expectSilence();
  }

  @Test
  void aPausedNodeAnswersEverythingAfterwards() throws IOException {
    faults.pause("A1");
    client.send(get("1"));
    expectSilence();
    faults.clear();
    assertThat(client.readMessages().get(0).header().resultCode())
        .isEqualTo(ResultCode.KEY_NOT_FOUND);
    assertThatThrownBy(() -> faults.pause("Z")).hasMessageContaining("A1");
  }

  @Test
  void rulesSayWhatTheyDo() {
    assertThat(FaultRule.delay(Duration.ofSeconds(1)).set("s").writes().times(2).toString())
        .contains("Delay", "WRITE", "set 's'", "2 times");
    assertThatThrownBy(() -> FaultRule.split(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> FaultRule.answer(256)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> FaultRule.silence().times(0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static long millisSince(long startNanos) {
    return Duration.ofNanos(System.nanoTime() - startNanos).toMillis();
  }
}
