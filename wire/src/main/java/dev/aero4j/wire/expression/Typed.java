package dev.aero4j.wire.expression;

import dev.aero4j.model.ExpType;
import org.jspecify.annotations.Nullable;

/** An operand of an expression, as far as its type matters. */
public interface Typed {
  /** Returns the type of its value, or null when that is not known yet. */
  @Nullable ExpType type();

  /** Returns whether this is {@code unknown()}, which fits as any value of {@code cond}. */
  default boolean isUnknown() {
    return false;
  }
}
