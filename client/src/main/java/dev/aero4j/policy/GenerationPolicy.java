package dev.aero4j.policy;

/** Whether a write looks at the record's generation (the count of its writes) first. */
public enum GenerationPolicy {
  /** Write whatever the generation is. The default. */
  NONE,

  /**
   * Write only if the record's generation is the given one, else fail with {@link
   * dev.aero4j.RecordGenerationException}: nobody wrote between my read and my write.
   */
  EXPECT_EQUAL,

  /** Write only if the given generation is greater than the record's; for restoring backups. */
  EXPECT_GREATER
}
