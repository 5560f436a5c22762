package dev.aero4j.expression;

/**
 * How a regular expression is matched: the flags of POSIX, with the numbers that they have in the
 * GNU C library, which servers hand them to as they are. The official client has {@code NOSUB} and
 * {@code NEWLINE} the other way round: its {@code NOSUB} is sent as 4, which servers take for
 * {@link #NEWLINE}.
 */
public enum RegexFlag {
  /** The extended syntax of POSIX; without it, the basic one. */
  EXTENDED(1),

  /** Upper and lower case are the same. */
  ICASE(2),

  /** A dot and a negated set do not match a newline, and ^ and $ match at each line. */
  NEWLINE(4),

  /** Positions of matches are not reported; nothing changes for expressions. */
  NOSUB(8);

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
