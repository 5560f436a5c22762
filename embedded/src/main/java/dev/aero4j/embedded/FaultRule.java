package dev.aero4j.embedded;

import dev.aero4j.wire.digest.Digests;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A condition and what happens to the requests that meet it. A rule starts by matching every
 * command on every record, for ever; each method narrows a copy of it:
 *
 * <pre>{@code
 * FaultRule.delay(Duration.ofMillis(200)).key("test", "users", "slow").reads().times(3)
 * }</pre>
 *
 * Rows of a batch are matched one by one: a row's delay delays the whole answer, its result code
 * replaces that row's code only, and what concerns the connection concerns the whole answer.
 */
public final class FaultRule {
  /** The kinds of requests. */
  public enum Kind {
    /** Every read and every write of a record. */
    ANY_COMMAND,
    /** Commands and batch rows that change nothing. */
    READ,
    /** Commands and batch rows that write, delete, touch or operate. */
    WRITE,
    /** Info requests, which know no namespace, set or key. */
    INFO
  }

  /** For ever. */
  private static final int ALWAYS = Integer.MAX_VALUE;

  private final FaultEffect effect;
  private final Kind kind;
  private final @Nullable String node;
  private final @Nullable String namespace;
  private final @Nullable String set;
  private final byte @Nullable [] digest;
  private final int times;

  private FaultRule(
      FaultEffect effect,
      Kind kind,
      @Nullable String node,
      @Nullable String namespace,
      @Nullable String set,
      byte @Nullable [] digest,
      int times) {
    this.effect = Objects.requireNonNull(effect, "effect");
    this.kind = kind;
    this.node = node;
    this.namespace = namespace;
    this.set = set;
    this.digest = digest;
    this.times = times;
  }

  /**
   * Matches everything.
   *
   * @param effect what happens
   * @return a rule for every command on every record
   */
  public static FaultRule of(FaultEffect effect) {
    return new FaultRule(effect, Kind.ANY_COMMAND, null, null, null, null, ALWAYS);
  }

  /**
   * Waits before the command is applied. When the time that the client allows is over first, it is
   * not applied, but answered with code 9.
   *
   * @param duration how long, counted from the arrival of the request
   * @return a rule for every command on every record
   */
  public static FaultRule delay(Duration duration) {
    return of(new FaultEffect.Delay(duration, FaultEffect.When.BEFORE_APPLY));
  }

  /**
   * Applies the command, then waits before answering.
   *
   * @param duration how long, counted from the arrival of the request
   * @return a rule for every command on every record
   */
  public static FaultRule delayAnswer(Duration duration) {
    return of(new FaultEffect.Delay(duration, FaultEffect.When.AFTER_APPLY));
  }

  /**
   * Neither applies the command nor answers it.
   *
   * @return a rule for every command on every record
   */
  public static FaultRule dropRequest() {
    return of(new FaultEffect.DropAnswer(FaultEffect.When.BEFORE_APPLY));
  }

  /**
   * Applies the command, but does not answer it.
   *
   * @return a rule for every command on every record
   */
  public static FaultRule dropAnswer() {
    return of(new FaultEffect.DropAnswer(FaultEffect.When.AFTER_APPLY));
  }

  /**
   * Does not apply the command, and answers with this code.
   *
   * @param resultCode 0 to 255
   * @return a rule for every command on every record
   */
  public static FaultRule answer(int resultCode) {
    return of(new FaultEffect.Answer(resultCode, FaultEffect.When.BEFORE_APPLY));
  }

  /**
   * Applies the command, but answers with this code.
   *
   * @param resultCode 0 to 255
   * @return a rule for every command on every record
   */
  public static FaultRule applyThenAnswer(int resultCode) {
    return of(new FaultEffect.Answer(resultCode, FaultEffect.When.AFTER_APPLY));
  }

  /**
   * Applies the command, sends so many bytes of the answer and resets the connection.
   *
   * @param afterBytes bytes of the answer that are sent first
   * @return a rule for every command on every record
   */
  public static FaultRule reset(int afterBytes) {
    return of(new FaultEffect.Reset(afterBytes));
  }

  /**
   * Sends the answer in pieces with pauses.
   *
   * @param bytes size of a piece, at least 1
   * @param interval the pause after each piece, in real time
   * @return a rule for every command on every record
   */
  public static FaultRule trickle(int bytes, Duration interval) {
    return of(new FaultEffect.Trickle(bytes, interval));
  }

  /**
   * Sends the answer in pieces.
   *
   * @param bytes size of a piece, at least 1
   * @return a rule for every command on every record
   */
  public static FaultRule split(int bytes) {
    return of(new FaultEffect.Split(bytes));
  }

