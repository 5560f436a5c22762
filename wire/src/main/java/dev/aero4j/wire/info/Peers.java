package dev.aero4j.wire.info;

import java.util.List;

/**
 * The other nodes of a cluster, as a node tells them ({@code peers-clear-std} and its kin): {@code
 * generation,default-port,[[node,tls-name,[address,address]],...]}.
 *
 * @param generation grows whenever the list changes
 * @param defaultPort the port of addresses written without one; 0 when the node names none
 * @param peers the nodes, without the one that answers
 */
public record Peers(long generation, int defaultPort, List<Peer> peers) {
  /**
   * One other node.
   *
   * @param nodeName the node's name, such as {@code BB9020011AC4202}
   * @param tlsName the name in its certificate, or ""
   * @param hosts its addresses; none when the list is a difference and the node has gone
   */
  public record Peer(String nodeName, String tlsName, List<HostPort> hosts) {
    public Peer {
      hosts = List.copyOf(hosts);
    }
  }

  public Peers {
    peers = List.copyOf(peers);
  }

  /**
   * Reads the list.
   *
   * @throws dev.aero4j.wire.ProtocolException when it is not one
   */
  public static Peers parse(String text) {
    return new PeersParser(text).parse();
  }

  /** Returns the list as a node writes it. */
  public String format() {
    StringBuilder text = new StringBuilder();
    text.append(generation).append(',');
    if (defaultPort > 0) {
      text.append(defaultPort);
    }
    text.append(",[");
    for (int i = 0; i < peers.size(); i++) {
      Peer peer = peers.get(i);
      text.append(i == 0 ? "[" : ",[").append(quoted(peer.nodeName())).append(',');
      text.append(quoted(peer.tlsName())).append(',');
      if (!peer.hosts().isEmpty()) {
        text.append('[');
        for (int j = 0; j < peer.hosts().size(); j++) {
          text.append(j == 0 ? "" : ",").append(peer.hosts().get(j).format(defaultPort));
        }
        text.append(']');
      }
      text.append(']');
    }
    return text.append(']').toString();
  }

  private static String quoted(String name) {
    boolean plain = name.chars().noneMatch(c -> c == ',' || c == '[' || c == ']' || c == '"');
    return plain ? name : '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
