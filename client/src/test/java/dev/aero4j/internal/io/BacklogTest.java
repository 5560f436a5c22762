package dev.aero4j.internal.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BacklogTest {
  private final Inbox inbox = new Inbox();
  private final Suspects suspects = new Suspects(0);
  private final Backlog backlog = new Backlog(suspects, true);
  private final Exchange exchange = new Exchange(128);

  @Test
  void theOldestGoFirst() {
    push(1, 10, true);

    backlog.take(exchange, 128, true);

    assertThat(exchange.batch).isTrue();
    assertThat(taken()).hasSize(10).isSorted();
    assertThat(backlog.size()).isZero();
  }

  @Test
  void noGroupIsLargerThanTheLimit() {
    push(1, 130, true);

    backlog.take(exchange, 128, true);

    assertThat(taken()).hasSize(128).startsWith(1L, 2L);
    assertThat(backlog.size()).isEqualTo(2);
  }

  @Test
  void fewerThanFourTravelOneAfterAnother() {
    push(1, 3, true);

    backlog.take(exchange, 128, true);

    assertThat(exchange.batch).isFalse();
    assertThat(taken()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void withoutGroupingOneTravelsAtATime() {
    Backlog alone = new Backlog(suspects, false);
    inbox.push(Attempts.numbered(1, true));
    inbox.push(Attempts.numbered(2, true));
    alone.absorb(inbox.takeAll(), 0);

    alone.take(exchange, 1, true);

    assertThat(taken()).containsExactly(1L);
  }

  @Test
  void aSuspectTravelsAlone() {
    Attempt slow = Attempts.numbered(5, true);
    suspects.suspect(slow.command(), 0);
    push(1, 10, true);

    backlog.take(exchange, 128, true);
    assertThat(taken()).hasSize(9).doesNotContain(5L);
    exchange.clear();
    backlog.take(exchange, 128, true);

    assertThat(exchange.batch).isFalse();
    assertThat(taken()).containsExactly(5L);
  }

  @Test
  void aConvictWaitsUntilThereIsASlotToSpare() {
    Attempt slow = Attempts.numbered(1, true);
    suspects.slowAlone(slow.command(), 0);
    suspects.slowAlone(slow.command(), 0);
    push(1, 10, true);

    backlog.take(exchange, 128, false);
    assertThat(taken()).hasSize(9).doesNotContain(1L);
    exchange.clear();
    backlog.take(exchange, 128, false);
    assertThat(exchange.count).isZero();
    backlog.take(exchange, 128, true);

    assertThat(taken()).containsExactly(1L);
  }

  @Test
  void thoseThatCannotBeGroupedAreNotStarved() {
    push(1, 1, false);
    push(2, 10, true);

    assertThat(backlog.othersWait()).isTrue();
    backlog.take(exchange, 128, true);
    assertThat(taken()).containsExactly(1L);
    assertThat(backlog.othersWait()).isFalse();
    exchange.clear();
    backlog.take(exchange, 128, true);
    assertThat(exchange.batch).isTrue();
    assertThat(taken()).hasSize(9).startsWith(2L);
  }

  @Test
  void whatHasGivenUpIsLeftOut() {
    push(1, 10, true);
    Attempt newest = Attempts.numbered(11, true);
    newest.abandon(Attempts.FAILURE);
    inbox.push(newest);
    backlog.absorb(inbox.takeAll(), 0);

    backlog.take(exchange, 128, true);

    assertThat(taken()).hasSize(10).doesNotContain(11L);
    assertThat(backlog.size()).isZero();
  }

  @Test
  void whatIsPutBackComesNext() {
    push(1, 3, true);
    backlog.take(exchange, 128, true);
    backlog.putBack(exchange.members[2], 0);
    push(4, 4, true);
    exchange.clear();

    backlog.take(exchange, 128, true);

    assertThat(taken()).containsExactly(3L, 4L);
  }

  @Test
  void theOverdueAreTakenOut() {
    push(1, 10, true);

    List<Attempt> overdue = backlog.takeOverdue(1_000_004L);

    assertThat(overdue).extracting(Attempt::startNanos).containsExactly(1L, 2L, 3L, 4L);
    assertThat(backlog.size()).isEqualTo(6);
  }

  private void push(int from, int to, boolean groupable) {
    for (int i = from; i <= to; i++) {
      inbox.push(Attempts.numbered(i, groupable));
    }
    backlog.absorb(inbox.takeAll(), 0);
  }

  private List<Long> taken() {
    List<Long> numbers = new ArrayList<>();
    for (int i = 0; i < exchange.count; i++) {
      numbers.add(exchange.members[i].startNanos());
    }
    return numbers;
  }
}
