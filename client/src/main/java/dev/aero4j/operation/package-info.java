/** Operations on the bins of one record, several of which make one command. */
@NullMarked
package dev.aero4j.operation;

import org.jspecify.annotations.NullMarked;
