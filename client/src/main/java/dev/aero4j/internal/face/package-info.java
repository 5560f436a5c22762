/** The two faces of the client, each one line a method over the same commands. */
@NullMarked
package dev.aero4j.internal.face;

import org.jspecify.annotations.NullMarked;
