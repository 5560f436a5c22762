package dev.aero4j.wire.expression;

import org.jspecify.annotations.Nullable;

/**
 * A step of a path into nested lists and maps.
 *
 * @param code see {@link dev.aero4j.wire.call.ContextCode}
 * @param value the index, rank, key, value, or list of keys that the step goes by; null too when it
 *     goes by an expression
 * @param filter the expression that the step goes by, or null
 */
public record PathStep(int code, @Nullable Object value, @Nullable ExpNode filter) {}
