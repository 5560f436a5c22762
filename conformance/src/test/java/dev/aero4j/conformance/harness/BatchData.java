package dev.aero4j.conformance.harness;

import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.Key;
import dev.aero4j.batch.BatchWrite;
import java.util.ArrayList;
import java.util.List;

/** Keys and records for batches. */
public final class BatchData {
  private BatchData() {}

  /** Returns keys of no record yet. */
  public static List<Key> fresh(int count) {
    List<Key> keys = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      keys.add(Keys.fresh());
    }
    return keys;
  }

  /**
   * Returns keys of records whose bin {@code i} is their position and {@code s} the same as text.
   */
  public static List<Key> written(Client client, int count) {
    List<Key> keys = fresh(count);
    write(client, keys);
    return keys;
  }

  /** Writes such records. */
  public static void write(Client client, List<Key> keys) {
    List<BatchWrite> writes = new ArrayList<>(keys.size());
    for (int i = 0; i < keys.size(); i++) {
      writes.add(BatchWrite.put(keys.get(i), Bins.of("i", i, "s", "text " + i)));
    }
    client.batchWrite(writes).orThrow();
  }
}
