/** Expressions as they travel: read into trees with checked types, and printed for people. */
@NullMarked
package dev.aero4j.wire.expression;

import org.jspecify.annotations.NullMarked;
