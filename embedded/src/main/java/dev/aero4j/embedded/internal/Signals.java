package dev.aero4j.embedded.internal;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Where a command waits for something to happen to a node or a partition. Waiting is rare, so there
 * is one place for all.
 *
 * <p>What is waited for is held elsewhere, in volatile fields. Whoever changes one calls {@link
 * #changed} afterwards, and a waiter looks at it under the lock: so no change is missed.
 */
final class Signals {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition happened = lock.newCondition();

  /** Has all waiters look again. */
  void changed() {
    lock.lock();
    try {
      happened.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until a condition holds, however long that takes. */
  void await(BooleanSupplier condition) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!condition.getAsBoolean()) {
        happened.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until a condition holds.
   *
   * @param deadlineNanos as {@link System#nanoTime} shows it
   * @return false when the deadline came first
   */
  boolean await(BooleanSupplier condition, long deadlineNanos) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!condition.getAsBoolean()) {
        long left = deadlineNanos - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        happened.await(left, TimeUnit.NANOSECONDS);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }
}
