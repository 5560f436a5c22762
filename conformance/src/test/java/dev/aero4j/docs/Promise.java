package dev.aero4j.docs;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a comment in an example promises to be printed. Called by compiled examples. */
public final class Promise {
  private Promise() {}

  /**
   * Checks it.
   *
   * @param seen what would be printed
   * @param told the same, with … for what may be anything; after a colon may follow an explanation
   */
  public static void check(String seen, String told) {
    String pattern =
        Arrays.stream(told.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    if (!seen.matches(pattern) && !told.startsWith(seen + ":")) {
      throw new AssertionError("the document says '" + told + "', and it is '" + seen + "'");
    }
  }
}
