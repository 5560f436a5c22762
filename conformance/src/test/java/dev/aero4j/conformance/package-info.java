/** What must be true of every face, on every backend, beside the official client. */
@NullMarked
package dev.aero4j.conformance;

import org.jspecify.annotations.NullMarked;
