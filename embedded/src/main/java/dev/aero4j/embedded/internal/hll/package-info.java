/** Calls on HyperLogLogs, by the server's rules. */
@NullMarked
package dev.aero4j.embedded.internal.hll;

import org.jspecify.annotations.NullMarked;
