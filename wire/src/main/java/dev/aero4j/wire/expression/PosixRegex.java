package dev.aero4j.wire.expression;

import dev.aero4j.wire.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression as {@code regcomp} of the GNU C library takes it, which servers use. Text is
 * matched byte by byte, as servers do: a dot is one byte of UTF-8, and only ASCII letters have
 * cases. A NUL ends both pattern and text.
 */
public final class PosixRegex {
  /** Flag: the extended syntax, in which {@code + ? | ( ) { }} need no backslash. */
  public static final int EXTENDED = 1;

  /** Flag: ASCII letters match whatever their case. */
  public static final int IGNORE_CASE = 2;

  /** Flag: a dot and a negated set match no newline; ^ and $ match at each line. */
  public static final int NEWLINE = 4;

  private final long flags;
  private final String source;
  private final Pattern compiled;

  private PosixRegex(long flags, String source, Pattern compiled) {
    this.flags = flags;
    this.source = source;
    this.compiled = compiled;
  }

  /**
   * Compiles a pattern.
   *
   * @param flags those of {@code regcomp}; others mean nothing
   * @throws ProtocolException when it is malformed; the message says why
   */
  public static PosixRegex compile(long flags, String pattern) {
    return new PosixRegex(
        flags, pattern, Pattern.compile(RegexTranslator.translate(bytesOf(pattern), (int) flags)));
  }

  /** Returns the flags that it was compiled with. */
  public long flags() {
    return flags;
  }

  /** Returns the pattern that was compiled. */
  public String pattern() {
    return source;
  }

  /** Returns whether the pattern is found anywhere in the text. */
  public boolean isIn(String text) {
    Matcher matcher = compiled.matcher(bytesOf(text));
    return matcher.find();
  }

  /** Returns a char for each byte of the text in UTF-8, up to the first NUL. */
  private static String bytesOf(String text) {
    int end = text.indexOf('\0');
    byte[] bytes = (end < 0 ? text : text.substring(0, end)).getBytes(StandardCharsets.UTF_8);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
