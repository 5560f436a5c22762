package dev.aero4j.embedded.internal.collection;

import org.jspecify.annotations.Nullable;

/**
 * What a call comes to.
 *
 * @param changed what the bin is to hold, or null when it stays as it is
 * @param result what is given back, or null for nothing
 */
record Effect(@Nullable Cell changed, @Nullable Cell result) {}
