package dev.aero4j.internal.cluster;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** How addresses are written in messages: as a user would type them. */
final class Addresses {
  private Addresses() {}

  /** Returns {@code 192.0.2.1:3000}, {@code [2001:db8::1]:3000} or {@code name(192.0.2.1):3000}. */
  static String format(InetSocketAddress address) {
    InetAddress ip = address.getAddress();
    String host = address.getHostString();
    if (ip == null) {
      return format(host, address.getPort());
    }
    String number = ip.getHostAddress();
    if (host.equals(number) || (ip instanceof Inet6Address && host.indexOf(':') >= 0)) {
      return format(number, address.getPort());
    }
    return host + '(' + number + "):" + address.getPort();
  }

  static String format(String host, int port) {
    return (host.indexOf(':') >= 0 ? '[' + host + ']' : host) + ':' + port;
  }
}
