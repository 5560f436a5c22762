package dev.aero4j.wire.expression;

import dev.aero4j.wire.ProtocolException;
import java.nio.charset.StandardCharsets;

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
  private final RegexProgram compiled;

  private PosixRegex(long flags, String source, RegexProgram compiled) {
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
    String bytes = new String(bytesOf(pattern), StandardCharsets.ISO_8859_1);
    RegexNode parsed = RegexParser.parse(bytes, (int) flags);
    boolean ignoreCase = (flags & IGNORE_CASE) != 0;
    return new PosixRegex(flags, pattern, RegexProgram.of(parsed, ignoreCase, pattern));
  }

  /** Returns the flags that it was compiled with. */
  public long flags() {
    return flags;
  }

  /** Returns the pattern that was compiled. */
  public String pattern() {
    return source;
  }

  /**
   * Returns whether the pattern is found anywhere in the text. One that takes unreasonably long is
   * not, as when the library runs out of memory.
   */
  public boolean isIn(String text) {
    return compiled.isIn(bytesOf(text));
  }

  /** Returns the bytes of the text in UTF-8, up to the first NUL. */
  private static byte[] bytesOf(String text) {
    int end = text.indexOf('\0');
    return (end < 0 ? text : text.substring(0, end)).getBytes(StandardCharsets.UTF_8);
  }

  /** Returns what is thrown for a pattern that the library would refuse. */
  static ProtocolException malformed(String pattern, String why) {
    return new ProtocolException("regular expression '" + pattern + "' has " + why);
  }
}
