/** Frames of the info protocol, and the texts that they carry. */
@NullMarked
package dev.aero4j.wire.info;

import org.jspecify.annotations.NullMarked;
