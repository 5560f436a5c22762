package dev.aero4j.wire.call;

/** What an argument of a {@link CallOpcode} stands for. */
public enum Argument {
  /** A {@link ReturnType}, with the flag of inversion. */
  RETURN_TYPE,
  INDEX,
  RANK,
  COUNT,
  VALUE,
  /** A list of values. */
  VALUES,
  /** The key of a map. */
  KEY,
  /** A list of keys. */
  KEYS,
  /** A map. */
  ENTRIES,
  /** Where an interval of keys or values begins; nil is before everything. */
  BEGIN,
  /** Where an interval ends, exclusively; nil or nothing is after everything. */
  END,
  /**
   * The order that a collection is created with, and whether its index is kept; see {@link Order}.
   */
  ORDER,
  /** Flags of a write; see {@link WriteFlags}. */
  FLAGS,
  SORT_FLAGS,
  BYTE_OFFSET,
  BYTE_SIZE,
  BIT_OFFSET,
  BIT_SIZE,
  BYTES,
  SHIFT,
  RESIZE_FLAGS,
  /** Whether an integer in bits is signed, and what happens when it overflows. */
  INTEGER_FLAGS,
  /** Which bit is looked for. */
  BIT,
  INDEX_BITS,
  MIN_HASH_BITS,
  /** A list of HyperLogLogs. */
  SKETCHES
}
