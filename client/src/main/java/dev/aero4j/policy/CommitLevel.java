package dev.aero4j.policy;

/** When the server answers a write. */
public enum CommitLevel {
  /** When the master and all replicas have it. The default. */
  ALL,

  /**
   * When the master has it; a write can be lost if the master dies at once. Not available in
   * namespaces with strong consistency.
   */
  MASTER
}
