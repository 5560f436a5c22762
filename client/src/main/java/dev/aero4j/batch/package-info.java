/** Commands on many records at once, and their results. */
@NullMarked
package dev.aero4j.batch;

import org.jspecify.annotations.NullMarked;
