/** What a batch says about each of its rows, and how its answer becomes a result. No I/O. */
@NullMarked
package dev.aero4j.internal.batch;

import org.jspecify.annotations.NullMarked;
