import org.jspecify.annotations.NullMarked;

/** The Aerospike wire protocol as bytes: no I/O, no threads, no clock. */
@NullMarked
module dev.aero4j.wire {
  requires static transitive org.jspecify;

  exports dev.aero4j.model;
  exports dev.aero4j.wire;
  exports dev.aero4j.wire.admin;
  exports dev.aero4j.wire.call;
  exports dev.aero4j.wire.digest;
  exports dev.aero4j.wire.expression;
  exports dev.aero4j.wire.info;
  exports dev.aero4j.wire.message;
  exports dev.aero4j.wire.value;
}
