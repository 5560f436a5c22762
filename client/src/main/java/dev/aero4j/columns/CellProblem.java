package dev.aero4j.columns;

/** Why a cell has no value. Its place in the column's array is zero then. */
public enum CellProblem {
  /** None: the cell has a value. */
  NONE,

  /** The record was not found, was filtered out, or could not be read; its result code tells. */
  NO_RECORD,

  /** The record has no such bin. In a batch that a caller made: no value was given for the cell. */
  NO_BIN,

  /** The bin holds a type that cannot become the column's: a list, or text for a number. */
  WRONG_TYPE,

  /** The bin holds bytes of another length than the column's array of numbers. */
  WRONG_LENGTH,

  /** The bin's value does not fit into the column's type. */
  OUT_OF_RANGE
}
