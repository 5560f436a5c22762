/** The commands of the {@code aero4j} launcher. */
@NullMarked
package dev.aero4j.cli;

import org.jspecify.annotations.NullMarked;
