package dev.aero4j;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what somebody who mistyped a name may have meant. */
final class NearNames {
  private static final int MOST = 4;

  private NearNames() {}

  /** Returns up to four of {@code names}, the nearest first; none when none is near. */
  static List<String> of(String name, List<String> names) {
    String typed = name.toLowerCase(Locale.ROOT);
    int limit = Math.max(2, name.length() / 3);
    return names.stream()
        .filter(candidate -> distance(typed, candidate.toLowerCase(Locale.ROOT)) <= limit)
        .sorted(
            Comparator.comparingInt(
                candidate -> distance(typed, candidate.toLowerCase(Locale.ROOT))))
        .limit(MOST)
        .toList();
  }

  /** Counts the letters to insert, remove or replace to make one of the other. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int k = 1; k <= b.length(); k++) {
        int above = row[k];
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(k - 1) ? 0 : 1);
        row[k] = Math.min(replaced, 1 + Math.min(above, row[k - 1]));
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
