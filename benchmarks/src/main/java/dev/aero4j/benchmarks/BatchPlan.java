package dev.aero4j.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * The records cut into batches of the same size, each record in one of them, in an order that is
 * random and the same in every run. What remains at the end is in no batch.
 *
 * <p>What the clients work on is made batch by batch, here and where the keys are made: so the
 * objects of a batch lie together in memory, as those do that a caller has just made. Fetching them
 * one by one from all over the heap would cost more than the rest of the work.
 */
final class BatchPlan {
  private static final long SEED = 20_240_229;

  final Dataset data;
  private final int[][] batches;
  private final String[][] texts;

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
    this.texts = new String[batches.length][size];
    for (int i = 0; i < batches.length; i++) {
      System.arraycopy(order, i * size, batches[i], 0, size);
      for (int row = 0; row < size; row++) {
        texts[i][row] = new String(textBytes(i, row), StandardCharsets.US_ASCII);
      }
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

  /** Returns the text of a record of a batch. */
  String text(int number, int row) {
    return texts[number][row];
  }

  byte[] textBytes(int number, int row) {
    return data.text(batches[number][row]).getBytes(StandardCharsets.US_ASCII);
  }
}
