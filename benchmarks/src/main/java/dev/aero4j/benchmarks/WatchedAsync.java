package dev.aero4j.benchmarks;

import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Times each call for a watcher, which also says where it goes. */
final class WatchedAsync implements AsyncContender {
  private final AsyncContender client;
  private final CallWatcher watcher;

  WatchedAsync(AsyncContender client, CallWatcher watcher) {
    this.client = client;
    this.watcher = watcher;
  }

  @Override
  public Port port(int lane, Completion done) {
    return new Lane(lane, done);
  }

  @Override
  public void close() {
    client.close();
  }

  private final class Lane implements Port, Completion {
    private final Port port;
    private final Completion done;

    /** Of the one command that is under way; written before it starts. */
    private int record;

    /** See {@link #record}. */
    private long start;

    @SuppressWarnings("this-escape") // Nothing is called back before a command starts.
    Lane(int lane, Completion done) {
      this.done = done;
      this.port = client.port(lane, this);
    }

    @Override
    public void get(int index) {
      call(index, port::get);
    }

    @Override
    public void put(int index, int version) {
      call(index, to -> port.put(to, version));
    }

    private void call(int choice, IntConsumer command) {
      record = watcher.record(choice);
      start = System.nanoTime();
      try {
        command.accept(record);
      } catch (RuntimeException e) {
        watcher.ended(record, start, System.nanoTime(), e);
        throw e;
      }
    }

    @Override
    public void done(@Nullable Throwable failure) {
      watcher.ended(record, start, System.nanoTime(), failure);
      done.done(failure);
    }
  }
}