  /**
   * Applies the command, and never answers on that connection again.
   *
   * @return a rule for every command on every record
   */
  public static FaultRule silence() {
    return of(new FaultEffect.Silence());
  }

  /**
   * {@return a copy for requests that arrive at this node}
   *
   * @param nodeName name of the node
   */
  public FaultRule node(String nodeName) {
    return new FaultRule(effect, kind, nodeName, namespace, set, digest, times);
  }

  /**
   * {@return a copy for this namespace}
   *
   * @param name the name
   */
  public FaultRule namespace(String name) {
    return new FaultRule(effect, kind, node, name, set, digest, times);
  }

  /**
   * {@return a copy for this set; the empty string is records without a set}
   *
   * @param name the name
   */
  public FaultRule set(String name) {
    return new FaultRule(effect, kind, node, namespace, name, digest, times);
  }

  /**
   * {@return a copy for one record}
   *
   * @param namespace name of the namespace
   * @param set name of the set
   * @param userKey the key that the user gave
   */
  public FaultRule key(String namespace, String set, String userKey) {
    return namespace(namespace).digest(Digests.of(set, userKey));
  }

  /**
   * {@return a copy for one record}
   *
   * @param namespace name of the namespace
   * @param set name of the set
   * @param userKey the key that the user gave
   */
  public FaultRule key(String namespace, String set, long userKey) {
    return namespace(namespace).digest(Digests.of(set, userKey));
  }

  /**
   * {@return a copy for one record}
   *
   * @param namespace name of the namespace
   * @param set name of the set
   * @param userKey the key that the user gave
   */
  public FaultRule key(String namespace, String set, byte[] userKey) {
    return namespace(namespace).digest(Digests.of(set, userKey));
  }

  /**
   * {@return a copy for one record}
   *
   * @param digest 20 bytes
   */
  public FaultRule digest(byte[] digest) {
    if (digest.length != Digests.SIZE) {
      throw new IllegalArgumentException("a digest has 20 bytes, not " + digest.length);
    }
    return new FaultRule(effect, kind, node, namespace, set, digest.clone(), times);
  }

  /**
   * {@return a copy for one kind of requests}
   *
   * @param newKind the kind
   */
  public FaultRule kind(Kind newKind) {
    return new FaultRule(effect, newKind, node, namespace, set, digest, times);
  }

  /** {@return a copy for reads} */
  public FaultRule reads() {
    return kind(Kind.READ);
  }

  /** {@return a copy for writes} */
  public FaultRule writes() {
    return kind(Kind.WRITE);
  }

  /** {@return a copy for info requests} */
  public FaultRule info() {
    return kind(Kind.INFO);
  }

  /**
   * {@return a copy that stops matching after so many matches}
   *
   * @param count the number, at least 1
   */
  public FaultRule times(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("a rule must match at least once, not " + count);
    }
    return new FaultRule(effect, kind, node, namespace, set, digest, count);
  }

  /** {@return what happens} */
  public FaultEffect effect() {
    return effect;
  }

  /** {@return how often this rule matches at most} */
  public int times() {
    return times;
  }

  /**
   * {@return whether an info request at this node meets the rule}
   *
   * @param nodeName name of the node
   */
  public boolean matchesInfo(String nodeName) {
    return kind == Kind.INFO && (node == null || node.equals(nodeName));
  }

  /**
   * {@return whether a command, or a row of a batch, meets the rule}
   *
   * @param nodeName name of the node
   * @param write whether it may change the record
   * @param namespaceName name of the record's namespace
   * @param setName name of the record's set
   * @param digestArray holds the record's digest from {@code digestOffset}
   * @param digestOffset where the digest begins
   */
  public boolean matches(
      String nodeName,
      boolean write,
      String namespaceName,
      String setName,
      byte[] digestArray,
      int digestOffset) {
    return (kind == Kind.ANY_COMMAND || kind == (write ? Kind.WRITE : Kind.READ))
        && (node == null || node.equals(nodeName))
        && (namespace == null || namespace.equals(namespaceName))
        && (set == null || set.equals(setName))
        && (digest == null
            || Arrays.equals(
                digest, 0, Digests.SIZE, digestArray, digestOffset, digestOffset + Digests.SIZE));
  }

  @Override
  public String toString() {
    return effect
        + " on "
        + kind
        + (node == null ? "" : " at " + node)
        + (namespace == null ? "" : " of namespace " + namespace)
        + (set == null ? "" : " of set '" + set + "'")
        + (digest == null ? "" : " of record " + java.util.HexFormat.of().formatHex(digest))
        + (times == ALWAYS ? "" : ", at most " + times + " times");
  }
}
