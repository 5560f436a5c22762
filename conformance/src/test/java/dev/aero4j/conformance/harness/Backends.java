package dev.aero4j.conformance.harness;

import com.aerospike.client.AerospikeClient;
import com.aerospike.client.policy.ClientPolicy;
import dev.aero4j.Client;
import dev.aero4j.ClientConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The backends of this run, their clients, and how the tests went on them: started when first
 * wanted, shared by all tests, closed at the very end. Tests run one after another.
 */
public final class Backends implements AutoCloseable {
  private static final class Score {
    int passed;
    int failed;
  }

  private final List<Backend> all = new ArrayList<>();
  private final Map<Target, Client> clients = new LinkedHashMap<>();
  private final Map<Backend, AerospikeClient> officials = new LinkedHashMap<>();
  private final Map<Backend, Score> scores = new LinkedHashMap<>();

  /** How many tests a real cluster would have, or has. */
  private int wantedOnReal;

  Backends() {
    all.add(Backend.embedded("embedded node", 1));
    all.add(Backend.embedded("embedded cluster", 3));
    String seeds = System.getenv("AEROSPIKE_SEEDS");
    if (seeds != null && !seeds.isBlank()) {
      all.add(Backend.real(seeds));
    }
  }

  List<Backend> all() {
    return all;
  }

  Client client(Target target) {
    return clients.computeIfAbsent(
        target, wanted -> wanted.face().open(wanted.backend().config().build()).connect());
  }

  AerospikeClient official(Backend backend) {
    return officials.computeIfAbsent(backend, Backends::connectOfficial);
  }

  /** Starts a node of the test's own, to be closed by it. */
  public static Backend startEmbedded() {
    return Backend.embedded("embedded node", 1);
  }

  /** Connects the official client with its defaults, but for patience. */
  public static AerospikeClient connectOfficial(Backend backend) {
    ClientPolicy policy = new ClientPolicy();
    policy.timeout = 5_000;
    policy.readPolicyDefault.setTimeouts(20_000, 20_000);
    policy.writePolicyDefault.setTimeouts(20_000, 20_000);
    com.aerospike.client.Host[] hosts =
        ClientConfig.fromUri("aerospike://" + backend.seeds()).hosts().stream()
            .map(host -> new com.aerospike.client.Host(host.name(), host.port()))
            .toArray(com.aerospike.client.Host[]::new);
    return new AerospikeClient(policy, hosts);
  }

  /** Says that there are tests that can run on a real cluster. */
  void wantedOnReal(int tests) {
    wantedOnReal += tests;
  }

  void passed(Target target) {
    score(target).passed++;
  }

  void failed(Target target) {
    score(target).failed++;
  }

  private Score score(Target target) {
    return scores.computeIfAbsent(target.backend(), backend -> new Score());
  }

  @Override
  public void close() {
    cleanUpRealCluster();
    clients.values().forEach(Client::close);
    officials.values().forEach(AerospikeClient::close);
    all.forEach(Backend::close);
    scores.forEach(
        (backend, score) ->
            System.out.println(
                "conformance: "
                    + backend
                    + ": "
                    + score.passed
                    + " passed, "
                    + score.failed
                    + " failed"));
    if (all.stream().allMatch(Backend::isEmbedded)) {
      System.out.println(
          "conformance: real cluster: NOT RUN, "
              + wantedOnReal
              + " tests left out; give its addresses in AEROSPIKE_SEEDS (host:port,host:port)");
    }
  }

  private void cleanUpRealCluster() {
    officials.forEach(
        (backend, client) -> {
          if (!backend.isEmbedded()) {
            client.truncate(null, Keys.NAMESPACE, Keys.SET, null);
          }
        });
  }
}
