package dev.aero4j.benchmarks.isolation;

import dev.aero4j.AerospikeException;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** Calls that failed, by kind, and how many of them are in doubt. */
final class Mishaps {
  private final Map<String, LongAdder> kinds = new ConcurrentSkipListMap<>();
  private final LongAdder inDoubt = new LongAdder();

  void add(Throwable failure) {
    Throwable why =
        failure instanceof CompletionException wrapper && wrapper.getCause() != null
            ? wrapper.getCause()
            : failure;
    kinds.computeIfAbsent(kind(why), name -> new LongAdder()).increment();
    if (isInDoubt(why)) {
      inDoubt.increment();
    }
  }

  void addAll(Mishaps others) {
    others.kinds.forEach(
        (kind, count) -> kinds.computeIfAbsent(kind, name -> new LongAdder()).add(count.sum()));
    inDoubt.add(others.inDoubt.sum());
  }

  private static String kind(Throwable why) {
    Class<?> type = why.getClass();
    Class<?> outer = type.getEnclosingClass();
    String name =
        outer == null ? type.getSimpleName() : outer.getSimpleName() + "." + type.getSimpleName();
    return why instanceof com.aerospike.client.AerospikeException official
        ? name + " " + official.getResultCode()
        : name;
  }

  private static boolean isInDoubt(Throwable why) {
    return why instanceof AerospikeException ours
        ? ours.inDoubt()
        : why instanceof com.aerospike.client.AerospikeException official && official.getInDoubt();
  }

  long count() {
    return kinds.values().stream().mapToLong(LongAdder::sum).sum();
  }

  long inDoubt() {
    return inDoubt.sum();
  }

  /** Each kind with its count, or "none". */
  @Override
  public String toString() {
    return kinds.isEmpty()
        ? "none"
        : kinds.entrySet().stream()
            .map(entry -> entry.getValue() + " × " + entry.getKey())
            .collect(Collectors.joining(", "));
  }
}
