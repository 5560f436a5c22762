package dev.aero4j.policy;

/** How many copies a read consults, in namespaces that favour availability. */
public enum ReadModeAp {
  /** One copy. The default. */
  ONE,

  /** All copies, while the partition is being moved; the newest wins. */
  ALL
}
