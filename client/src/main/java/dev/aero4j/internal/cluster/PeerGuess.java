package dev.aero4j.internal.cluster;

import java.nio.charset.StandardCharsets;

/** Says in plain words what a peer that is not an Aerospike node seems to be. */
final class PeerGuess {
  private static final int SHOWN = 40;

  private PeerGuess() {}

  /** Describes the first bytes that came, of which the first is not one of a frame. */
  static String describe(byte[] bytes, int offset, int length) {
    String text = printable(bytes, offset, Math.min(length, SHOWN));
    if (text.startsWith("HTTP/")) {
      return "it answered with HTTP (\"" + text + "\")";
    }
    int first = bytes[offset] & 0xFF;
    // TLS record types 20 to 23, then the major version, 3.
    if (first >= 20 && first <= 23 && (length < 2 || bytes[offset + 1] == 3)) {
      return "it answered with TLS; a TLS port needs TLS to be configured";
    }
    return "it answered with \"" + text + "\" (first byte 0x" + Integer.toHexString(first) + ")";
  }

  private static String printable(byte[] bytes, int offset, int length) {
    String text = new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
    int line = text.indexOf('\r');
    if (line > 0) {
      text = text.substring(0, line);
    }
    StringBuilder shown = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      shown.append(c >= ' ' && c < 0x7F ? c : '.');
    }
    return shown.toString();
  }
}
