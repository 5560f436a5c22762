package dev.aero4j.wire.info;

import dev.aero4j.wire.ProtocolException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;

/**
 * An address as nodes write it: {@code 10.0.0.1:3000}, {@code [2001:db8::1]:3000}, {@code
 * host.example:3000}.
 *
 * @param host a name or an IP address; an IPv6 address is without brackets here
 * @param port 1 to 65535
 */
public record HostPort(String host, int port) {
  private static final int HIGHEST_PORT = 65_535;

  /**
   * Reads an address. Without a port it has the default one; an IPv6 address without brackets is
   * taken as a whole.
   *
   * @param defaultPort the port of an address that has none; 0 refuses such an address
   * @throws ProtocolException when the text is no address
   */
  public static HostPort parse(String text, int defaultPort) {
    String host;
    String port;
    if (text.startsWith("[")) {
      int close = text.indexOf(']');
      if (close < 0) {
        throw bad(text, "the bracket is not closed");
      }
      host = text.substring(1, close);
      String rest = text.substring(close + 1);
      if (!rest.isEmpty() && rest.charAt(0) != ':') {
        throw bad(text, "a colon must follow the bracket");
      }
      port = rest.isEmpty() ? "" : rest.substring(1);
    } else {
      int colon = text.lastIndexOf(':');
      boolean bareIpv6 = colon != text.indexOf(':');
      host = colon < 0 || bareIpv6 ? text : text.substring(0, colon);
      port = colon < 0 || bareIpv6 ? "" : text.substring(colon + 1);
    }
    if (host.isBlank()) {
      throw bad(text, "there is no host");
    }
    if (port.isEmpty()) {
      if (defaultPort <= 0 || defaultPort > HIGHEST_PORT) {
        throw bad(text, "there is no port");
      }
      return new HostPort(host, defaultPort);
    }
    return new HostPort(host, InfoText.parseInt("port", port, 1, HIGHEST_PORT));
  }

  /** Reads addresses with commas or semicolons between; empty ones are left out. */
  public static List<HostPort> parseList(String text, int defaultPort) {
    List<HostPort> hosts = new ArrayList<>();
    for (String part : InfoText.split(text.replace(';', ','), ',')) {
      hosts.add(parse(part, defaultPort));
    }
    return List.copyOf(hosts);
  }

  /** Returns {@code host:port}, with brackets around an IPv6 address. */
  public String format() {
    return bracketed() + ":" + port;
  }

  /** Returns the address without the port when that is the default one. */
  String format(int defaultPort) {
    return port == defaultPort ? bracketed() : format();
  }

  /** Returns addresses with a separator between: a comma, or in old answers a semicolon. */
  public static String formatList(Collection<HostPort> hosts, char separator) {
    StringJoiner joiner = new StringJoiner(String.valueOf(separator));
    hosts.forEach(host -> joiner.add(host.format()));
    return joiner.toString();
  }

  @Override
  public String toString() {
    return format();
  }

  private String bracketed() {
    return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
  }

  private static ProtocolException bad(String text, String why) {
    return new ProtocolException("'" + InfoText.excerpt(text) + "' is not an address: " + why);
  }
}
