/** Every call of the official client beside the same call of ours. */
@NullMarked
package dev.aero4j.conformance.golden;

import org.jspecify.annotations.NullMarked;
