/** How the node works. Not exported. */
@NullMarked
package dev.aero4j.embedded.internal;

import org.jspecify.annotations.NullMarked;
