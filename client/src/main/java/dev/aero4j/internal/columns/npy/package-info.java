/** NumPy's file format: a header in Python's syntax, then rows of little-endian fields. */
@NullMarked
package dev.aero4j.internal.columns.npy;

import org.jspecify.annotations.NullMarked;
