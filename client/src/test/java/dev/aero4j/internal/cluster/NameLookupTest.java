package dev.aero4j.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class NameLookupTest {
  private final AtomicInteger lookups = new AtomicInteger();

  @Test
  void numbersAreNotLookedUp() throws IOException {
    NameLookup lookup =
        new NameLookup(
            host -> {
              throw new AssertionError(host);
            });

    assertThat(lookup.addresses("192.0.2.7", Deadline.in(1000)))
        .containsExactly(InetAddress.getByName("192.0.2.7"));
    assertThat(lookup.addresses("2001:db8::1", Deadline.in(1000)))
        .containsExactly(InetAddress.getByName("2001:db8::1"));
  }

  @Test
  void eachAttemptLooksTheNameUpAnew() throws IOException {
    NameLookup lookup =
        new NameLookup(
            host ->
                new InetAddress[] {
                  InetAddress.getByName("192.0.2." + lookups.incrementAndGet()),
                  InetAddress.getByName("192.0.2.100")
                });

    for (int i = 1; i <= 3; i++) {
      assertThat(lookup.addresses("a.test", Deadline.in(10_000)))
          .containsExactly(
              InetAddress.getByName("192.0.2." + i), InetAddress.getByName("192.0.2.100"));
    }
  }

  @Test
  void aLookupThatHangsIsNotStartedAgain() {
    CountDownLatch hang = new CountDownLatch(1);
    NameLookup lookup =
        new NameLookup(
            host -> {
              lookups.incrementAndGet();
              try {
                hang.await();
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
              throw new UnknownHostException(host);
            });

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> lookup.addresses("slow.test", Deadline.in(20)))
          .isInstanceOf(SocketTimeoutException.class)
          .hasMessageContaining("20 ms");
    }
    assertThat(lookups).hasValue(1);
    hang.countDown();
    await()
        .untilAsserted(
            () ->
                assertThat(Thread.getAllStackTraces().keySet())
                    .noneMatch(thread -> thread.getName().equals("aero4j-dns-slow.test")));
  }

  @Test
  void anUnknownHostIsNamed() {
    NameLookup lookup =
        new NameLookup(
            host -> {
              throw new UnknownHostException(host);
            });

    assertThatThrownBy(() -> lookup.addresses("nope.test", Deadline.in(10_000)))
        .isInstanceOf(UnknownHostException.class)
        .hasMessageContaining("nope.test");
  }
}
