package dev.aero4j;

/**
 * How much the client logs, through SLF4J, whose own configuration has the last word. Each level
 * holds those before it.
 */
public enum LogLevel {
  /** Nothing; a log call then costs nothing. */
  OFF,
  /** What breaks the client's work. */
  ERROR,
  /** What works, but not as it should: a node lost, a server that refuses batches. */
  WARN,
  /** Nodes that come and go; connect and close. */
  INFO,
  /** Retries, connections opened and closed, each turn of tending. */
  DEBUG,
  /** Single commands. The default: SLF4J alone decides. */
  TRACE
}
