/** Frames of the admin protocol: logging in, and managing users and roles. */
@NullMarked
package dev.aero4j.wire.admin;

import org.jspecify.annotations.NullMarked;
