package dev.aero4j.internal.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundTest {
  private final List<Integer> admitted = new ArrayList<>();

  @Test
  void pastTheLimitNobodyEntersUntilSomeoneLeaves() {
    Bound bound = new Bound(2, 1);

    assertThat(bound.tryEnter()).isTrue();
    assertThat(bound.tryEnter()).isTrue();
    assertThat(bound.tryEnter()).isFalse();
    bound.exit();
    assertThat(bound.tryEnter()).isTrue();
    assertThat(bound.inUse()).isEqualTo(2);
  }

  @Test
  void aPermitThatIsGivenBackGoesToTheOldestInTheQueue() {
    Bound bound = new Bound(1, 2);
    bound.tryEnter();

    assertThat(bound.enqueue(waiter(1, false))).isTrue();
    assertThat(bound.enqueue(waiter(2, false))).isTrue();
    assertThat(bound.enqueue(waiter(3, false))).isFalse();
    assertThat(admitted).isEmpty();

    bound.exit();
    assertThat(admitted).containsExactly(1);
    bound.exit();
    assertThat(admitted).containsExactly(1, 2);
    bound.exit();
    assertThat(bound.inUse()).isZero();
  }

  @Test
  void whoHasGivenUpIsPassedOver() {
    Bound bound = new Bound(1, 5);
    bound.tryEnter();
    bound.enqueue(waiter(1, true));
    bound.enqueue(waiter(2, false));

    bound.exit();

    assertThat(admitted).containsExactly(2);
    assertThat(bound.queued()).isZero();
  }

  @Test
  void whoQueuesWhileThereIsAPermitIsAdmittedAtOnce() {
    Bound bound = new Bound(1, 5);

    bound.enqueue(waiter(1, false));

    assertThat(admitted).containsExactly(1);
    assertThat(bound.inUse()).isEqualTo(1);
  }

  private Bound.Waiter waiter(int number, boolean gaveUp) {
    return new Bound.Waiter() {
      @Override
      public void admitted() {
        admitted.add(number);
      }

      @Override
      public boolean gaveUp() {
        return gaveUp;
      }

      @Override
      public void tick(long now) {}
    };
  }
}
