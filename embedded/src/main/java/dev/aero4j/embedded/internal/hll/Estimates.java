package dev.aero4j.embedded.internal.hll;

import java.util.List;

/**
 * What can be told of sets by their sketches.
 *
 * <p>Counts are those of Otmar Ertl, <i>New cardinality estimation algorithms for HyperLogLog
 * sketches</i> (arXiv 1702.01284), and similarities with min-hashes those of Yun William Yu and
 * Griffin M. Weber, <i>HyperMinHash: MinHash in LogLog space</i> (arXiv 1710.08436). The order of
 * the arithmetic is the server's, so that the results are its own. Counts are 64 bits without a
 * sign: a sketch may come with any count in its head.
 */
final class Estimates {
  /** What a division of nothing by nothing gives on the server's processors. */
  private static final double NO_NUMBER_OF_PROCESSOR =
      Double.longBitsToDouble(0xFFF8_0000_0000_0000L);

  private static final int RANKS = 64;

  private Estimates() {}

  /** Returns how many elements a sketch has. */
  static long count(Sketch sketch) {
    if (sketch.keptCount() != 0) {
      return sketch.keptCount();
    }
    int registers = sketch.registers();
    int[] ofRank = new int[Sketch.MAX_RANK + 1];
    for (int i = 0; i < registers; i++) {
      ofRank[sketch.rank(i)]++;
    }
    double sum = 0;
    for (int rank = Sketch.MAX_RANK; rank > 0; rank--) {
      sum = 0.5 * (sum + ofRank[rank]);
    }
    sum += registers * unseen(ofRank[0] / (double) registers);
    return round(bias(sketch.indexBits()) * registers * registers / sum);
  }

  /** Returns the share that registers without an element have in the sum of all. */
  private static double unseen(double share) {
    if (share == 1) {
      return Double.POSITIVE_INFINITY;
    }
    double power = share;
    double weight = 1;
    double sum = share;
    double before;
    do {
      power *= power;
      before = sum;
      sum += power * weight;
      weight += weight;
    } while (before != sum);
    return sum;
  }

  private static double bias(int indexBits) {
    return switch (indexBits) {
      case 4 -> 0.673;
      case 5 -> 0.697;
      case 6 -> 0.709;
      default -> 0.7213 / (1 + 1.079 / (1 << indexBits));
    };
  }

  /** Rounds as the server's processors do, to whom everything too large is the least of all. */
  private static long round(double value) {
    return value >= 0x1p63 ? Long.MIN_VALUE : Math.round(value);
  }

  private static double toDouble(long unsigned) {
    double half = (unsigned >>> 1) | (unsigned & 1);
    return unsigned >= 0 ? unsigned : half * 2;
  }

  /** Returns the union of sketches: with the fewest index bits, and min-hashes if all agree. */
  static Sketch union(List<Sketch> sketches) {
    Sketch union = template(sketches);
    for (Sketch sketch : sketches) {
      union.unite(sketch);
    }
    return union;
  }

  private static Sketch template(List<Sketch> sketches) {
    int indexBits = sketches.get(0).indexBits();
    int minHashBits = sketches.get(0).minHashBits();
    for (Sketch sketch : sketches) {
      indexBits = Math.min(indexBits, sketch.indexBits());
      minHashBits = minHashBits == sketch.minHashBits() ? minHashBits : 0;
    }
    return Sketch.empty(indexBits, minHashBits);
  }

  /** Returns how many elements sketches have in common: two, three, or more with min-hashes. */
  static long intersectCount(List<Sketch> sketches) {
    if (template(sketches).minHashBits() == 0) {
      return intersectCountByUnions(sketches);
    }
    double similarity = similarity(sketches);
    if (Double.isNaN(similarity)) {
      return 0;
    }
    return round(toDouble(count(union(sketches))) * similarity);
  }

  /** Inclusion and exclusion: what is in several is counted several times, but not in the union. */
  private static long intersectCountByUnions(List<Sketch> sketches) {
    long union = count(union(sketches));
    long sum = sumOfCounts(sketches);
    if (sketches.size() == 2) {
      return Long.compareUnsigned(sum, union) > 0 ? sum - union : 0;
    }
    Sketch first = sketches.get(0);
    Sketch second = sketches.get(1);
    Sketch third = sketches.get(2);
    long pairs =
        intersectCount(List.of(first, second))
            + intersectCount(List.of(second, third))
            + intersectCount(List.of(first, third));
    return Math.max(0, union - (sum - pairs));
  }

  private static long sumOfCounts(List<Sketch> sketches) {
    long sum = 0;
    for (Sketch sketch : sketches) {
      long count = count(sketch);
      if (Long.compareUnsigned(sum + count, sum) < 0) {
        return -1;
      }
      sum += count;
    }
    return sum;
  }

  /** Returns the Jaccard index of sketches; not a number when there are no elements at all. */
  static double similarity(List<Sketch> sketches) {
    Sketch template = template(sketches);
    if (template.minHashBits() == 0) {
      long common = intersectCountByUnions(sketches);
      long all = count(union(sketches));
      return common == 0 && all == 0 ? NO_NUMBER_OF_PROCESSOR : toDouble(common) / toDouble(all);
    }
    if (!sketches.stream().allMatch(Sketch::hasData)) {
      return sketches.stream().anyMatch(Sketch::hasData) ? 0 : Double.NaN;
    }
    int inUnion = union(sketches).usedRegisters();
    Sketch common = template;
    common.unite(sketches.get(0));
    for (Sketch sketch : sketches.subList(1, sketches.size())) {
      common.intersect(sketch);
    }
    double byChance =
        sketches.size() == 2
            ? collisions(template, count(sketches.get(0)), count(sketches.get(1)))
            : 0;
    return Math.max(0, (common.usedRegisters() - byChance) / inUnion);
  }

  /**
   * Returns how many registers are expected to be equal though their elements are not.
   *
   * <p>Here alone the last bit may be another one than the server's: powers are not rounded
   * correctly by any library, and by each in its own way. Once in several thousand pairs of
   * sketches it shows in their similarity.
   */
  private static double collisions(Sketch template, long firstCount, long secondCount) {
    double first = toDouble(firstCount);
    double second = toDouble(secondCount);
    int registers = template.registers();
    double sum = 0;
    for (int rank = 1; rank <= RANKS; rank++) {
      double above = rank == RANKS ? 0 : Math.scalb(1.0, -rank) / registers;
      double from = Math.scalb(1.0, 1 - rank) / registers;
      double inFirst = Math.pow(1 - above, first) - Math.pow(1 - from, first);
      double inSecond = Math.pow(1 - above, second) - Math.pow(1 - from, second);
      sum += inFirst * inSecond;
    }
    return sum * registers / Math.scalb(1.0, template.minHashBits());
  }
}
