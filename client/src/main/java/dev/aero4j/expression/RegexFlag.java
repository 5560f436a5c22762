package dev.aero4j.expression;

/** How a regular expression is matched: the flags of POSIX. */
public enum RegexFlag {
  /** The extended syntax of POSIX; without it, the basic one. */
  EXTENDED(1),

  /** Upper and lower case are the same. */
  ICASE(2),

  /** Positions of matches are not reported; nothing changes for expressions. */
  NOSUB(4),

  /** A dot and a negated set do not match a newline, and ^ and $ match at each line. */
  NEWLINE(8);

  private final int flag;

  RegexFlag(int flag) {
    this.flag = flag;
  }

  static int bits(RegexFlag... flags) {
    int bits = 0;
    for (RegexFlag flag : flags) {
      bits |= flag.flag;
    }
    return bits;
  }
}
