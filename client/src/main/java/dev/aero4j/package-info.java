/** The client: a blocking and an asynchronous face over the same commands. */
@NullMarked
package dev.aero4j;

import org.jspecify.annotations.NullMarked;
