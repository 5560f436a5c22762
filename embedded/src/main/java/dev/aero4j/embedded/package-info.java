/** The node: how to start it, move its clock, and make it misbehave. */
@NullMarked
package dev.aero4j.embedded;

import org.jspecify.annotations.NullMarked;
