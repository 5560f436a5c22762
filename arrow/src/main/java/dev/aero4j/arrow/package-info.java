/** Typed columns as Apache Arrow's vectors, and back. */
@NullMarked
package dev.aero4j.arrow;

import org.jspecify.annotations.NullMarked;
