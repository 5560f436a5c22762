package dev.aero4j.internal.cluster;

import dev.aero4j.internal.cluster.ClusterView.Member;
import dev.aero4j.internal.cluster.NodeConversation.Introduction;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the view and, for each node in it, what must be closed when it leaves. Confined to the
 * tending thread.
 */
final class Membership {
  private static final Logger LOG = LoggerFactory.getLogger(Membership.class);

  private final NodeChannelFactory channels;
  private final Consumer<ClusterSnapshot> publisher;
  private final Map<Node, NodeConversation> conversations = new HashMap<>();
  private ClusterView view = ClusterView.EMPTY;

  Membership(NodeChannelFactory channels, Consumer<ClusterSnapshot> publisher) {
    this.channels = channels;
    this.publisher = publisher;
  }

  ClusterView view() {
    return view;
  }

  boolean isEmpty() {
    return view.members().isEmpty();
  }

  /** Returns the conversation with a node of the view. */
  @Nullable NodeConversation conversation(Node node) {
    return conversations.get(node);
  }

  /**
   * Takes in a node that was met.
   *
   * @return what to tell the next step, or null when the node is known already or cannot be used
   */
  @Nullable NodeReport welcome(Introduction met) {
    if (isKnown(met.info())) {
      met.conversation().close();
      return null;
    }
    Node node;
    try {
      node = new Node(met.info(), channels.open(met.info()));
    } catch (RuntimeException e) {
      LOG.error("no channel to node {} can be made", met.info(), e);
      met.conversation().close();
      return null;
    }
    conversations.put(node, met.conversation());
    return new NodeReport.Joined(node, met.answer());
  }

  private boolean isKnown(NodeInfo info) {
    Member member = view.member(info.name());
    if (member != null) {
      // One that does not answer at its old address may be a new incarnation at this one.
      boolean sameAddress = member.node().address().equals(info.address());
      return sameAddress || member.answers();
    }
    // Two searches of the same batch may have led to the same node.
    return conversations.keySet().stream().anyMatch(node -> node.name().equals(info.name()));
  }

  /** Makes the next view, publishes it, and then lets go of the nodes that have left. */
  void apply(List<NodeReport> reports) {
    ClusterSnapshot before = view.snapshot();
    view = SnapshotStep.next(view, reports);
    if (view.snapshot() != before) {
      publisher.accept(view.snapshot());
    }
    for (NodeReport report : reports) {
      if (report instanceof NodeReport.Joined joined && view.contains(joined.node())) {
        LOG.info("node {} joined (server {})", joined.node(), joined.node().build());
      }
    }
    Iterator<Map.Entry<Node, NodeConversation>> held = conversations.entrySet().iterator();
    while (held.hasNext()) {
      Map.Entry<Node, NodeConversation> entry = held.next();
      if (!view.contains(entry.getKey())) {
        held.remove();
        LOG.info("node {} left", entry.getKey());
        letGo(entry.getKey(), entry.getValue());
      }
    }
  }

  /** Forgets all nodes. */
  void close() {
    view = ClusterView.EMPTY;
    publisher.accept(view.snapshot());
    conversations.forEach(Membership::letGo);
    conversations.clear();
  }

  private static void letGo(Node node, NodeConversation conversation) {
    conversation.close();
    try {
      node.channel().close();
    } catch (RuntimeException e) {
      LOG.error("the channel of node {} does not close", node, e);
    }
  }
}
