/**
 * Typed columns: what a batch reads into and writes from, as primitive arrays, one a column.
 *
 * <p>A {@link dev.aero4j.columns.Schema} says which bins there are and what they become; a {@link
 * dev.aero4j.columns.ColumnBatch} holds rows of it.
 */
@NullMarked
package dev.aero4j.columns;

import org.jspecify.annotations.NullMarked;
