package dev.aero4j.internal.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CompletionQueueTest {
  @Test
  void aWholeGroupCostsOneTask() {
    Queue<Runnable> tasks = new ArrayDeque<>();
    List<Integer> done = new ArrayList<>();
    CompletionQueue queue = new CompletionQueue(tasks::add);

    for (int i = 0; i < 100; i++) {
      int number = i;
      queue.add(() -> done.add(number));
    }

    assertThat(tasks).hasSize(1);
    assertThat(done).isEmpty();
    tasks.remove().run();
    assertThat(done).hasSize(100).isSorted();
    queue.add(() -> done.add(100));
    assertThat(tasks).hasSize(1);
  }

  @Test
  void aCallbackThatBlocksDoesNotHoldUpTheOthers() throws InterruptedException {
    CountDownLatch second = new CountDownLatch(1);
    CountDownLatch first = new CountDownLatch(1);
    CompletionQueue queue = new CompletionQueue(task -> Thread.ofVirtual().start(task));
    CountDownLatch started = new CountDownLatch(1);

    queue.add(
        () -> {
          started.countDown();
          awaitQuietly(second);
          first.countDown();
        });
    queue.add(second::countDown);
    assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(second.getCount()).isEqualTo(1);
    // The first look takes note of the progress so far, the second sees that there was none since.
    queue.tick(0);
    queue.tick(1);

    assertThat(first.await(10, TimeUnit.SECONDS)).isTrue();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
