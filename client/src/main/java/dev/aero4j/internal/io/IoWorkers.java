package dev.aero4j.internal.io;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that connect, and that read and write for callers who do not block. There are as many
 * as slots being served at one moment, and none when nothing goes on: they are platform threads,
 * because a worker spends its life in system calls on one socket, and a virtual thread pays a
 * selector's wake-up for each of them.
 */
public final class IoWorkers {
  private static final int KEEP_ALIVE_SECONDS = 10;

  private IoWorkers() {}

  /**
   * Returns a pool that has no thread yet.
   *
   * @param name prefix of the threads' names
   */
  public static ThreadPoolExecutor create(String name) {
    AtomicInteger number = new AtomicInteger();
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        KEEP_ALIVE_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        task ->
            Thread.ofPlatform()
                .daemon()
                .name(name + "-" + number.incrementAndGet())
                .unstarted(task));
  }
}
