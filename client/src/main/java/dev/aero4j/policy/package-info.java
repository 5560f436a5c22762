/** What a caller may ask of a command: its time, its retries, and its conditions. */
@NullMarked
package dev.aero4j.policy;

import org.jspecify.annotations.NullMarked;
