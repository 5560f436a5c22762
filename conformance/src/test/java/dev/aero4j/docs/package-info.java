/** What the documentation says, compared with the code. */
@NullMarked
package dev.aero4j.docs;

import org.jspecify.annotations.NullMarked;
