package dev.aero4j.cli;

import java.io.PrintStream;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/**
 * Where a command writes, and how it may look there.
 *
 * @param out results
 * @param err errors and progress
 * @param interactive whether a person looks on, so that a progress bar may redraw itself
 * @param colours whether colours may be used
 */
record Terminal(PrintStream out, PrintStream err, boolean interactive, boolean colours) {
  /** Set by the launcher script, which can tell without the cost of a console. */
  private static final String INTERACTIVE_PROPERTY = "aero4j.interactive";

  /** The process's own streams. Colours follow the custom of {@code NO_COLOR} (no-color.org). */
  static Terminal ofProcess() {
    String told = System.getProperty(INTERACTIVE_PROPERTY);
    boolean interactive = told == null ? Ansi.AUTO.enabled() : Boolean.parseBoolean(told);
    String refused = System.getenv("NO_COLOR");
    boolean colours =
        interactive
            && (refused == null || refused.isEmpty())
            && !"dumb".equals(System.getenv("TERM"));
    return new Terminal(System.out, System.err, interactive, colours);
  }

  Ansi ansi() {
    return colours ? Ansi.ON : Ansi.OFF;
  }

  String bold(String text) {
    return styled("1", text);
  }

  String dim(String text) {
    return styled("2", text);
  }

  String red(String text) {
    return styled("31", text);
  }

  String green(String text) {
    return styled("32", text);
  }

  String cyan(String text) {
    return styled("36", text);
  }

  private String styled(String code, String text) {
    return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }

  void line(String text) {
    out.println(text);
  }

  void line() {
    out.println();
  }

  /** A number with separators between thousands, the same in every country. */
  static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
