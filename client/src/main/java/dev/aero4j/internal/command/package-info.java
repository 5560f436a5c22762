/** Commands as immutable data: what they send, and what they make of an answer. */
@NullMarked
package dev.aero4j.internal.command;

import org.jspecify.annotations.NullMarked;
