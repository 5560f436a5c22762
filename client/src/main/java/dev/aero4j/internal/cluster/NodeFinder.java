package dev.aero4j.internal.cluster;

import dev.aero4j.internal.cluster.NodeConversation.Introduction;
import dev.aero4j.wire.info.HostPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Meets nodes at the addresses that the configuration or other nodes tell. Safe for all threads.
 */
final class NodeFinder {
  private static final Logger LOG = LoggerFactory.getLogger(NodeFinder.class);

  private final TendSettings settings;
  private final NameLookup lookup;

  NodeFinder(TendSettings settings, NameLookup lookup) {
    this.settings = settings;
    this.lookup = lookup;
  }

  /** Returns every address of a host, looked up anew. */
  List<InetSocketAddress> addresses(HostPort host) throws IOException {
    return lookup.addresses(host.host(), Deadline.in(settings.connectTimeoutMillis())).stream()
        .map(address -> new InetSocketAddress(address, host.port()))
        .toList();
  }

  /**
   * Meets the node at the address of a seed. When the node does not list that address as its own,
   * it may be a load balancer's, behind which every connection can reach another node; then the
   * node's own addresses are preferred if they lead to it.
   */
  Introduction atSeed(InetSocketAddress address) throws IOException {
    Introduction met = NodeConversation.introduce(settings, address);
    InetAddress ip = address.getAddress();
    if (ip.isLoopbackAddress() || met.services().isEmpty() || lists(met.services(), address)) {
      return met;
    }
    for (HostPort service : met.services()) {
      try {
        for (InetSocketAddress own : addresses(service)) {
          Introduction direct = NodeConversation.introduce(settings, own);
          if (direct.info().name().equals(met.info().name())) {
            met.conversation().close();
            return direct;
          }
          direct.conversation().close();
        }
      } catch (IOException e) {
        LOG.debug(
            "{} says it is at {}, where it cannot be reached: {}",
            met.info(),
            service,
            e.getMessage());
      }
    }
    return met;
  }

  private static boolean lists(List<HostPort> services, InetSocketAddress address) {
    for (HostPort service : services) {
      boolean sameHost =
          service.host().equals(address.getAddress().getHostAddress())
              || service.host().equals(address.getHostString());
      if (sameHost && service.port() == address.getPort()) {
        return true;
      }
    }
    return false;
  }

  /** Meets a node at the first address of a peer where one answers. */
  Introduction atPeer(List<HostPort> hosts) throws IOException {
    IOException failure = new IOException("its peers tell no address of it");
    for (HostPort host : hosts) {
      try {
        for (InetSocketAddress address : addresses(host)) {
          try {
            return NodeConversation.introduce(settings, address);
          } catch (IOException e) {
            failure = new IOException(Addresses.format(address) + ": " + Reasons.of(e), e);
          }
        }
      } catch (IOException e) {
        failure = new IOException(host + ": " + Reasons.of(e), e);
      }
      if (Thread.currentThread().isInterrupted()) {
        break;
      }
    }
    throw failure;
  }
}
