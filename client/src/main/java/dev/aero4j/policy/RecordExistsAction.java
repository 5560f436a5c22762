package dev.aero4j.policy;

/**
 * What a write does, depending on whether the record exists. The reference client's names are given
 * where they differ.
 */
public enum RecordExistsAction {
  /**
   * Create the record, or change the bins given and keep the others. The default; the reference's
   * {@code POLICY_EXISTS_IGNORE}.
   */
  UPDATE,

  /**
   * Change the bins given; fail with {@link dev.aero4j.RecordNotFoundException} when there is no
   * record. The reference's {@code POLICY_EXISTS_UPDATE_ONLY}, and its {@code
   * POLICY_EXISTS_UPDATE}, which has the same number.
   */
  UPDATE_ONLY,

  /** Create the record, or remove all its bins and write those given. */
  REPLACE,

  /**
   * Remove all bins and write those given; fail with {@link dev.aero4j.RecordNotFoundException}
   * when there is no record.
   */
  REPLACE_ONLY,

  /** Create the record; fail with {@link dev.aero4j.RecordExistsException} when it exists. */
  CREATE_ONLY
}
