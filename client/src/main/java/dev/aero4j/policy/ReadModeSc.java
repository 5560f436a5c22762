package dev.aero4j.policy;

/** How fresh a read must be, in namespaces with strong consistency. */
public enum ReadModeSc {
  /** This client sees its own writes and never goes back in time. The default. */
  SESSION,

  /** Every client sees the order of all writes; slower, as the master asks its replicas. */
  LINEARIZE,

  /** A replica may answer, with a value that may be slightly old. */
  ALLOW_REPLICA,

  /** Reads go on in partitions that are unavailable, with values that may be old. */
  ALLOW_UNAVAILABLE
}
