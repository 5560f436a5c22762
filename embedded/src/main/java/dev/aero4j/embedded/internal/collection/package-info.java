/** Calls on lists and maps, nested ones too, by the server's rules. */
@NullMarked
package dev.aero4j.embedded.internal.collection;

import org.jspecify.annotations.NullMarked;
