/** Calls on the bits of blobs, by the server's rules. */
@NullMarked
package dev.aero4j.embedded.internal.bits;

import org.jspecify.annotations.NullMarked;
