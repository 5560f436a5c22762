package dev.aero4j.internal.cluster;

import dev.aero4j.internal.cluster.ClusterView.Member;
import dev.aero4j.internal.cluster.NodeAnswer.Generations;
import dev.aero4j.wire.info.NamespacePartitions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The step from one view of the cluster to the next: a pure function of the view before and of what
 * the nodes said since. Without news it gives back the same snapshot.
 *
 * <p>A node leaves when one of these holds:
 *
 * <ol>
 *   <li>At its address another node answers, or it has come back as a new incarnation.
 *   <li>It did not answer, and no other node that answers lists it as a peer: the cluster has given
 *       it up.
 *   <li>It did not answer {@value #FAILURES_TO_LEAVE} times in a row, and neither did any other
 *       node answer last: nobody is left to ask about it, so the seeds must tell.
 *   <li>It answers, but owns no partition, and other nodes that answer do not list it: it has left
 *       the cluster alive.
 * </ol>
 *
 * A node that the others list stays although it does not answer us: they may know better, and
 * commands to it go to another replica when they are repeated.
 */
final class SnapshotStep {
  /** How many times in a row a node may fail while no node answers at all. */
  static final int FAILURES_TO_LEAVE = 5;

  private final SortedMap<String, Member> members;
  private final ClusterView before;
  private final Map<String, PartitionTableEditor> editors = new HashMap<>();
  private final Set<Node> displaced = new HashSet<>();

  private SnapshotStep(ClusterView before) {
    this.before = before;
    this.members = new TreeMap<>(before.members());
  }

  /** Returns the view after what was said, in the order in which it was said. */
  static ClusterView next(ClusterView before, List<? extends NodeReport> reports) {
    SnapshotStep step = new SnapshotStep(before);
    reports.forEach(step::take);
    // A new owner may name itself in the same step in which the old one failed.
    step.removeNodes();
    return step.build();
  }

  private void take(NodeReport report) {
    Node node = report.node();
    Member known = members.get(node.name());
    switch (report) {
      case NodeReport.Joined joined -> {
        if (known != null) {
          remove(known);
        }
        hear(
            new Member(node, joined.answer().generations(), List.of(), Map.of(), 0),
            joined.answer());
      }
      case NodeReport.Answered answered -> {
        if (known == null || known.node() != node) {
          return; // an answer to a question from before the node left
        }
        if (answered.answer().name().equals(node.name())) {
          hear(known, answered.answer());
        } else {
          remove(known);
        }
      }
      case NodeReport.Failed failed -> {
        if (known != null && known.node() == node) {
          members.put(node.name(), known.failedAgain());
        }
      }
    }
  }

  private void hear(Member known, NodeAnswer answer) {
    Node node = known.node();
    // An answer without a map was asked for before the map had to be asked for again.
    Generations generations =
        answer.partitions() == null
            ? answer.generations().withPartitions(known.generations().partitions())
            : answer.generations();
    members.put(
        node.name(),
        new Member(
            node,
            generations,
            answer.peers() == null ? known.peers() : answer.peers(),
            answer.racks() == null ? known.racks() : answer.racks(),
            0));
    if (answer.partitions() != null) {
      Set<Node> losers = new HashSet<>();
      for (NamespacePartitions claims : answer.partitions()) {
        editor(claims.namespace()).claim(node, claims, losers);
      }
      losers.remove(node);
      displaced.addAll(losers);
      displaced.remove(node);
    }
  }

  private void removeNodes() {
    ClusterView now = view(before.snapshot());
    Set<String> listed = now.referenced();
    boolean alone = members.size() == 1;
    for (Member member : now.members().values()) {
      boolean leaves;
      if (listed.contains(member.node().name())) {
        leaves = false;
      } else if (member.answers()) {
        leaves = !alone && !ownsAny(member.node());
      } else {
        leaves = now.anyAnswers() || member.failures() >= FAILURES_TO_LEAVE;
      }
      if (leaves) {
        remove(member);
      }
    }
  }

  private void remove(Member member) {
    members.remove(member.node().name());
    before.snapshot().tables().keySet().forEach(this::editor);
    editors.values().forEach(editor -> editor.drop(member.node()));
  }

  private boolean ownsAny(Node node) {
    return editors.values().stream().anyMatch(editor -> editor.lists(node))
        || before.snapshot().tables().values().stream()
            .anyMatch(table -> !editors.containsKey(table.namespace()) && table.lists(node));
  }

  private PartitionTableEditor editor(String namespace) {
    return editors.computeIfAbsent(
        namespace, name -> new PartitionTableEditor(name, before.snapshot().partitions(name)));
  }

  private ClusterView build() {
    // Who lost a place is asked for its whole map again: it has changed too.
    for (Node node : displaced) {
      members.computeIfPresent(
          node.name(),
          (name, member) -> member.node() == node ? member.withoutPartitions() : member);
    }
    ClusterSnapshot old = before.snapshot();
    Map<String, PartitionTable> tables = tables();
    List<Node> nodes = members.values().stream().map(Member::node).toList();
    boolean same =
        nodes.equals(old.nodes())
            && tables.size() == old.tables().size()
            && tables.entrySet().stream().allMatch(e -> old.partitions(e.getKey()) == e.getValue());
    return view(same ? old : new ClusterSnapshot(nodes, tables, old.version() + 1));
  }

  private Map<String, PartitionTable> tables() {
    Map<String, PartitionTable> tables = new HashMap<>();
    Set<String> namespaces = new HashSet<>(before.snapshot().tables().keySet());
    namespaces.addAll(editors.keySet());
    for (String namespace : namespaces) {
      PartitionTable old = before.snapshot().partitions(namespace);
      Map<Node, Integer> racks = racks(namespace);
      PartitionTable next =
          old != null && !editors.containsKey(namespace) && old.racks().equals(racks)
              ? old
              : editor(namespace).build(racks);
      if (next != null) {
        tables.put(namespace, next);
      }
    }
    return tables;
  }

  private Map<Node, Integer> racks(String namespace) {
    Map<Node, Integer> racks = new HashMap<>();
    for (Member member : members.values()) {
      Integer rack = member.racks().get(namespace);
      if (rack != null) {
        racks.put(member.node(), rack);
      }
    }
    return racks;
  }

  private ClusterView view(ClusterSnapshot snapshot) {
    return new ClusterView(new TreeMap<>(members), snapshot);
  }
}
