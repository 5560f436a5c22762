import org.jspecify.annotations.NullMarked;

/** The Aerospike client. What is exported here is the whole API. */
@NullMarked
module dev.aero4j.client {
  requires static transitive org.jspecify;
  requires transitive dev.aero4j.wire;
  requires org.slf4j;

  exports dev.aero4j;
  exports dev.aero4j.batch;
  exports dev.aero4j.columns;
  exports dev.aero4j.expression;
  exports dev.aero4j.operation;
  exports dev.aero4j.policy;
}
