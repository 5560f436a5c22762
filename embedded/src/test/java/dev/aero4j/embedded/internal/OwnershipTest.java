package dev.aero4j.embedded.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aero4j.embedded.NamespaceOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands and moves of a partition at the same time: nothing that was written is lost. */
class OwnershipTest {
  private static final int WRITERS = 3;
  private static final int WRITES = 6_000;
  private static final int RECORDS = 4;
  private static final int PARTITION = 7;
  private static final int NOW = 1;

  private Cluster cluster;
  private List<NodeServer> nodes;
  private final Ownership ownership = new Ownership("test", PARTITION);

  @BeforeEach
  void start() {
    cluster =
        Cluster.start(
            new ClusterOptions(
                new LinkedHashMap<>(Map.of("test", NamespaceOptions.defaults())),
                3,
                3,
                Duration.ofSeconds(1),
                "127.0.0.1",
                0,
                "127.0.0.1",
                null,
                "ownership",
                InstantSource.system(),
                ClusterOptions.DEFAULT_BUILD,
                5_000));
    nodes = cluster.partitions().partition("test", PARTITION).holders();
    ownership.move(nodes.subList(0, 2), node -> true);
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  private static Digest digest(int number) {
    return new Digest(PARTITION, number, 0);
  }

  private static Partition copy(NodeServer node) {
    return node.store("test").partition(PARTITION);
  }

  /** A record whose generation counts its writes. */
  private static StoredRecord next(@Nullable StoredRecord present) {
    int writes = present == null ? 0 : present.generation();
    return new StoredRecord("", null, writes + 1, 0, 0, List.of());
  }

  private void write(int number) {
    long stamp = ownership.enter();
    try {
      copy(ownership.holders().get(0)).change(digest(number), OwnershipTest::next, NOW);
    } finally {
      ownership.leave(stamp);
    }
  }

  @Test
  void everyWriteIsOnAllHoldersHoweverThePartitionMoves() {
    List<CompletableFuture<Void>> writers = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      writers.add(
          CompletableFuture.runAsync(
              () -> {
                for (int i = 0; i < WRITES; i++) {
                  write(i % RECORDS);
                }
              }));
    }
    CompletableFuture<Void> all =
        CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new));
    Random random = new Random(5);
    int moves = 0;
    while (!all.isDone() || moves < 100) {
      List<NodeServer> order = new ArrayList<>(nodes);
      Collections.shuffle(order, random);
      moves += ownership.move(order.subList(0, 1 + random.nextInt(3)), node -> true) ? 1 : 0;
    }
    all.join();
    List<NodeServer> holders = ownership.holders();
    for (NodeServer node : nodes) {
      for (int number = 0; number < RECORDS; number++) {
        StoredRecord record = copy(node).find(digest(number), NOW);
        int writes = record == null ? 0 : record.generation();
        assertThat(writes)
            .as("%s, holders %s", node.name(), holders.size())
            .isEqualTo(holders.contains(node) ? WRITERS * WRITES / RECORDS : 0);
      }
    }
  }
}
