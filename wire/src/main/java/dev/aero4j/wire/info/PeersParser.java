package dev.aero4j.wire.info;

import dev.aero4j.wire.ProtocolException;
import java.util.ArrayList;
import java.util.List;

/** Reads the text of {@link Peers} from left to right. */
final class PeersParser {
  private final String text;
  private int at;

  PeersParser(String text) {
    this.text = text;
  }

  Peers parse() {
    long generation = InfoText.parseLong(word());
    expect(',');
    String portText = word();
    int defaultPort = portText.isEmpty() ? 0 : InfoText.parseInt("port", portText, 0, 65_535);
    expect(',');
    List<Peers.Peer> peers = new ArrayList<>();
    expect('[');
    while (!skip(']')) {
      if (!peers.isEmpty()) {
        expect(',');
      }
      peers.add(peer(defaultPort));
    }
    if (at != text.length()) {
      throw bad("the end");
    }
    return new Peers(generation, defaultPort, peers);
  }

  private Peers.Peer peer(int defaultPort) {
    expect('[');
    String nodeName = word();
    if (nodeName.isEmpty()) {
      throw bad("the name of a node");
    }
    expect(',');
    String tlsName = word();
    expect(',');
    List<HostPort> hosts = new ArrayList<>();
    if (skip('[')) {
      while (!skip(']')) {
        if (!hosts.isEmpty()) {
          expect(',');
        }
        hosts.add(host(defaultPort));
      }
    }
    expect(']');
    return new Peers.Peer(nodeName, tlsName, hosts);
  }

  private HostPort host(int defaultPort) {
    if (at < text.length() && text.charAt(at) == '"') {
      return HostPort.parse(word(), defaultPort);
    }
    int start = at;
    int close = at < text.length() && text.charAt(at) == '[' ? text.indexOf(']', at) : at - 1;
    if (close < at - 1) {
      throw bad("the end of an IPv6 address");
    }
    at = close + 1;
    word();
    return HostPort.parse(text.substring(start, at), defaultPort);
  }

  /** Reads up to a comma or bracket, or what stands in quotes. */
  private String word() {
    if (skip('"')) {
      return quoted();
    }
    int start = at;
    while (at < text.length() && ",[]".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  private String quoted() {
    StringBuilder word = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return word.toString();
      } else if (c == '\\' && at < text.length()) {
        c = text.charAt(at++);
      }
      word.append(c);
    }
    throw bad("a closing quote");
  }

  private boolean skip(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char c) {
    if (!skip(c)) {
      throw bad("'" + c + "'");
    }
  }

  private ProtocolException bad(String expected) {
    return new ProtocolException(
        "a list of peers has no " + expected + " at offset " + at + ": " + InfoText.excerpt(text));
  }
}
