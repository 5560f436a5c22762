package dev.aero4j.wire.info;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.wire.ProtocolException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PeersTest {
  private static final String TWO =
      "6,3000,[[BB9050011AC4202,,[172.17.0.5]],"
          + "[BB9070011AC4202,node.example,[[2001:db8::1]:4333,[::1],db.example:3001]]]";

  @Test
  void peersAreReadAndWritten() {
    Peers peers = Peers.parse(TWO);
    assertThat(peers)
        .isEqualTo(
            new Peers(
                6,
                3000,
                List.of(
                    new Peers.Peer(
                        "BB9050011AC4202", "", List.of(new HostPort("172.17.0.5", 3000))),
                    new Peers.Peer(
                        "BB9070011AC4202",
                        "node.example",
                        List.of(
                            new HostPort("2001:db8::1", 4333),
                            new HostPort("::1", 3000),
                            new HostPort("db.example", 3001))))));
    assertThat(peers.format()).isEqualTo(TWO);
  }

  @Test
  void aNodeMayBeAloneOrGone() {
    assertThat(Peers.parse("0,3000,[]")).isEqualTo(new Peers(0, 3000, List.of()));
    Peers gone = Peers.parse("7,3000,[[BB9,,]]");
    assertThat(gone.peers()).containsExactly(new Peers.Peer("BB9", "", List.of()));
    assertThat(gone.format()).isEqualTo("7,3000,[[BB9,,]]");
    assertThat(Peers.parse("7,,[[BB9,,[10.0.0.1:3100]]]").peers().get(0).hosts())
        .containsExactly(new HostPort("10.0.0.1", 3100));
  }

  @Test
  void namesMayBeQuoted() {
    Peers odd =
        new Peers(
            1,
            3000,
            List.of(
                new Peers.Peer(
                    "B,B", "a\"]\\", List.of(new HostPort("h", 3000), new HostPort("i", 1)))));
    assertThat(Peers.parse(odd.format())).isEqualTo(odd);
    assertThat(Peers.parse("1,3000,[[BB9,,[\"10.0.0.1:3100\"]]]").peers().get(0).hosts())
        .containsExactly(new HostPort("10.0.0.1", 3100));
  }

  @Test
  void aListCutAnywhereIsRefused() {
    for (int length = 0; length < TWO.length(); length++) {
      String cut = TWO.substring(0, length);
      assertThatThrownBy(() -> Peers.parse(cut)).as(cut).isInstanceOf(ProtocolException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x,3000,[]",
        "1,3000,[]x",
        "1,99999,[]",
        "1,3000,[[,,[h]]]",
        "1,3000,[[BB9,,[]",
        "1,3000,[[BB9,,[[::1]]",
        "1,3000,[[BB9,,[[::1]]]",
        "1,,[[BB9,,[10.0.0.1]]]",
        "1,3000,[[BB9,,[10.0.0.1:0]]]"
      })
  void damagedListsAreRefused(String text) {
    assertThatThrownBy(() -> Peers.parse(text)).isInstanceOf(ProtocolException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1:3100,10.0.0.1,3100,10.0.0.1:3100",
    "10.0.0.1,10.0.0.1,3000,10.0.0.1:3000",
    "db.example:1,db.example,1,db.example:1",
    "[::1]:65535,::1,65535,[::1]:65535",
    "[::1],::1,3000,[::1]:3000",
    "2001:db8::1,2001:db8::1,3000,[2001:db8::1]:3000"
  })
  void addressesAreReadAndWritten(String text, String host, int port, String written) {
    assertThat(HostPort.parse(text, 3000)).isEqualTo(new HostPort(host, port)).hasToString(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ":3000", "[::1", "[::1]3000", "h:70000", "h:x", "[]:1"})
  void whatIsNoAddressIsRefused(String text) {
    assertThatThrownBy(() -> HostPort.parse(text, 3000)).isInstanceOf(ProtocolException.class);
  }

  @Test
  void listsOfAddressesAreReadWithEitherSeparator() {
    List<HostPort> hosts = HostPort.parseList("10.0.0.1:3000,[::1]:3001", 3000);
    assertThat(hosts).containsExactly(new HostPort("10.0.0.1", 3000), new HostPort("::1", 3001));
    assertThat(HostPort.parseList("10.0.0.1:3000;[::1]:3001", 3000)).isEqualTo(hosts);
    assertThat(HostPort.parseList("", 3000)).isEmpty();
    assertThat(HostPort.formatList(hosts, ',')).isEqualTo("10.0.0.1:3000,[::1]:3001");
    assertThatThrownBy(() -> HostPort.parse("h", 0)).isInstanceOf(ProtocolException.class);
  }
}
