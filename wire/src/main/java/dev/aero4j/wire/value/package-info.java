/** Particles: how a value of each type lies in a bin, and the server's dialect of MessagePack. */
@NullMarked
package dev.aero4j.wire.value;

import org.jspecify.annotations.NullMarked;
