/** Sockets, and what travels on them. */
@NullMarked
package dev.aero4j.internal.io;

import org.jspecify.annotations.NullMarked;
