/** The evaluation of expressions, by the server's rules. */
@NullMarked
package dev.aero4j.embedded.internal.expression;

import org.jspecify.annotations.NullMarked;
