/** What operations and expressions share: a call on a collection, on bits or on a HyperLogLog. */
@NullMarked
package dev.aero4j.internal.call;

import org.jspecify.annotations.NullMarked;
