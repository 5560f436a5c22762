/** What the client costs, measured beside the official client in the same run. */
@NullMarked
package dev.aero4j.benchmarks;

import org.jspecify.annotations.NullMarked;
