package dev.aero4j.cli;

import dev.aero4j.Key;
import java.util.HexFormat;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which record. */
final class KeyOptions {
  private static final String INTEGER = "int:";
  private static final String BYTES = "hex:";
  private static final String DIGEST = "digest:";
  private static final String TEXT = "string:";

  @Option(
      names = {"-n", "--namespace"},
      defaultValue = "test",
      paramLabel = "NAME",
      description = "The record's namespace (default: ${DEFAULT-VALUE}).")
  private String namespace;

  @Option(
      names = {"-s", "--set"},
      defaultValue = "",
      paramLabel = "NAME",
      description = "The record's set (default: none).")
  private String set;

  @Parameters(
      index = "0",
      paramLabel = "KEY",
      description = {
        "The record's key: text, or int:42, hex:0aff, digest:<40 hex digits>;",
        "string:int:42 for text that looks like one of these."
      })
  private String text;

  Key key() {
    try {
      if (text.startsWith(INTEGER)) {
        return Key.of(namespace, set, Long.parseLong(text.substring(INTEGER.length())));
      }
      if (text.startsWith(BYTES)) {
        return Key.of(namespace, set, hex(BYTES));
      }
      if (text.startsWith(DIGEST)) {
        return Key.ofDigest(namespace, set, hex(DIGEST));
      }
    } catch (IllegalArgumentException e) {
      throw new Failure(
          ExitCode.USAGE, "the key '" + text + "' cannot be read: " + e.getMessage(), e);
    }
    return Key.of(namespace, set, text.startsWith(TEXT) ? text.substring(TEXT.length()) : text);
  }

  private byte[] hex(String prefix) {
    return HexFormat.of().parseHex(text.substring(prefix.length()));
  }

  /** What to say when there is no such record: digits are text here, and easily meant otherwise. */
  String hint() {
    return text.matches("-?\\d{1,18}")
        ? " (the key was taken as text; an integer key is written int:" + text + ")"
        : "";
  }
}
