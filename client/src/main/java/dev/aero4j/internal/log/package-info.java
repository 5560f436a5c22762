/** The client's logging: SLF4J behind a level that the program can set. */
@NullMarked
package dev.aero4j.internal.log;

import org.jspecify.annotations.NullMarked;
