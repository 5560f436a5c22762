package dev.aero4j.benchmarks;

import dev.aero4j.Bins;
import dev.aero4j.ClientConfig;
import dev.aero4j.Host;
import dev.aero4j.Key;
import dev.aero4j.Record;
import dev.aero4j.policy.BatchPolicy;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.policy.WritePolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The dataset in the terms of this project's client, and that client's configuration. */
final class Aero4jRecords {
  private final Dataset data;
  private final Key[] keys;

  Aero4jRecords(Dataset data) {
    this.data = data;
    this.keys = new Key[data.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = Key.of(data.namespace(), data.set(), i);
    }
  }

  /** The client as it comes, but for the timeout that both sides are given. */
  static ClientConfig config(Options options, String seeds) {
    List<Host> hosts = new ArrayList<>();
    for (String seed : seeds.split(",", -1)) {
      hosts.add(Host.parse(seed.strip()));
    }
    Duration timeout = Duration.ofMillis(options.timeoutMillis());
    return ClientConfig.builder()
        .hosts(hosts)
        .readPolicy(ReadPolicy.builder().totalTimeout(timeout).build())
        .writePolicy(WritePolicy.builder().totalTimeout(timeout).build())
        .batchPolicy(BatchPolicy.builder().totalTimeout(timeout).build())
        .grouping(options.grouping())
        .build();
  }

  Key key(int index) {
    return keys[index];
  }

  Bins bins(int index, int version) {
    return bins(index, data.text(index), data.score(index, version));
  }

  static Bins bins(long number, String text, double score) {
    return Bins.of(Dataset.INTEGER_BIN, number, Dataset.TEXT_BIN, text, Dataset.DOUBLE_BIN, score);
  }

  /** Reads the three bins. */
  static void check(int index, Record record) {
    Dataset.check(
        index,
        record.getLong(Dataset.INTEGER_BIN),
        record.getString(Dataset.TEXT_BIN),
        record.getDouble(Dataset.DOUBLE_BIN));
  }
}
