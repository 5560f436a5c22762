package dev.aero4j.benchmarks;

import com.aerospike.client.AerospikeClient;
import com.aerospike.client.Host;
import com.aerospike.client.Info;
import com.aerospike.client.async.EventPolicy;
import com.aerospike.client.async.NioEventLoops;
import com.aerospike.client.cluster.Node;
import com.aerospike.client.policy.ClientPolicy;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * The official client, connected, with event loops of its own and a pool that suits the callers.
 */
record OfficialConnection(AerospikeClient client, NioEventLoops loops) implements AutoCloseable {
  private static final int DEFAULT_PORT = 3000;

  /** Connects for so many callers. */
  static OfficialConnection open(Options options, String seeds, int callers) {
    int connections = options.officialConnections(callers);
    EventPolicy events = new EventPolicy();
    events.commandsPerEventLoop = callers;
    if (callers > connections) {
      events.maxCommandsInProcess = Math.max(1, connections / options.eventLoops());
    }
    NioEventLoops loops = new NioEventLoops(events, options.eventLoops());
    ClientPolicy policy = new ClientPolicy();
    policy.maxConnsPerNode = connections;
    policy.asyncMaxConnsPerNode = connections;
    policy.eventLoops = loops;
    policy.readPolicyDefault.totalTimeout = options.timeoutMillis();
    policy.writePolicyDefault.totalTimeout = options.timeoutMillis();
    policy.batchPolicyDefault.totalTimeout = options.timeoutMillis();
    policy.batchParentPolicyWriteDefault.totalTimeout = options.timeoutMillis();
    try {
      return new OfficialConnection(
          new AerospikeClient(policy, Host.parseHosts(seeds, DEFAULT_PORT)), loops);
    } catch (RuntimeException e) {
      loops.close();
      throw e;
    }
  }

  /** The addresses under which the nodes serve clients. */
  List<InetSocketAddress> addresses() {
    List<InetSocketAddress> addresses = new ArrayList<>();
    for (Node node : client.getNodes()) {
      addresses.add(node.getAddress());
    }
    return addresses;
  }

  String serverBuild() {
    Node node = client.getNodes()[0];
    return Info.request(null, node, "edition") + " " + Info.request(null, node, "build");
  }

  @Override
  public void close() {
    client.close();
    loops.close();
  }
}
