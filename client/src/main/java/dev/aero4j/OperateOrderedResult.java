package dev.aero4j;

import java.util.List;

/**
 * What several operations on one record gave, in their order.
 *
 * @param key the record's key
 * @param meta the record's generation and time to live after the operations
 * @param orderedBins one entry for each operation, its value null where the operation gives none (a
 *     write); an operation that reads all bins gives one entry a bin
 */
public record OperateOrderedResult(Key key, RecordMeta meta, List<BinValue> orderedBins) {
  /** Copies the list. */
  public OperateOrderedResult {
    orderedBins = List.copyOf(orderedBins);
  }
}
