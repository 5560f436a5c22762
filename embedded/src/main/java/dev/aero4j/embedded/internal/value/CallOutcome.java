package dev.aero4j.embedded.internal.value;

import org.jspecify.annotations.Nullable;

/**
 * What an operation on a bin comes to.
 *
 * @param bin what the bin holds afterwards, the same object as before when nothing has changed,
 *     null for no bin
 * @param result what is answered, null for an answer without a value
 */
public record CallOutcome(@Nullable Particle bin, @Nullable Particle result) {}
