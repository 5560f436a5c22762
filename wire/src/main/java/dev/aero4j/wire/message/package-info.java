/** Frames of the record protocol: header, fields and operations. */
@NullMarked
package dev.aero4j.wire.message;

import org.jspecify.annotations.NullMarked;
