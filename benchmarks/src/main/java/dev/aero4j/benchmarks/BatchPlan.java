package dev.aero4j.benchmarks;

import java.util.SplittableRandom;

/**
 * The records cut into batches of the same size, each record in one of them, in an order that is
 * random and the same in every run. What remains at the end is in no batch.
 */
final class BatchPlan {
  private static final long SEED = 20_240_229;

  final Dataset data;
  private final int[][] batches;

  BatchPlan(Dataset data, int size) {
    this.data = data;
    int[] order = new int[data.size()];
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < order.length; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    this.batches = new int[data.size() / size][size];
    for (int i = 0; i < batches.length; i++) {
      System.arraycopy(order, i * size, batches[i], 0, size);
    }
  }

  /** Returns how many batches there are. */
  int count() {
    return batches.length;
  }

  /** Returns the indices of the records of a batch, in order; not copied. */
  int[] batch(int number) {
    return batches[number];
  }
}
