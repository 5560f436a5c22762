package dev.aero4j.benchmarks;

import java.util.function.IntConsumer;

/** Times each call for a watcher, which also says where it goes. */
final class WatchedBlocking implements BlockingContender {
  private final BlockingContender client;
  private final CallWatcher watcher;

  WatchedBlocking(BlockingContender client, CallWatcher watcher) {
    this.client = client;
    this.watcher = watcher;
  }

  @Override
  public void get(int index) {
    call(index, client::get);
  }

  @Override
  public void put(int index, int version) {
    call(index, record -> client.put(record, version));
  }

  private void call(int choice, IntConsumer command) {
    int record = watcher.record(choice);
    long start = System.nanoTime();
    try {
      command.accept(record);
    } catch (RuntimeException e) {
      watcher.ended(record, start, System.nanoTime(), e);
      throw e;
    }
    watcher.ended(record, start, System.nanoTime(), null);
  }

  @Override
  public void close() {
    client.close();
  }
}
