package dev.aero4j.embedded.internal;

import dev.aero4j.embedded.NamespaceOptions;
import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.model.ResultCode;

/** Renews the life of a record that is read towards its end. */
final class ReadTouch {
  private static final int NAMESPACE_DEFAULT = 0;
  private static final int NEVER = -1;
  private static final int MAX_PERCENT = 100;

  private ReadTouch() {}

  /**
   * Returns whether a read must renew the record's life.
   *
   * @param percent as sent: 0 the namespace's default, -1 never, or 1 to 100
   */
  static boolean isDue(int percent, StoredRecord stored, NamespaceOptions options, int nowSeconds) {
    if (stored.voidTime() == 0 || percent == NEVER) {
      return false;
    }
    if (percent < 0 || percent > MAX_PERCENT) {
      throw Refusal.of(ResultCode.PARAMETER_ERROR);
    }
    int effective = percent == NAMESPACE_DEFAULT ? options.defaultReadTouchPercent() : percent;
    int threshold = (int) ((long) life(stored) * effective / MAX_PERCENT);
    return effective != 0 && nowSeconds >= stored.voidTime() - threshold;
  }

  /** Gives the record its last life again, counted from now; the generation stays. */
  static void apply(Partition partition, Digest digest, StoredRecord read, ServerClock clock) {
    long millis = clock.millis();
    int now = (int) (millis / 1000);
    int voidTime = now + life(read);
    partition.change(
        digest,
        present ->
            present == null || present.voidTime() == 0 || present.voidTime() >= voidTime
                ? present
                : present.touched(voidTime, millis),
        now);
  }

  private static int life(StoredRecord stored) {
    return stored.voidTime() - (int) (stored.lastUpdateMillis() / 1000);
  }
}
