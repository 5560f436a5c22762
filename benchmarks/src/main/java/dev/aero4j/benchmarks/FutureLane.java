package dev.aero4j.benchmarks;

import dev.aero4j.benchmarks.AsyncContender.Completion;
import dev.aero4j.benchmarks.AsyncContender.Port;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Issues the commands of a lane to a client that returns futures. */
abstract class FutureLane implements Port, BiConsumer<@Nullable Object, @Nullable Throwable> {
  private final Completion done;

  /** Of the one command that is under way; written before it starts. */
  private int index;

  FutureLane(Completion done) {
    this.done = done;
  }

  abstract CompletableFuture<?> read(int index);

  abstract CompletableFuture<?> write(int index, int version);

  /**
   * Checks what a command was answered.
   *
   * @throws RuntimeException when it is not what belongs to the index
   */
  abstract void check(int index, @Nullable Object answer);

  @Override
  public final void get(int index) {
    this.index = index;
    listen(read(index));
  }

  @Override
  public final void put(int index, int version) {
    this.index = index;
    listen(write(index, version));
  }

  /** The future that whenComplete makes is of no use: the lane hears of the end as its callback. */
  @SuppressWarnings("FutureReturnValueIgnored")
  private void listen(CompletableFuture<?> command) {
    command.whenComplete(this);
  }

  @Override
  public final void accept(@Nullable Object answer, @Nullable Throwable failure) {
    Throwable wrong = failure;
    if (failure == null) {
      try {
        check(index, answer);
      } catch (RuntimeException e) {
        wrong = e;
      }
    }
    done.done(wrong);
  }
}
