package dev.aero4j.operation;

import dev.aero4j.wire.call.WriteFlags;

/**
 * How an operation by an expression goes about it. Immutable.
 *
 * @param flags the protocol's flags
 */
public record ExpOptions(int flags) {
  private static final ExpOptions NONE = new ExpOptions(0);

  /** {@return the options for a bin that may be there or not, and an expression with a value} */
  public static ExpOptions none() {
    return NONE;
  }

  /** {@return these options, and a bin that is there already is refused; for writes} */
  public ExpOptions createOnly() {
    return new ExpOptions(flags | WriteFlags.CREATE_ONLY);
  }

  /** {@return these options, and a bin that is not there yet is refused; for writes} */
  public ExpOptions updateOnly() {
    return new ExpOptions(flags | WriteFlags.UPDATE_ONLY);
  }

  /** {@return these options, and an expression that gives nil removes the bin; for writes} */
  public ExpOptions allowDelete() {
    return new ExpOptions(flags | WriteFlags.ALLOW_DELETE);
  }

  /**
   * Leaves a bin as it is, without an error, when the other options refuse the write.
   *
   * @return these options, without that error; for writes
   */
  public ExpOptions policyNoFail() {
    return new ExpOptions(flags | WriteFlags.POLICY_NO_FAIL);
  }

  /**
   * Does nothing, without an error, when the expression has no value: because a bin is missing, for
   * example.
   *
   * @return these options, without that error
   */
  public ExpOptions evalNoFail() {
    return new ExpOptions(flags | WriteFlags.EVAL_NO_FAIL);
  }
}
