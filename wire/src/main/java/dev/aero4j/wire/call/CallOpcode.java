package dev.aero4j.wire.call;

/** A call that servers know, of any family. */
public sealed interface CallOpcode permits ListOpcode, MapOpcode, BitOpcode, HllOpcode {
  Signature signature();

  /** Returns the number on the wire. */
  default int code() {
    return signature().code();
  }

  /** Returns what the call is made on. */
  default CallFamily family() {
    return switch (this) {
      case ListOpcode list -> CallFamily.COLLECTION;
      case MapOpcode map -> CallFamily.COLLECTION;
      case BitOpcode bits -> CallFamily.BITS;
      case HllOpcode hll -> CallFamily.HLL;
    };
  }

  /** Returns the name, as the client's builders have it. */
  default String label() {
    return signature().label();
  }

  /** Returns whether the call changes the value that it is called on. */
  default boolean modifies() {
    return signature().modifies();
  }
}
