package dev.aero4j.embedded;

/**
 * Makes nodes misbehave on purpose. Rules take effect for requests that arrive after the call; all
 * rules that match a request take effect together. Safe for use by several threads.
 */
public interface Faults {

  /**
   * Adds a rule.
   *
   * @param rule the rule, compared by identity
   * @return the rule, for {@link #remove} and {@link #hits}
   */
  FaultRule add(FaultRule rule);

  /**
   * Takes a rule back; nothing happens when it is not there.
   *
   * @param rule the rule, compared by identity
   */
  void remove(FaultRule rule);

  /**
   * {@return how many requests a rule has met since it was added; 0 when it is not there}
   *
   * @param rule the rule, compared by identity
   */
  long hits(FaultRule rule);

  /** Takes all rules back and resumes all nodes. */
  void clear();

  /**
   * Stops a node from answering, as a stopped process or a lost network does: connections stay open
   * and new ones are accepted, but nothing is answered until {@link #resume}. The other nodes take
   * nothing over, and writes that a paused node is to have a copy of wait for it. {@link
   * EmbeddedAerospike#kill} and {@link EmbeddedAerospike#restart} end a pause.
   *
   * @param nodeName name of the node
   * @throws IllegalArgumentException when the cluster has no node of that name
   */
  void pause(String nodeName);

  /**
   * Lets a node go on with everything that waits.
   *
   * @param nodeName name of the node
   * @throws IllegalArgumentException when the cluster has no node of that name
   */
  void resume(String nodeName);
}
