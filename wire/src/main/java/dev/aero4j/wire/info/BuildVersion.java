package dev.aero4j.wire.info;

import dev.aero4j.wire.ProtocolException;
import java.util.Comparator;

/**
 * A server's version ({@code build}): {@code 8.1.2.0}, {@code 8.1.2.0-rc2}.
 *
 * @param suffix what follows the numbers, with its dash, or ""; a version with one is taken to be
 *     before the release of the same numbers
 */
public record BuildVersion(int major, int minor, int patch, int build, String suffix)
    implements Comparable<BuildVersion> {
  private static final int PARTS = 4;
  private static final Comparator<BuildVersion> ORDER =
      Comparator.comparingInt(BuildVersion::major)
          .thenComparingInt(BuildVersion::minor)
          .thenComparingInt(BuildVersion::patch)
          .thenComparingInt(BuildVersion::build)
          .thenComparing(version -> version.suffix.isEmpty())
          .thenComparing(BuildVersion::suffix);

  /**
   * Reads a version of up to four numbers; missing ones are 0.
   *
   * @throws ProtocolException when it does not start with a number
   */
  public static BuildVersion parse(String text) {
    int[] numbers = new int[PARTS];
    int at = 0;
    int count = 0;
    while (count < PARTS) {
      int start = at;
      while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
        at++;
      }
      if (at == start) {
        throw new ProtocolException("'" + InfoText.excerpt(text) + "' is not a version");
      }
      numbers[count++] =
          InfoText.parseInt("version", text.substring(start, at), 0, Integer.MAX_VALUE);
      boolean more =
          at + 1 < text.length()
              && text.charAt(at) == '.'
              && Character.isDigit(text.charAt(at + 1))
              && count < PARTS;
      if (!more) {
        break;
      }
      at++;
    }
    return new BuildVersion(numbers[0], numbers[1], numbers[2], numbers[3], text.substring(at));
  }

  /** Returns whether the numbers are these or later ones; the suffix does not count. */
  public boolean atLeast(int major, int minor, int patch) {
    return compareTo(new BuildVersion(major, minor, patch, 0, "")) >= 0
        || (this.major == major && this.minor == minor && this.patch == patch);
  }

  @Override
  public int compareTo(BuildVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch + "." + build + suffix;
  }
}
