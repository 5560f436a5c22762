package dev.aero4j.wire.expression;

/** What an {@link ExpOpcode} takes, and therefore what it gives. */
enum Operands {
  /** Nothing. */
  NONE,
  /** Two values of one type that have an order. */
  COMPARABLE,
  /** Two GeoJSON values. */
  GEO_PAIR,
  /** A value of any type, and a list. */
  VALUE_AND_LIST,
  /** Two booleans or more. */
  BOOLEANS,
  BOOLEAN,
  /** One number or more, all integers or all floats; the result is of the same type. */
  NUMBERS,
  /** One number; the result is of the same type. */
  NUMBER,
  FLOAT,
  TWO_FLOATS,
  INTEGER,
  /** One integer or more. */
  INTEGERS,
  TWO_INTEGERS,
  INTEGER_AND_BOOLEAN,
  MAP,
  /** Pairs of a boolean and a value, and a value for all other cases; all values of one type. */
  CASES,
  /** Something of its own, which the reader knows. */
  OTHER
}
