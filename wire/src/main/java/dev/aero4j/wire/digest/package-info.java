/** From a key to its digest, and from a digest to its partition. */
@NullMarked
package dev.aero4j.wire.digest;

import org.jspecify.annotations.NullMarked;
