package dev.aero4j.policy;

/** Which of the nodes that hold a record a command goes to. */
public enum Replica {
  /** The node that holds the master copy, also when an attempt is repeated. */
  MASTER,

  /** The master first; each further attempt goes to the next replica in turn. The default. */
  SEQUENCE,

  /**
   * A node on one of the racks of the configuration if it has a copy, else as {@link #SEQUENCE}.
   */
  PREFER_RACK,

  /** The nodes that hold a copy, in turn from command to command, so that reads spread. */
  ANY
}
