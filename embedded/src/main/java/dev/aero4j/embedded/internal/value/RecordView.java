package dev.aero4j.embedded.internal.value;

import org.jspecify.annotations.Nullable;

/** A record as an expression sees it, in the middle of a write too. */
public interface RecordView {
  /** Returns what a bin holds, or null. */
  @Nullable Particle bin(String name);

  /** Returns the name of the set, empty for none. */
  String set();

  /** Returns the user key that is stored, its particle type first, or null. */
  byte @Nullable [] key();

  byte[] digest();

  /** Returns the second since 2010 after which the record is gone, 0 for never. */
  int voidTime();

  /** Returns the milliseconds since 2010 when the record was last written. */
  long lastUpdateMillis();

  /** Returns the bytes that the record takes in storage, as it was before this command. */
  long size();

  /** Returns the milliseconds since 2010 now. */
  long nowMillis();
}
