package dev.aero4j.internal.execute;

import dev.aero4j.internal.io.FakeStreams;
import dev.aero4j.internal.io.Stream;
import dev.aero4j.internal.io.StreamPool;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/**
 * The opener, the batch that may give up, and the end of the client: the opening is handed in or
 * given up, never both and never neither, and its stream comes back in either case.
 */
public class OpeningLincheckTest {
  private final FakeStreams sockets = new FakeStreams();
  private final StreamPool pool = sockets.pool(1);
  private final Opening<String> opening = new Opening<>("rows", pool);
  private final Queue<Opening<String>> opened = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicBoolean givenUp = new AtomicBoolean();
  private final AtomicInteger handedIn = new AtomicInteger();

  @Operation(runOnce = true)
  public void open() {
    opening.open(0, opened);
    over.set(true);
  }

  @Operation(runOnce = true)
  public void giveUp() {
    if (opening.giveUp()) {
      givenUp.set(true);
    }
  }

  @Operation
  public void takeOpened() {
    Opening<String> next = opened.poll();
    if (next != null) {
      handedIn.incrementAndGet();
      giveBack(next);
    }
  }

  /** Somebody else uses the only place. */
  @Operation
  public void useIdle() {
    Stream stream = pool.acquireIdle();
    if (stream != null) {
      pool.release(stream);
    }
  }

  @Operation(runOnce = true)
  public void close() {
    FakeStreams.close(pool);
  }

  private void giveBack(Opening<String> done) {
    Stream stream = done.stream();
    if (stream != null) {
      pool.release(stream);
    }
  }

  @Validate
  public void nothingIsLost() {
    Opening<String> left = opened.poll();
    if (left != null) {
      handedIn.incrementAndGet();
      giveBack(left);
    }
    int ends = handedIn.get() + (givenUp.get() ? 1 : 0);
    int due = over.get() || givenUp.get() ? 1 : 0;
    if (ends != due || pool.inUse() != 0) {
      throw new AssertionError(
          ends + " ends of an opening, expected " + due + "; " + pool.inUse() + " streams in use");
    }
  }

  @Test
  void endsOnceInEveryExploredSchedule() {
    new ModelCheckingOptions()
        .threads(3)
        .actorsPerThread(2)
        .iterations(10)
        .invocationsPerIteration(100)
        .check(OpeningLincheckTest.class);
  }
}
