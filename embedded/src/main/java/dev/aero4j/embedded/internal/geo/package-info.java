/** Shapes on the globe, by the geometry of the server. */
@NullMarked
package dev.aero4j.embedded.internal.geo;

import org.jspecify.annotations.NullMarked;
