package dev.aero4j.internal.io;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The place where commands wait that found no free slot.
 *
 * <p><b>Design.</b> A stack of attempts, linked through {@link Attempt#next}, whose head is the
 * only shared state. Many threads push with a compare-and-set; a taker detaches the <em>whole</em>
 * stack with one exchange. Because nothing is ever popped singly, a head that was seen cannot have
 * been removed and put back with other contents below it (no ABA problem), and because an attempt
 * is pushed at most once in its life, its link is written by one thread before it is published and
 * by the one taker afterwards. The taker gets the newest first; {@link Backlog} turns that around.
 *
 * <p>Nobody waits here and nothing is lost: what was pushed before a {@link #takeAll} began is in
 * its result, what is pushed later is in the next one.
 */
final class Inbox {
  private static final VarHandle HEAD;

  static {
    try {
      HEAD = MethodHandles.lookup().findVarHandle(Inbox.class, "head", Attempt.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Owned by no thread: changed only through {@link #HEAD}. */
  @SuppressWarnings("unused")
  private volatile @Nullable Attempt head;

  void push(Attempt attempt) {
    for (; ; ) {
      Attempt seen = head;
      attempt.next = seen;
      if (HEAD.compareAndSet(this, seen, attempt)) {
        return;
      }
    }
  }

  /** Returns everything that waits, newest first and linked by {@link Attempt#next}, or null. */
  @Nullable Attempt takeAll() {
    return head == null ? null : (Attempt) HEAD.getAndSet(this, null);
  }

  boolean isEmpty() {
    return head == null;
  }
}
