/** Expressions that a server evaluates on a record. */
@NullMarked
package dev.aero4j.expression;

import org.jspecify.annotations.NullMarked;
