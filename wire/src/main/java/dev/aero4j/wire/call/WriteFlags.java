package dev.aero4j.wire.call;

/** Flags of what changes values; which of them hold depends on the family. */
public final class WriteFlags {
  /** Maps, bits, HyperLogLogs and expressions: only what does not exist yet. */
  public static final int CREATE_ONLY = 0x01;

  /** Maps, bits, HyperLogLogs and expressions: only what exists. */
  public static final int UPDATE_ONLY = 0x02;

  /** Lists: no value twice. */
  public static final int ADD_UNIQUE = 0x01;

  /** Lists: nothing past the end. */
  public static final int INSERT_BOUNDED = 0x02;

  /** Everything but expressions: what is refused is left out without an error. */
  public static final int NO_FAIL = 0x04;

  /** Lists, maps and bits: what can be done of several is done; with {@link #NO_FAIL}. */
  public static final int PARTIAL = 0x08;

  /** HyperLogLogs: a union may have fewer index bits than its parts. */
  public static final int ALLOW_FOLD = 0x08;

  /** Expressions: a bin may be removed by a result of nil. */
  public static final int ALLOW_DELETE = 0x04;

  /** Expressions: a bin that is refused by the flags stays as it is without an error. */
  public static final int POLICY_NO_FAIL = 0x08;

  /** Expressions: no value is no error. */
  public static final int EVAL_NO_FAIL = 0x10;

  private WriteFlags() {}
}
