package dev.aero4j;

import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.info.HostPort;

/**
 * Where a node listens.
 *
 * @param name a host name or an address; IPv6 without brackets
 * @param port 1 to 65535
 */
public record Host(String name, int port) {
  /** The port that servers listen on unless configured otherwise. */
  public static final int DEFAULT_PORT = 3000;

  /**
   * Checks name and port.
   *
   * @throws InvalidArgumentException when the name is empty or the port out of range
   */
  public Host {
    if (name.isBlank()) {
      throw new InvalidArgumentException("hosts: a host name is empty");
    }
    if (port < 1 || port > 65_535) {
      throw new InvalidArgumentException(
          "hosts: port " + port + " of host '" + name + "'; allowed are 1 to 65535");
    }
  }

  /**
   * Reads {@code host}, {@code host:port}, {@code [2001:db8::1]:port} or a bare IPv6 address.
   *
   * @param text the host; port {@value #DEFAULT_PORT} if it names none
   * @return the host
   * @throws InvalidArgumentException when it is none of these
   */
  public static Host parse(String text) {
    try {
      HostPort parsed = HostPort.parse(text.strip(), DEFAULT_PORT);
      return new Host(parsed.host(), parsed.port());
    } catch (ProtocolException e) {
      throw new InvalidArgumentException(
          "hosts: '" + text + "' is not host, host:port or [IPv6]:port: " + e.getMessage());
    }
  }

  /** {@return {@code host:port}, IPv6 in brackets} */
  @Override
  public String toString() {
    return (name.indexOf(':') >= 0 ? "[" + name + "]" : name) + ":" + port;
  }
}
