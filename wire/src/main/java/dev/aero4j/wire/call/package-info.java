/**
 * The calls on collections, bits and HyperLogLogs: opcodes, their arguments, and the numbers of
 * what is asked for. They travel in operations and inside expressions alike.
 */
@NullMarked
package dev.aero4j.wire.call;

import org.jspecify.annotations.NullMarked;
