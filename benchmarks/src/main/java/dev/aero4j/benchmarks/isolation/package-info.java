/** Whether one slow record holds up the others, measured beside the official client. */
@NullMarked
package dev.aero4j.benchmarks.isolation;

import org.jspecify.annotations.NullMarked;
