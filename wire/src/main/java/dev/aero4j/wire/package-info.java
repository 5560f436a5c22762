/** The bytes that everything else reads and writes through. */
@NullMarked
package dev.aero4j.wire;

import org.jspecify.annotations.NullMarked;
