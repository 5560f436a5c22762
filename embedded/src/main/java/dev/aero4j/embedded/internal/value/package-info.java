/** What everything that computes with values of bins shares. */
@NullMarked
package dev.aero4j.embedded.internal.value;

import org.jspecify.annotations.NullMarked;
