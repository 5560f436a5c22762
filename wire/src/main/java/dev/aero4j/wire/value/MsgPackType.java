package dev.aero4j.wire.value;

/** What the next token of {@link MsgPackReader} is. */
public enum MsgPackType {
  NIL,
  BOOLEAN,
  INTEGER,
  DOUBLE,
  /** A string or blob of any particle type, or of none. */
  BYTES,
  LIST,
  MAP,
  EXTENSION
}
