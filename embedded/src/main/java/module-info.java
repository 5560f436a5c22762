import org.jspecify.annotations.NullMarked;

/** An Aerospike-compatible node that runs inside the JVM. */
@NullMarked
module dev.aero4j.embedded {
  requires static transitive org.jspecify;
  // For s2.geometry, which is no module of its own and cannot say so.
  requires com.google.common;
  requires dev.aero4j.wire;
  requires org.slf4j;
  requires s2.geometry;

  exports dev.aero4j.embedded;
}
