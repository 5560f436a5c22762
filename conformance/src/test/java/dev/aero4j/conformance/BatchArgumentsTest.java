package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.InvalidArgumentException;
import dev.aero4j.Key;
import dev.aero4j.batch.BatchClient;
import dev.aero4j.batch.BatchWrite;
import dev.aero4j.columns.ColumnBatch;
import dev.aero4j.columns.ColumnBatchBuilder;
import dev.aero4j.columns.Schema;
import dev.aero4j.conformance.harness.Backend;
import dev.aero4j.conformance.harness.Face;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.embedded.EmbeddedAerospike;
import dev.aero4j.embedded.Statistics;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.BatchPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntBiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every method for batches, of nothing and of what is no key. */
class BatchArgumentsTest {
  private static final Schema SCHEMA = Schema.of("a", "i8");
  private static final BatchPolicy POLICY = Backend.batchPolicy().build();
  private static final Operation READ = Operation.get("a");
  private static final Operation TOUCH = Operation.touch();

  /**
   * A method of the client.
   *
   * @param element what its list holds, as its messages name it
   * @param call returns how many results there are
   */
  private record Method(String element, ToIntBiFunction<Client, List<Key>> call) {
    int on(Client client, @Nullable List<Key> keys) {
      return call.applyAsInt(client, keys);
    }
  }

  private static Method keys(ToIntBiFunction<Client, List<Key>> call) {
    return new Method("key", call);
  }

  private static Method commands(ToIntBiFunction<Client, List<BatchWrite>> call) {
    return new Method("command", (client, keys) -> call.applyAsInt(client, writes(keys)));
  }

  private static Method columns(ToIntBiFunction<Client, ColumnBatch> call) {
    return new Method("row", (client, keys) -> call.applyAsInt(client, rows(keys)));
  }

  private static @Nullable List<BatchWrite> writes(@Nullable List<Key> keys) {
    if (keys == null) {
      return null;
    }
    List<BatchWrite> writes = new ArrayList<>();
    keys.forEach(key -> writes.add(key == null ? null : BatchWrite.put(key, Bins.of("a", 1))));
    return writes;
  }

  private static ColumnBatch rows(List<Key> keys) {
    ColumnBatchBuilder builder =
        ColumnBatch.builder(Schema.of("_key", "i8", "a", "i8"), keys.size())
            .longs("_key", new long[keys.size()])
            .longs("a", new long[keys.size()]);
    for (int i = 0; i < keys.size(); i++) {
      if (keys.get(i) == null) {
        builder.invalid("_key", i);
      }
    }
    return builder.build();
  }

  private static List<Method> methods() {
    String namespace = Keys.NAMESPACE;
    String set = Keys.SET;
    List<String> bins = List.of("a");
    List<Operation> touch = List.of(TOUCH);
    return List.of(
        keys((client, keys) -> client.batchRead(keys).size()),
        keys((client, keys) -> client.batchRead(keys, POLICY).size()),
        keys((client, keys) -> client.batchRead(keys, "a").size()),
        keys((client, keys) -> client.batchRead(keys, bins, POLICY).size()),
        keys((client, keys) -> client.batchRead(keys, READ).size()),
        keys((client, keys) -> client.batchRead(keys, POLICY, READ).size()),
        keys((client, keys) -> client.batchRead(keys, SCHEMA).size()),
        keys((client, keys) -> client.batchRead(keys, SCHEMA, POLICY).size()),
        keys((client, keys) -> client.batchOperate(keys, TOUCH).size()),
        keys((client, keys) -> client.batchOperate(keys, touch, POLICY).size()),
        keys((client, keys) -> client.batchRemove(keys).size()),
        keys((client, keys) -> client.batchRemove(keys, POLICY).size()),
        keys((client, keys) -> client.batchApply(keys, "m", "f", 1).size()),
        keys((client, keys) -> client.batchApply(keys, "m", "f", List.of(), POLICY).size()),
        commands((client, writes) -> client.batchWrite(writes).size()),
        commands((client, writes) -> client.batchWrite(writes, POLICY).size()),
        commands((client, writes) -> client.batch(writes).size()),
        commands((client, writes) -> client.batch(writes, POLICY).size()),
        columns((client, rows) -> client.batchWrite(rows, namespace, set).rows()),
        columns((client, rows) -> client.batchWrite(rows, namespace, set, "_key").rows()),
        columns((client, rows) -> client.batchWrite(rows, namespace, set, "_key", POLICY).rows()));
  }

  private static Client connect(Face face, EmbeddedAerospike node) {
    return face.open(Backend.config(node.seeds()).build()).connect();
  }

  @Test
  void noMethodIsForgottenHere() {
    assertThat(methods()).hasSameSizeAs(BatchClient.class.getMethods());
  }

  /** Nor does it make a connection: that there is none for batches shows in the second half. */
  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void anEmptyBatchIsAnEmptyResultAndSendsNothing(Face face) {
    try (EmbeddedAerospike node = EmbeddedAerospike.start();
        Client client = connect(face, node)) {
      Statistics before = node.statistics();
      for (Method method : methods()) {
        assertThat(method.on(client, List.of())).isZero();
      }
      Statistics after = node.statistics();
      assertThat(after.batches()).isEqualTo(before.batches());
      assertThat(after.commands()).isEqualTo(before.commands());
      assertThat(after.connectionsOpened()).isEqualTo(before.connectionsOpened());
      long sent = after.batches();
      for (Method method : methods()) {
        assertThat(method.on(client, List.of(Keys.fresh()))).isEqualTo(1);
        assertThat(node.statistics().batches()).isEqualTo(++sent);
      }
      assertThat(node.statistics().connectionsOpened()).isGreaterThan(before.connectionsOpened());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void whatIsNoKeyIsRefusedWithItsPlaceAndNothingIsSent(Face face) {
    try (EmbeddedAerospike node = EmbeddedAerospike.start();
        Client client = connect(face, node)) {
      List<Key> holed = Arrays.asList(Keys.fresh(), null, Keys.fresh());
      Statistics before = node.statistics();
      for (Method method : methods()) {
        assertThatThrownBy(() -> method.on(client, holed))
            .isInstanceOf(InvalidArgumentException.class)
            .hasMessageMatching(".*\\b" + method.element + " 1\\b.*");
      }
      Statistics after = node.statistics();
      assertThat(after.batches()).isEqualTo(before.batches());
      assertThat(after.commands()).isEqualTo(before.commands());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aListThatIsNullIsRefusedByName(Face face) {
    try (EmbeddedAerospike node = EmbeddedAerospike.start();
        Client client = connect(face, node)) {
      for (Method method : methods()) {
        if (!method.element.equals("row")) {
          assertThatThrownBy(() -> method.on(client, null))
              .isInstanceOf(InvalidArgumentException.class)
              .hasMessageMatching("batch\\w*: the list of " + method.element + "s is null");
        }
      }
    }
  }
}
