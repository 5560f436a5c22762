package dev.aero4j.batch;

import dev.aero4j.AerospikeException;
import dev.aero4j.Key;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The results of a batch: one for each key or command, in the caller's order; a key that was asked
 * for twice has two. Immutable.
 */
public interface BatchRecords extends Iterable<BatchRecord> {
  /** {@return how many results there are: as many as keys or commands were given} */
  int size();

  /**
   * Returns a result.
   *
   * @param index the position of its key in the caller's list, from 0
   * @return what became of it
   * @throws IndexOutOfBoundsException when there is no such position
   */
  BatchRecord get(int index);

  /** {@return all results, in order} */
  default Stream<BatchRecord> stream() {
    return StreamSupport.stream(spliterator(), false);
  }

  /** {@return the results that are done, in order} */
  default List<BatchRecord> found() {
    return stream().filter(BatchRecord::found).toList();
  }

  /** {@return the results of records that do not exist, in order} */
  default List<BatchRecord> missing() {
    return stream().filter(BatchRecord::missing).toList();
  }

  /** {@return the results that are neither, in order: errors, filtered out, not answered} */
  default List<BatchRecord> failed() {
    return stream().filter(BatchRecord::failed).toList();
  }

  /**
   * Returns the results by key: namespace and digest, so that equal user keys of two sets stay
   * apart.
   *
   * @return the results in order; of a key that was given twice the last
   */
  default Map<Key, BatchRecord> asMap() {
    Map<Key, BatchRecord> map = LinkedHashMap.newLinkedHashMap(size());
    for (BatchRecord one : this) {
      map.put(one.key(), one);
    }
    return map;
  }

  /** {@return all results, in order} */
  default List<BatchRecord> asList() {
    List<BatchRecord> list = new ArrayList<>(size());
    forEach(list::add);
    return List.copyOf(list);
  }

  /**
   * Does nothing if no record has failed. Missing ones are no failure.
   *
   * @return this
   * @throws AerospikeException that of the first that has failed; the others are suppressed in it,
   *     at most ten
   */
  default BatchRecords orThrow() {
    AerospikeException first = null;
    int more = 0;
    for (BatchRecord one : this) {
      AerospikeException failure = one.failed() ? one.exception() : null;
      if (failure != null && first == null) {
        first = failure;
      } else if (failure != null && first != null && more++ < 10) {
        first.addSuppressed(failure);
      }
    }
    if (first != null) {
      throw first;
    }
    return this;
  }
}
