package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.aerospike.client.AerospikeClient;
import com.aerospike.client.BatchRead;
import com.aerospike.client.BatchRecord;
import com.aerospike.client.BatchWrite;
import com.aerospike.client.Bin;
import com.aerospike.client.Host;
import com.aerospike.client.Operation;
import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.Key;
import dev.aero4j.batch.BatchCommand;
import dev.aero4j.batch.BatchRecords;
import dev.aero4j.batch.BatchRemove;
import dev.aero4j.columns.ColumnBatch;
import dev.aero4j.columns.Schema;
import dev.aero4j.conformance.harness.Backend;
import dev.aero4j.conformance.harness.Face;
import dev.aero4j.conformance.harness.OfficialValues;
import dev.aero4j.embedded.EmbeddedAerospike;
import dev.aero4j.embedded.NamespaceOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One batch with keys of two namespaces that both exist, the same keys in each: what is written to
 * one is not seen in the other, and the official client finds it where we put it.
 */
@ParameterizedClass
@ValueSource(ints = {1, 3})
class TwoNamespacesTest {
  private static final int PAIRS = 60;

  /** Connections to a node that has died and come back fail one by one. */
  private static final int MANY_RETRIES = 50;

  private static final Schema COLUMN = Schema.of("n", "i8");

  private final EmbeddedAerospike servers;
  private final AerospikeClient official;

  /** Keys by turns in the one and in the other namespace. */
  private final List<Key> keys = new ArrayList<>();

  TwoNamespacesTest(int nodes) {
    servers =
        EmbeddedAerospike.builder()
            .nodes(nodes)
            .failureDetection(Duration.ZERO)
            .namespace("users")
            .namespace("cache", NamespaceOptions.defaults().withDefaultTtl(Duration.ofHours(1)))
            .start();
    official =
        new AerospikeClient(
            null,
            servers.hosts().stream()
                .map(host -> new Host(host.getHostString(), host.getPort()))
                .toArray(Host[]::new));
    for (int i = 0; i < PAIRS; i++) {
      keys.add(Key.of("users", "s", i));
      keys.add(Key.of("cache", "s", i));
    }
  }

  @AfterEach
  void close() {
    official.close();
    servers.close();
  }

  private Client connect(Face face) {
    return face.open(Backend.config(servers.seeds()).build()).connect();
  }

  /** The value of the record at a place of {@link #keys}. */
  private static long value(int place) {
    return 1_000L + place;
  }

  private void write(Client client) {
    List<BatchCommand> writes = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      writes.add(dev.aero4j.batch.BatchWrite.put(keys.get(i), Bins.of("n", value(i))));
    }
    client.batch(writes).orThrow();
  }

  private void assertReadByTheOfficialClient(int without) {
    List<BatchRead> rows = new ArrayList<>();
    keys.forEach(key -> rows.add(new BatchRead(OfficialValues.toTheirs(key), true)));
    com.aerospike.client.policy.BatchPolicy patient = official.copyBatchPolicyDefault();
    patient.setTimeouts(20_000, 20_000);
    patient.maxRetries = MANY_RETRIES;
    patient.sleepBetweenRetries = 20;
    boolean unused = official.get(patient, rows);
    for (int i = 0; i < keys.size(); i++) {
      BatchRecord row = rows.get(i);
      if (i == without) {
        assertThat(row.record).isNull();
      } else {
        assertThat(row.record.getLong("n")).isEqualTo(value(i));
        assertThat(row.record.expiration > 0).isEqualTo(i % 2 == 1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void oneBatchWritesAndReadsBoth(Face face) {
    try (Client client = connect(face)) {
      write(client);
      assertThat(servers.recordCount("users")).isEqualTo(PAIRS);
      assertThat(servers.recordCount("cache")).isEqualTo(PAIRS);
      BatchRecords read = client.batchRead(keys);
      ColumnBatch columns = client.batchRead(keys, COLUMN);
      for (int i = 0; i < keys.size(); i++) {
        assertThat(read.get(i).key()).isEqualTo(keys.get(i));
        assertThat(read.get(i).orThrow().getLong("n")).isEqualTo(value(i));
        assertThat(columns.longs("n")[i]).isEqualTo(value(i));
        assertThat(client.get(keys.get(i)).getLong("n")).isEqualTo(value(i));
        // Only one of them has a life that ends.
        assertThat(columns.ttls()[i] > 0).isEqualTo(i % 2 == 1);
      }
      assertReadByTheOfficialClient(-1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void whatIsRemovedFromOneStaysInTheOther(Face face) {
    try (Client client = connect(face)) {
      write(client);
      List<BatchCommand> commands = new ArrayList<>();
      for (int i = 0; i < keys.size(); i++) {
        boolean removed = i == 7;
        Key key = keys.get(i);
        commands.add(removed ? BatchRemove.of(key) : dev.aero4j.batch.BatchRead.of(key));
      }
      client.batch(commands).orThrow();
      BatchRecords read = client.batchRead(keys);
      assertThat(read.failed()).isEmpty();
      for (int i = 0; i < keys.size(); i++) {
        assertThat(read.get(i).missing()).isEqualTo(i == 7);
      }
      assertReadByTheOfficialClient(7);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void whatTheOfficialClientWritesToBothInOneBatchIsRead(Face face) {
    List<BatchRecord> rows = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      rows.add(
          new BatchWrite(
              OfficialValues.toTheirs(keys.get(i)),
              new Operation[] {Operation.put(new Bin("n", value(i)))}));
    }
    assertThat(official.operate(null, rows)).isTrue();
    try (Client client = connect(face)) {
      ColumnBatch columns = client.batchRead(keys, COLUMN);
      BatchRecords read = client.batchRead(keys, "n");
      for (int i = 0; i < keys.size(); i++) {
        assertThat(columns.getLong(i, "n")).isEqualTo(value(i));
        assertThat(read.get(i).orThrow().getLong("n")).isEqualTo(value(i));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void bothSurviveANode(Face face) {
    try (Client client = connect(face)) {
      write(client);
      if (servers.nodeNames().size() > 1) {
        servers.kill("A2");
        servers.restart("A2");
        servers.kill("A1");
      }
      BatchRecords read =
          client.batchRead(
              keys,
              Backend.batchPolicy()
                  .maxRetries(MANY_RETRIES)
                  .sleepBetweenRetries(Duration.ofMillis(20))
                  .build());
      for (int i = 0; i < keys.size(); i++) {
        assertThat(read.get(i).orThrow().getLong("n")).isEqualTo(value(i));
      }
      assertReadByTheOfficialClient(-1);
    }
  }
}
