/** Columns from the inside: filled from answers, written as bins, kept as primitive arrays. */
@NullMarked
package dev.aero4j.internal.columns;

import org.jspecify.annotations.NullMarked;
