package dev.aero4j.embedded.internal;

import dev.aero4j.embedded.FaultEffect;
import dev.aero4j.embedded.FaultRule;
import dev.aero4j.embedded.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;

/** The rules of a cluster. Rules are few and change seldom, so that matching needs no lock. */
final class FaultBoard implements Faults {
  /** A rule and how often it has matched. */
  private record Entry(FaultRule rule, AtomicLong hits) {
    boolean take() {
      return hits.getAndUpdate(n -> n < rule.times() ? n + 1 : n) < rule.times();
    }
  }

  private final CopyOnWriteArrayList<Entry> entries = new CopyOnWriteArrayList<>();
  private final Function<String, NodeServer> nodes;
  private final Runnable resumeAll;

  /**
   * Starts without rules.
   *
   * @param nodes finds a node by name, or throws
   * @param resumeAll ends all pauses
   */
  FaultBoard(Function<String, NodeServer> nodes, Runnable resumeAll) {
    this.nodes = nodes;
    this.resumeAll = resumeAll;
  }

  @Override
  public FaultRule add(FaultRule rule) {
    entries.add(new Entry(rule, new AtomicLong()));
    return rule;
  }

  @Override
  public void remove(FaultRule rule) {
    entries.removeIf(entry -> entry.rule() == rule);
  }

  @Override
  public long hits(FaultRule rule) {
    return entries.stream()
        .filter(entry -> entry.rule() == rule)
        .mapToLong(entry -> entry.hits().get())
        .sum();
  }

  @Override
  public void clear() {
    entries.clear();
    resumeAll.run();
  }

  @Override
  public void pause(String nodeName) {
    nodes.apply(nodeName).pause();
  }

  @Override
  public void resume(String nodeName) {
    nodes.apply(nodeName).resume();
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Returns the effects on a command or row, and counts it. */
  List<FaultEffect> match(String nodeName, RecordRequest request) {
    String namespace = request.namespace();
    String set = request.set();
    return match(
        rule ->
            rule.matches(
                nodeName,
                request.isWrite(),
                namespace,
                set,
                request.digestArray(),
                request.digestOffset()));
  }

  /** Returns the effects on an info request, and counts it. */
  List<FaultEffect> matchInfo(String nodeName) {
    return match(rule -> rule.matchesInfo(nodeName));
  }

  private List<FaultEffect> match(Predicate<FaultRule> condition) {
    List<FaultEffect> effects = new ArrayList<>();
    for (Entry entry : entries) {
      if (condition.test(entry.rule()) && entry.take()) {
        effects.add(entry.rule().effect());
      }
    }
    return effects;
  }
}
