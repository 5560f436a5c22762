package dev.aero4j.internal.io;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.jetbrains.lincheck.datastructures.Validate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whoever takes streams, gives them back and breaks them, in whatever order, and whenever the pool
 * is closed: no stream has two callers, whoever waits gets one, all places come back, and what is
 * open is what the pool knows; after its end nothing.
 */
public class StreamPoolLincheckTest {
  private static final int LIMIT = 2;
  private static final long LONG_NANOS = Long.MAX_VALUE / 4;

  private final FakeStreams sockets = new FakeStreams();
  private final StreamPool pool = sockets.pool(LIMIT);
  private final Set<Stream> held = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  @Operation
  public void useIdle() {
    Stream stream = pool.acquireIdle();
    if (stream != null) {
      hold(stream);
      pool.release(stream);
    }
  }

  @Operation
  public void waitAndUse() throws InterruptedException {
    Stream stream = take();
    if (stream != null) {
      hold(stream);
      pool.release(stream);
    }
  }

  @Operation
  public void waitAndBreak() throws InterruptedException {
    Stream stream = take();
    if (stream != null) {
      hold(stream);
      pool.discard(stream);
    }
  }

  @Operation
  public void maintain() {
    pool.suspect(System.nanoTime());
    pool.maintain();
  }

  @Operation(runOnce = true)
  public void close() {
    pool.close();
    closed = true;
  }

  private @Nullable Stream take() throws InterruptedException {
    if (!pool.enter(LONG_NANOS)) {
      throw new AssertionError("nobody gave back a place");
    }
    try {
      return pool.take();
    } catch (IOException e) {
      // It is closed.
      return null;
    }
  }

  private void hold(Stream stream) {
    if (!held.add(stream)) {
      throw new AssertionError("a stream has two callers");
    }
    if (pool.inUse() > LIMIT) {
      throw new AssertionError(pool.inUse() + " are in use");
    }
    held.remove(stream);
  }

  @Validate
  public void allCameBack() {
    int open = sockets.open();
    if (pool.inUse() != 0 || open != pool.openConnections() || (closed && open != 0)) {
      throw new AssertionError(
          pool.inUse()
              + " in use, "
              + open
              + " sockets open, "
              + pool.openConnections()
              + " known, closed: "
              + closed);
    }
  }

  @Test
  void keepsAccountInEveryExploredSchedule() {
    new ModelCheckingOptions()
        .threads(2)
        .actorsBefore(1)
        .actorsPerThread(1)
        .actorsAfter(0)
        .iterations(20)
        .invocationsPerIteration(100)
        .check(StreamPoolLincheckTest.class);
  }

  @Test
  void keepsAccountUnderStress() {
    new StressOptions()
        .threads(3)
        .iterations(10)
        .invocationsPerIteration(200)
        .check(StreamPoolLincheckTest.class);
  }
}
