package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.ClientException;
import dev.aero4j.InfoNodeResult;
import dev.aero4j.Key;
import dev.aero4j.ServerException;
import dev.aero4j.conformance.harness.Backend;
import dev.aero4j.conformance.harness.Everywhere;
import dev.aero4j.conformance.harness.Face;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.model.ResultCode;
import dev.aero4j.policy.InfoPolicy;
import java.time.Duration;
import java.util.List;

/** Connecting, looking at the cluster, and closing. */
class ConnectionTest {
  @Everywhere
  void aConnectedClientIsConnectedAndPings(Client client) {
    assertThat(client.isConnected()).isTrue();
    assertThat(client.ping()).isTrue();
  }

  @Everywhere
  void nodeNamesAreThoseThatTheNodesGiveThemselves(Client client) {
    List<InfoNodeResult> names = client.infoAll("node");
    assertThat(client.getNodeNames()).isNotEmpty().isSorted().doesNotHaveDuplicates();
    assertThat(names).extracting(InfoNodeResult::nodeName).isEqualTo(client.getNodeNames());
    assertThat(names)
        .allSatisfy(
            node -> {
              assertThat(node.errorCode()).isZero();
              assertThat(node.response()).contains(node.nodeName());
            });
  }

  @Everywhere(embeddedOnly = true)
  void everyNodeOfTheClusterIsFound(Client client, Backend backend) {
    assertThat(client.getNodeNames()).isEqualTo(backend.embedded().nodeNames());
  }

  @Everywhere
  void infoOfAllNodesTakesAPolicy(Client client) {
    assertThat(client.infoAll("namespaces", InfoPolicy.timeout(Duration.ofSeconds(5))))
        .hasSameSizeAs(client.getNodeNames())
        .allSatisfy(node -> assertThat(node.response()).contains(Keys.NAMESPACE));
  }

  @Everywhere
  void infoOfAnyNodeGivesItsAnswer(Client client) {
    assertThat(client.infoRandomNode("namespaces")).contains(Keys.NAMESPACE);
    assertThat(client.infoRandomNode("build", InfoPolicy.timeout(Duration.ofSeconds(5))))
        .matches("(?s).*\\d+\\.\\d+.*");
  }

  @Everywhere
  void anUnknownInfoCommandIsAnErrorOfTheServer(Client client) {
    assertThatThrownBy(() -> client.infoRandomNode("no-such-command"))
        .isInstanceOfSatisfying(
            ServerException.class,
            e -> assertThat(e.resultCode()).isEqualTo(ResultCode.PARAMETER_ERROR))
        .hasMessageContaining("no-such-command");
    assertThat(client.infoAll("no-such-command"))
        .hasSameSizeAs(client.getNodeNames())
        .allSatisfy(node -> assertThat(node.errorCode()).isEqualTo(ResultCode.PARAMETER_ERROR));
  }

  @Everywhere
  void aNewClientIsNotConnectedAndSaysSoWhenUsed(Backend backend, Face face) {
    try (Client client = face.open(backend.config().build())) {
      assertThat(client.isConnected()).isFalse();
      assertThat(client.getNodeNames()).isEmpty();
      assertThatThrownBy(() -> client.get(Keys.fresh()))
          .isInstanceOf(ClientException.class)
          .hasMessageContaining("connect");
      assertThatThrownBy(() -> client.put(Keys.fresh(), Bins.of("a", 1)))
          .isInstanceOf(ClientException.class)
          .hasMessageContaining("connect");
    }
  }

  @Everywhere
  void connectingReturnsTheClientAndMayBeRepeated(Backend backend, Face face) {
    try (Client client = face.open(backend.config().build())) {
      assertThat(client.connect()).isSameAs(client);
      assertThat(client.connect()).isSameAs(client);
      assertThat(client.isConnected()).isTrue();
      Key key = Keys.fresh();
      client.put(key, Bins.of("a", 1));
      assertThat(client.get(key).getLong("a")).isEqualTo(1);
    }
  }

  @Everywhere
  void aClosedClientSaysSoAndClosingAgainDoesNothing(Backend backend, Face face) {
    Client client = face.open(backend.config().build()).connect();
    client.close();
    client.close();
    assertThat(client.isConnected()).isFalse();
    assertThatThrownBy(() -> client.get(Keys.fresh()))
        .isInstanceOfSatisfying(
            ClientException.class,
            e -> assertThat(e.resultCode()).isEqualTo(ResultCode.CLIENT_CLOSED))
        .hasMessageContaining("closed");
    assertThatThrownBy(client::connect)
        .isInstanceOf(ClientException.class)
        .hasMessageContaining("closed");
  }

  @Everywhere
  void aClientThatWasNeverConnectedCanBeClosed(Backend backend, Face face) {
    Client client = face.open(backend.config().build());
    client.close();
    assertThat(client.isConnected()).isFalse();
    assertThatThrownBy(client::ping)
        .isInstanceOf(ClientException.class)
        .hasMessageContaining("closed");
  }
}
