package dev.aero4j.internal.cluster;

import dev.aero4j.internal.cluster.NodeAnswer.Generations;
import dev.aero4j.wire.info.HostPort;
import dev.aero4j.wire.info.Peers;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the tender knows: the snapshot that commands see, and what it remembers of each node to make
 * the next one. Immutable.
 *
 * @param members by name
 * @param snapshot the same nodes, with who owns what
 */
record ClusterView(SortedMap<String, Member> members, ClusterSnapshot snapshot) {
  static final ClusterView EMPTY = new ClusterView(new TreeMap<>(), ClusterSnapshot.EMPTY);

  /** After how many failures in a row a node that is in doubt is asked for anew by its address. */
  private static final int FAILURES_TO_LOOK_AGAIN = 2;

  ClusterView {
    members = Collections.unmodifiableSortedMap(members);
  }

  /**
   * A node and what it told last.
   *
   * @param node this incarnation
   * @param generations of what it told; -1 for what must be asked again
   * @param peers the other nodes it knows
   * @param racks its rack in each namespace
   * @param failures how many times in a row it did not answer
   */
  record Member(
      Node node,
      Generations generations,
      List<Peers.Peer> peers,
      Map<String, Integer> racks,
      int failures) {

    Member failedAgain() {
      return new Member(node, generations, peers, racks, failures + 1);
    }

    Member withoutPartitions() {
      return new Member(node, generations.withPartitions(-1), peers, racks, failures);
    }

    boolean answers() {
      return failures == 0;
    }
  }

  @Nullable Member member(String name) {
    return members.get(name);
  }

  /** Returns whether this very incarnation of a node is known. */
  boolean contains(Node node) {
    Member member = members.get(node.name());
    return member != null && member.node() == node;
  }

  /** Returns whether some node answered when it was last asked. */
  boolean anyAnswers() {
    return members.values().stream().anyMatch(Member::answers);
  }

  /** Returns the names of all nodes that some answering node lists as its peer. */
  Set<String> referenced() {
    Set<String> names = new HashSet<>();
    for (Member member : members.values()) {
      if (member.answers()) {
        member.peers().forEach(peer -> names.add(peer.nodeName()));
      }
    }
    return names;
  }

  /**
   * Returns the peers to look for: those that are not known, and those that do not answer where
   * they were, as they may have come back at another address.
   */
  Map<String, List<HostPort>> missingPeers() {
    Map<String, List<HostPort>> missing = new HashMap<>();
    for (Member member : members.values()) {
      if (member.answers()) {
        for (Peers.Peer peer : member.peers()) {
          Member known = members.get(peer.nodeName());
          if (known == null || known.failures() >= FAILURES_TO_LOOK_AGAIN) {
            missing.put(peer.nodeName(), peer.hosts());
          }
        }
      }
    }
    return missing;
  }
}
