package dev.aero4j.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.aero4j.internal.cluster.NodeConversation.Introduction;
import dev.aero4j.wire.info.HostPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A seed that is not on this machine's loopback may be a load balancer. */
@Timeout(30)
class NodeFinderTest {
  private final ClusterFixture fixture = new ClusterFixture();
  private final NodeFinder finder =
      new NodeFinder(
          new TendSettings(List.of(), null, 2_000, 2_000, 1_000, false, false, true),
          new NameLookup(InetAddress::getAllByName));

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void theNodesOwnAddressIsPreferredToTheOneOfALoadBalancer() throws IOException {
    FakeNode balancer = fixture.outsideNode("A", outside());
    FakeNode node = fixture.node("A");
    balancer.answers.put("service-clear-std", "127.0.0.1:" + node.port());

    assertThat(met(balancer))
        .isEqualTo(new InetSocketAddress(InetAddress.getLoopbackAddress(), node.port()));
  }

  @Test
  void theSeedsAddressStaysWhenTheNodesOwnLeadsElsewhere() throws IOException {
    FakeNode seed = fixture.outsideNode("A", outside());
    FakeNode other = fixture.node("B");
    FakeNode dead = fixture.node("D");
    dead.close();
    seed.answers.put(
        "service-clear-std", "127.0.0.1:" + dead.port() + ",127.0.0.1:" + other.port());

    assertThat(met(seed).getPort()).isEqualTo(seed.port());
  }

  @Test
  void anAddressThatTheNodeListsIsTakenAsItIs() throws IOException {
    FakeNode seed = fixture.outsideNode("A", outside());
    String own = new HostPort(outside().getHostAddress(), seed.port()).format();
    seed.answers.put("service-clear-std", "192.0.2.1:3000," + own);

    assertThat(met(seed).getPort()).isEqualTo(seed.port());
  }

  private InetSocketAddress met(FakeNode seed) throws IOException {
    Introduction met = finder.atSeed(new InetSocketAddress(outside(), seed.port()));
    met.conversation().close();
    return met.info().address();
  }

  private static InetAddress outside() throws IOException {
    Optional<InetAddress> address =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(ip -> !ip.isLoopbackAddress() && !ip.isLinkLocalAddress())
            .findFirst();
    assumeThat(address).as("an address of this machine outside its loopback").isPresent();
    return address.orElseThrow();
  }
}
