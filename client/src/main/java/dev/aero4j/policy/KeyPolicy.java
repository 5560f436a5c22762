package dev.aero4j.policy;

/** Whether the caller's key travels and is stored beside its digest. */
public enum KeyPolicy {
  /** Only the digest. The default. */
  DIGEST,

  /** The key too: scans and queries then return it, and it takes room in every record. */
  SEND
}
