/** Value types that applications, the client and the node have in common. */
@NullMarked
package dev.aero4j.model;

import org.jspecify.annotations.NullMarked;
