import org.jspecify.annotations.NullMarked;

/** Typed columns to and from Apache Arrow. */
@NullMarked
module dev.aero4j.arrow {
  requires static transitive org.jspecify;
  requires transitive dev.aero4j.client;
  requires transitive org.apache.arrow.memory.core;
  requires transitive org.apache.arrow.vector;

  exports dev.aero4j.arrow;
}
