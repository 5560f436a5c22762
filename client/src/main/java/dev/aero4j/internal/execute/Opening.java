package dev.aero4j.internal.execute;

import dev.aero4j.internal.io.Stream;
import dev.aero4j.internal.io.StreamPool;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a stream to a node on a thread of its own: until one becomes free, or a connection is
 * made. So a node that does not answer keeps a batch neither from the answers of other nodes nor
 * beyond its deadline.
 *
 * <p>Whoever moves {@link #state} from OPENING first decides: the opener, which then hands itself
 * in, or the batch, which gives up; then the opener gives the stream back.
 *
 * @param <S> what the stream is for
 */
final class Opening<S> {
  private enum State {
    OPENING,
    OPENED,
    GIVEN_UP
  }

  final S share;
  private final StreamPool streams;
  private final AtomicReference<State> state = new AtomicReference<>(State.OPENING);

  // Written by the opener before it moves the state, read after that.
  private @Nullable Stream stream;
  private @Nullable Exception failure;

  Opening(S share, StreamPool streams) {
    this.share = share;
    this.streams = streams;
  }

  /**
   * Starts to wait.
   *
   * @param waitNanos for how long at most
   * @param opened where this is handed in when it is over
   */
  void start(long waitNanos, Queue<Opening<S>> opened) {
    Thread.startVirtualThread(() -> open(waitNanos, opened));
  }

  /** Does so on the calling thread. */
  void open(long waitNanos, Queue<Opening<S>> opened) {
    try {
      if (streams.enter(waitNanos)) {
        if (state.get() == State.OPENING) {
          stream = streams.take();
        } else {
          streams.leave();
        }
      }
    } catch (IOException | InterruptedException | RuntimeException e) {
      failure = e;
    }
    if (state.compareAndSet(State.OPENING, State.OPENED)) {
      opened.add(this);
    } else if (stream != null) {
      streams.release(stream);
    }
  }

  /** Gives up; returns false when it is over already, and handed in. */
  boolean giveUp() {
    return state.compareAndSet(State.OPENING, State.GIVEN_UP);
  }

  /** The stream, or null when there is none; the caller's from now on. */
  @Nullable Stream stream() {
    return stream;
  }

  /** Why there is no stream; null when none became free in time. */
  @Nullable Exception failure() {
    return failure;
  }
}
