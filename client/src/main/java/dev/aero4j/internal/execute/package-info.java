/** Runs commands: deadlines, retries, in-doubt, back-pressure. */
@NullMarked
package dev.aero4j.internal.execute;

import org.jspecify.annotations.NullMarked;
