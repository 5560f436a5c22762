package dev.aero4j.embedded.internal.expression;

import dev.aero4j.embedded.internal.value.Absent;
import dev.aero4j.embedded.internal.value.ElementEvaluator;
import dev.aero4j.embedded.internal.value.RecordView;
import dev.aero4j.wire.expression.ExpNode;
import org.jspecify.annotations.Nullable;

/** Evaluates expressions on one record. */
public final class Evaluator implements ElementEvaluator {
  private final RecordView record;

  public Evaluator(RecordView record) {
    this.record = record;
  }

  @Override
  public @Nullable Object evaluate(
      ExpNode expression, @Nullable Object key, @Nullable Object value, long index) {
    return record.nowMillis() < 0 ? null : Absent.UNKNOWN;
  }
}
