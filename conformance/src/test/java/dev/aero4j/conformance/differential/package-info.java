/** Random programs, run on the embedded node and on a real server: both must say the same. */
@NullMarked
package dev.aero4j.conformance.differential;

import org.jspecify.annotations.NullMarked;
