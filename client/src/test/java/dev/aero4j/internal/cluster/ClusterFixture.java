package dev.aero4j.internal.cluster;

import dev.aero4j.wire.info.HostPort;
import java.io.Closeable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Fake nodes and clusters of one test, closed at its end. */
final class ClusterFixture implements Closeable {
  /** Records when it is closed, and whether its node was still in the snapshot then. */
  final class Channel implements NodeChannel {
    final NodeInfo info;
    final AtomicBoolean closed = new AtomicBoolean();
    final AtomicInteger suspected = new AtomicInteger();
    volatile boolean closedInSnapshot;

    Channel(NodeInfo info) {
      this.info = info;
    }

    @Override
    public void suspect() {
      suspected.incrementAndGet();
    }

    @Override
    public void close() {
      closedInSnapshot |=
          clusters.stream()
              .flatMap(cluster -> cluster.snapshot().nodes().stream())
              .anyMatch(node -> node.channel() == this);
      closed.set(true);
    }
  }

  final List<Channel> channels = new CopyOnWriteArrayList<>();
  private final List<Cluster> clusters = new CopyOnWriteArrayList<>();
  private final List<FakeNode> nodes = new ArrayList<>();

  int timeoutMillis = 2_000;
  String clusterName;
  boolean failIfNotConnected = true;
  boolean racks;
  String refusedChannel;
  boolean alternate;
  int tendIntervalMillis = 20;
  NameLookup.Resolver resolver = ClusterFixture::resolve;

  // The machine's own lookup of an unknown name may take any time.
  private static InetAddress[] resolve(String host) throws UnknownHostException {
    throw new UnknownHostException(host);
  }

  FakeNode node(String name) {
    FakeNode node = new FakeNode(name).start();
    nodes.add(node);
    return node;
  }

  /** Returns a node that listens at another address than the loopback. */
  FakeNode outsideNode(String name, InetAddress address) {
    FakeNode node = new FakeNode(name, address).start();
    nodes.add(node);
    return node;
  }

  Cluster cluster(HostPort... seeds) {
    TendSettings settings =
        new TendSettings(
            List.of(seeds),
            clusterName,
            timeoutMillis,
            timeoutMillis,
            tendIntervalMillis,
            alternate,
            racks,
            failIfNotConnected);
    Cluster cluster =
        new Cluster(
            settings,
            resolver,
            info -> {
              if (info.name().equals(refusedChannel)) {
                throw new IllegalStateException("no channel for you");
              }
              Channel channel = new Channel(info);
              channels.add(channel);
              return channel;
            });
    clusters.add(cluster);
    return cluster;
  }

  Cluster connected(FakeNode... seeds) {
    HostPort[] hosts = new HostPort[seeds.length];
    for (int i = 0; i < seeds.length; i++) {
      hosts[i] = seeds[i].host();
    }
    Cluster cluster = cluster(hosts);
    cluster.connect();
    return cluster;
  }

  @Override
  public void close() {
    clusters.forEach(Cluster::close);
    nodes.forEach(FakeNode::close);
  }
}
