package dev.aero4j.internal.cluster;

import dev.aero4j.internal.cluster.NodeAnswer.Generations;
import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.info.BuildVersion;
import dev.aero4j.wire.info.HostPort;
import dev.aero4j.wire.info.InfoError;
import dev.aero4j.wire.info.NamespacePartitions;
import dev.aero4j.wire.info.NodeFeatures;
import dev.aero4j.wire.info.Peers;
import dev.aero4j.wire.info.RackIds;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tends one node over a connection that is kept. {@link #refresh} is called by one thread at a
 * time; {@link #close} comes from any thread, ends a call in progress and is final.
 */
final class NodeConversation implements Closeable {
  private static final String CLUSTER_NAME = "cluster-name";

  private final TendSettings settings;
  private final InetSocketAddress address;
  // Written by the thread that talks, read by the one that closes.
  private volatile InfoConnection connection;
  private volatile boolean closed;
  private PartitionQuestion partitionQuestion = PartitionQuestion.REPLICAS;

  private NodeConversation(TendSettings settings, InfoConnection connection) {
    this.settings = settings;
    this.address = connection.address();
    this.connection = connection;
  }

  /**
   * A node that was met.
   *
   * @param info who it is
   * @param answer what it said, in full
   * @param conversation to go on with; whoever has the introduction closes it
   * @param services where the node says it can be reached
   */
  record Introduction(
      NodeInfo info, NodeAnswer answer, NodeConversation conversation, List<HostPort> services) {}

  /** Connects to an address and finds out who is there; nothing stays open when that fails. */
  static Introduction introduce(TendSettings settings, InetSocketAddress address)
      throws IOException {
    InfoConnection connection =
        InfoConnection.open(address, Deadline.in(settings.connectTimeoutMillis()));
    NodeConversation conversation = new NodeConversation(settings, connection);
    try {
      Deadline deadline = Deadline.in(settings.tendTimeoutMillis());
      String service = settings.servicesAlternate() ? "service-clear-alt" : "service-clear-std";
      Map<String, String> said =
          conversation.ask(conversation.questions("build", "features", service), deadline);
      BuildVersion build = BuildVersion.parse(required(said, "build"));
      NodeFeatures features = NodeFeatures.parse(required(said, "features"));
      NodeAnswer answer = conversation.complete(said, Generations.UNKNOWN, deadline);
      List<HostPort> services = HostPort.parseList(optional(said, service), address.getPort());
      NodeInfo info = new NodeInfo(answer.name(), address, build, features);
      return new Introduction(info, answer, conversation, services);
    } catch (ProtocolException e) {
      conversation.close();
      throw new IOException("an answer to an info request makes no sense: " + e.getMessage(), e);
    } catch (IOException | RuntimeException e) {
      conversation.close();
      throw e;
    }
  }

  /**
   * Asks what has changed. A kept connection that turns out to be broken is replaced once; then
   * everything is asked for, as the server may have been started anew and its counters with it.
   *
   * @param known what the node told last
   * @param broken is run when the kept connection is broken
   */
  NodeAnswer refresh(Generations known, Runnable broken) throws IOException {
    if (!connection.isClosed()) {
      try {
        return ask(known);
      } catch (SocketTimeoutException e) {
        throw e;
      } catch (IOException e) {
        if (closed) {
          throw e;
        }
      }
    }
    broken.run();
    reconnect();
    return ask(Generations.UNKNOWN);
  }

  private NodeAnswer ask(Generations known) throws IOException {
    try {
      Deadline deadline = Deadline.in(settings.tendTimeoutMillis());
      return complete(ask(questions(), deadline), known, deadline);
    } catch (ProtocolException e) {
      connection.close();
      throw new IOException("an answer to an info request makes no sense: " + e.getMessage(), e);
    }
  }

  private void reconnect() throws IOException {
    InfoConnection fresh =
        InfoConnection.open(address, Deadline.in(settings.connectTimeoutMillis()));
    connection = fresh;
    if (closed) {
      fresh.close();
      throw new IOException("closed");
    }
  }

  private List<String> questions(String... more) {
    List<String> questions = new ArrayList<>(8);
    questions.add("node");
    questions.add("peers-generation");
    questions.add("partition-generation");
    if (settings.racks()) {
      questions.add("rebalance-generation");
    }
    if (settings.clusterName() != null) {
      questions.add(CLUSTER_NAME);
    }
    questions.addAll(List.of(more));
    return questions;
  }

  /** Asks the second question, for what the first answer showed to be new. */
  private NodeAnswer complete(Map<String, String> said, Generations known, Deadline deadline)
      throws IOException {
    checkCluster(said);
    String name = required(said, "node");
    Generations now =
        new Generations(
            number(said, "peers-generation"),
            number(said, "partition-generation"),
            settings.racks() ? rebalanceGeneration(said) : -1);
    if (now.partitions() < 0) {
      throw new IOException("node " + name + " is starting and owns no partitions yet");
    }
    boolean newPeers = now.peers() != known.peers();
    boolean newPartitions = now.partitions() != known.partitions();
    boolean newRacks = now.rebalance() != known.rebalance();
    String peersQuestion = settings.servicesAlternate() ? "peers-clear-alt" : "peers-clear-std";
    List<String> questions = new ArrayList<>(3);
    if (newPeers) {
      questions.add(peersQuestion);
    }
    if (newPartitions) {
      questions.add(partitionQuestion.command);
    }
    if (newRacks) {
      questions.add("rack-ids");
    }
    if (questions.isEmpty()) {
      return new NodeAnswer(name, now, null, null, null);
    }
    Map<String, String> told = ask(questions, deadline);
    Peers peers = newPeers ? Peers.parse(required(told, peersQuestion)) : null;
    return new NodeAnswer(
        name,
        // The list may be newer than the counter that made us ask for it.
        peers == null
            ? now
            : new Generations(peers.generation(), now.partitions(), now.rebalance()),
        peers == null ? null : peers.peers(),
        newPartitions ? partitions(told, deadline) : null,
        newRacks ? racks(told) : null);
  }

  private Map<String, String> ask(List<String> questions, Deadline deadline) throws IOException {
    return connection.ask(questions, deadline);
  }

  private void checkCluster(Map<String, String> said) throws IOException {
    String expected = settings.clusterName();
    if (expected != null) {
      String seen = optional(said, CLUSTER_NAME);
      if (!seen.equals(expected)) {
        throw new IOException(
            "wrong cluster: expected the cluster name \""
                + expected
                + "\", seen "
                // What servers without a configured name answer.
                + (seen.isEmpty() || seen.equals("null") ? "none" : "\"" + seen + "\""));
      }
    }
  }

  private List<NamespacePartitions> partitions(Map<String, String> told, Deadline deadline)
      throws IOException {
    String answer = told.get(partitionQuestion.command);
    while (answer == null || InfoError.parse(answer) != null) {
      PartitionQuestion older = partitionQuestion.older;
      if (older == null) {
        throw new IOException(
            "the node tells no partition map; it answered \""
                + answer
                + "\" to "
                + partitionQuestion.command);
      }
      partitionQuestion = older;
      answer = ask(List.of(older.command), deadline).get(older.command);
    }
    return switch (partitionQuestion) {
      case REPLICAS -> NamespacePartitions.parseReplicas(answer);
      case REPLICAS_ALL -> NamespacePartitions.parseReplicasAll(answer);
      case REPLICAS_MASTER -> NamespacePartitions.parseReplicasMaster(answer);
    };
  }

  private static Map<String, Integer> racks(Map<String, String> told) {
    // The community edition has no racks and answers with an error.
    String answer = optional(told, "rack-ids");
    return answer.isEmpty() ? Map.of() : RackIds.parse(answer).racks();
  }

  private static long rebalanceGeneration(Map<String, String> said) {
    String answer = optional(said, "rebalance-generation");
    return answer.isEmpty() ? -1 : parseNumber("rebalance-generation", answer);
  }

  private static long number(Map<String, String> said, String question) throws IOException {
    return parseNumber(question, required(said, question));
  }

  private static long parseNumber(String question, String answer) {
    try {
      return Long.parseLong(answer.strip());
    } catch (NumberFormatException e) {
      throw new ProtocolException(
          "expected a number as the answer to " + question + ", seen \"" + answer + "\"");
    }
  }

  private static String required(Map<String, String> said, String question) throws IOException {
    String answer = said.get(question);
    if (answer == null || answer.isEmpty()) {
      throw new IOException("the node gave no answer to the info request " + question);
    }
    InfoError error = InfoError.parse(answer);
    if (error != null) {
      throw new IOException(
          "the node answered the info request "
              + question
              + " with error "
              + error.code()
              + ": "
              + error.text());
    }
    return answer;
  }

  private static String optional(Map<String, String> said, String question) {
    String answer = said.get(question);
    return answer == null || InfoError.parse(answer) != null ? "" : answer;
  }

  @Override
  public void close() {
    closed = true;
    connection.close();
  }

  /** How the partition map is asked for, oldest first; only the newest knows regimes. */
  private enum PartitionQuestion {
    REPLICAS_MASTER("replicas-master", null),
    REPLICAS_ALL("replicas-all", REPLICAS_MASTER),
    REPLICAS("replicas", REPLICAS_ALL);

    final String command;
    final @Nullable PartitionQuestion older;

    PartitionQuestion(String command, @Nullable PartitionQuestion older) {
      this.command = command;
      this.older = older;
    }
  }
}
