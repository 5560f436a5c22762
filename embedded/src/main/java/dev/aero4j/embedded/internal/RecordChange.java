package dev.aero4j.embedded.internal;

import dev.aero4j.embedded.internal.value.Refusal;
import org.jspecify.annotations.Nullable;

/** A step from one state of a record to the next. */
@FunctionalInterface
interface RecordChange {
  /**
   * Makes the step.
   *
   * @param present the record, maybe expired, or null
   * @return the record afterwards, or null for none
   * @throws Refusal when nothing is to change
   */
  @Nullable StoredRecord apply(@Nullable StoredRecord present);
}
