package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.BinTypeException;
import dev.aero4j.BinValue;
import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.InvalidArgumentException;
import dev.aero4j.Key;
import dev.aero4j.OperateOrderedResult;
import dev.aero4j.Record;
import dev.aero4j.RecordGenerationException;
import dev.aero4j.RecordNotFoundException;
import dev.aero4j.conformance.harness.Everywhere;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.conformance.harness.Same;
import dev.aero4j.conformance.harness.SampleValues;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.WriteMeta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Several operations on one record, as a whole. */
class OperateTest {
  @Everywhere
  void operationsAreDoneInOrderAndReadsSeeTheWritesBefore(Client client) {
    Key key = Keys.fresh();
    Record record =
        client.operate(
            key,
            Operation.put("n", 1),
            Operation.add("n", 41),
            Operation.put("s", "b"),
            Operation.append("s", "c"),
            Operation.prepend("s", "a"),
            Operation.get("n"),
            Operation.get("s"));
    assertThat(record.bins()).isEqualTo(Map.of("n", 42L, "s", "abc"));
    assertThat(record.generation()).isEqualTo(1);
  }

  @Everywhere
  void aBinReadTwiceGivesBothResults(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("n", 1));
    Record record =
        client.operate(key, Operation.get("n"), Operation.add("n", 5), Operation.get("n"));
    assertThat(record.results("n")).containsExactly(1L, 6L);
    assertThat(record.get("n")).isEqualTo(List.of(1L, 6L));
    assertThat(record.getLong("n")).isEqualTo(6);
  }

  @Everywhere
  void bytesAndDoublesAreChangedToo(Client client) {
    Key key = Keys.fresh();
    Record record =
        client.operate(
            key,
            Operation.append("b", new byte[] {2}),
            Operation.prepend("b", new byte[] {1}),
            Operation.add("d", 1.5),
            Operation.add("d", 1.0),
            Operation.get("b"),
            Operation.get("d"));
    assertThat(record.getBytes("b")).containsExactly(1, 2);
    assertThat(record.getDouble("d")).isEqualTo(2.5);
  }

  @Everywhere
  void everyTypeIsWrittenAndReadByOperations(Client client) {
    Key key = Keys.fresh();
    List<Operation> operations = new ArrayList<>();
    SampleValues.oneOfEach().forEach((bin, value) -> operations.add(Operation.put(bin, value)));
    SampleValues.oneOfEach().keySet().forEach(bin -> operations.add(Operation.get(bin)));
    Same.assertSame(client.operate(key, operations).bins(), SampleValues.oneOfEach());
  }

  @Everywhere
  void readsAloneChangeNothing(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("a", 1, "b", 2));
    assertThat(client.operate(key, Operation.get("b")).bins()).isEqualTo(Map.of("b", 2L));
    assertThat(client.operate(key, Operation.get()).bins()).isEqualTo(Map.of("a", 1L, "b", 2L));
    Record header = client.operate(key, Operation.getHeader());
    assertThat(header.bins()).isEmpty();
    assertThat(header.generation()).isEqualTo(1);
  }

  @Everywhere
  void readsOfNoRecordAreNotFound(Client client) {
    assertThatThrownBy(() -> client.operate(Keys.fresh(), Operation.get("a")))
        .isInstanceOf(RecordNotFoundException.class);
    assertThatThrownBy(() -> client.operate(Keys.fresh(), Operation.touch()))
        .isInstanceOf(RecordNotFoundException.class);
    assertThatThrownBy(() -> client.operate(Keys.fresh(), Operation.delete()))
        .isInstanceOf(RecordNotFoundException.class);
  }

  @Everywhere
  void aFailingOperationUndoesAll(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("n", 1, "s", "text"));
    assertThatThrownBy(
            () ->
                client.operate(
                    key, Operation.add("n", 1), Operation.put("x", 1), Operation.add("s", 1)))
        .isInstanceOf(BinTypeException.class)
        .hasMessageContaining(key.digestHex());
    assertThat(client.get(key).bins()).isEqualTo(Map.of("n", 1L, "s", "text"));
    assertThat(client.get(key).generation()).isEqualTo(1);
  }

  @Everywhere
  void touchRenewsTheTimeToLiveInTheSameGo(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("n", 1), WriteMeta.ttl(100));
    Record record =
        client.operate(key, List.of(Operation.touch(), Operation.get("n")), WriteMeta.ttl(900));
    assertThat(record.getLong("n")).isEqualTo(1);
    assertThat(record.generation()).isEqualTo(2);
    assertThat(record.ttlSeconds()).isBetween(890L, 900L);
  }

  @Everywhere
  void deleteRemovesTheRecordUnlessMoreIsWritten(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("n", 1, "m", 2));
    Record last = client.operate(key, Operation.get("n"), Operation.delete());
    assertThat(last.getLong("n")).isEqualTo(1);
    assertThat(client.exists(key).found()).isFalse();
    client.put(key, Bins.of("n", 1, "m", 2));
    client.operate(key, Operation.delete(), Operation.put("new", 3));
    assertThat(client.get(key).bins()).isEqualTo(Map.of("new", 3L));
  }

  @Everywhere
  void nullRemovesABin(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("a", 1, "b", 2));
    Record record = client.operate(key, Operation.put("a", null), Operation.get("a"));
    assertThat(record.get("a")).isNull();
    assertThat(client.get(key).bins()).isEqualTo(Map.of("b", 2L));
  }

  @Everywhere
  void theGenerationIsChecked(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("a", 1));
    assertThatThrownBy(
            () -> client.operate(key, List.of(Operation.add("a", 1)), WriteMeta.generation(2)))
        .isInstanceOf(RecordGenerationException.class);
    client.operate(key, List.of(Operation.add("a", 1)), WriteMeta.generation(1));
    assertThat(client.get(key).getLong("a")).isEqualTo(2);
  }

  @Everywhere
  void orderedGivesOneEntryForEachOperation(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("n", 1));
    OperateOrderedResult result =
        client.operateOrdered(
            key,
            Operation.get("n"),
            Operation.add("n", 2),
            Operation.get("n"),
            Operation.get("none"),
            Operation.put("s", "x"),
            Operation.append("s", "y"),
            Operation.get("s"));
    assertThat(result.orderedBins())
        .containsExactly(
            new BinValue("n", 1L),
            new BinValue("n", null),
            new BinValue("n", 3L),
            new BinValue("none", null),
            new BinValue("s", null),
            new BinValue("s", null),
            new BinValue("s", "xy"));
    assertThat(result.key()).isEqualTo(key);
    assertThat(result.meta().generation()).isEqualTo(2);
  }

  @Everywhere
  void orderedReadsGiveOneEntryEach(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("a", 1, "b", 2));
    OperateOrderedResult result =
        client.operateOrdered(
            key, Operation.get("b"), Operation.get("none"), Operation.get("a"), Operation.get("b"));
    assertThat(result.orderedBins())
        .extracting(BinValue::value)
        .isEqualTo(Arrays.asList(2L, null, 1L, 2L));
    assertThat(result.meta().generation()).isEqualTo(1);
  }

  @Everywhere
  void orderedGivesAnEntryForATouchToo(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("a", 1));
    OperateOrderedResult result =
        client.operateOrdered(
            key,
            List.of(Operation.get("a"), Operation.touch(), Operation.get("a")),
            WriteMeta.ttl(700));
    assertThat(result.orderedBins())
        .extracting(BinValue::value)
        .isEqualTo(Arrays.asList(1L, null, 1L));
    assertThat(result.meta().ttlSeconds()).isBetween(690L, 700L);
  }

  @Everywhere
  void noOperationIsRefusedBeforeSending(Client client) {
    assertThatThrownBy(() -> client.operate(Keys.fresh()))
        .isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> client.operateOrdered(Keys.fresh()))
        .isInstanceOf(InvalidArgumentException.class);
  }

  @Everywhere
  void hundredsOfOperationsTravelTogether(Client client) {
    Key key = Keys.fresh();
    List<Operation> operations = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      operations.add(Operation.add("n", 1));
    }
    operations.add(Operation.get("n"));
    assertThat(client.operate(key, operations).getLong("n")).isEqualTo(300);
    assertThat(client.operateOrdered(key, operations).orderedBins()).hasSize(301);
  }
}
