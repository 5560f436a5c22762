/** What the suite runs on: backends, faces, keys, peers that misbehave. */
@NullMarked
package dev.aero4j.conformance.harness;

import org.jspecify.annotations.NullMarked;
