package dev.aero4j.conformance.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.aerospike.client.IAerospikeClient;
import com.aerospike.client.exp.Exp;
import com.aerospike.client.exp.ExpOperation;
import dev.aero4j.Aerospike;
import dev.aero4j.AerospikeException;
import dev.aero4j.Client;
import dev.aero4j.Key;
import dev.aero4j.conformance.golden.Table.ExpRow;
import dev.aero4j.conformance.golden.Table.OperationRow;
import dev.aero4j.conformance.harness.Backend;
import dev.aero4j.conformance.harness.Backends;
import dev.aero4j.conformance.harness.Everywhere;
import dev.aero4j.conformance.harness.Face;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.conformance.harness.OfficialValues;
import dev.aero4j.conformance.harness.Same;
import dev.aero4j.operation.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;

/** What both clients get for the same call, and what it makes of the record, is the same. */
class GoldenOnServerTest {
  /** What is not the same on two servers: they have clocks, and a default time to live. */
  private static final Set<String> TIMES =
      Set.of("exp sinceUpdate", "exp lastUpdate", "exp voidTime", "exp ttl");

  /** What came of a call. */
  private record Outcome(Map<String, @Nullable Object> answer, int resultCode) {
    @Override
    public String toString() {
      return resultCode == 0 ? Same.canonical(answer) : "code " + resultCode;
    }
  }

  @Everywhere(faces = Face.BLOCKING)
  void operationsDoTheSame(Client client, IAerospikeClient official) {
    SoftAssertions all = new SoftAssertions();
    Key key = Keys.fresh();
    int answered = 0;
    for (OperationRow row : Table.operations()) {
      Sample.put(official, key);
      Outcome ours = ours(client, key, row.ours());
      String left = left(client, key);
      Sample.put(official, key);
      Outcome theirs = theirs(official, key, row.theirs(), row.name());
      all.assertThat(ours.toString()).as(row.name()).isEqualTo(theirs.toString());
      all.assertThat(left).as(row.name()).isEqualTo(left(client, key));
      answered += ours.resultCode() == 0 ? 1 : 0;
    }
    all.assertAll();
    assertThat(answered).as("rows that are not refused").isGreaterThan(4_000);
  }

  @Everywhere(faces = Face.BLOCKING)
  void expressionsGiveTheSame(Client client, IAerospikeClient official) {
    SoftAssertions all = new SoftAssertions();
    Key key = Keys.fresh();
    Sample.put(official, key);
    int answered = 0;
    for (ExpRow row : Table.expressions()) {
      if (row.name().equals("exp sinceUpdate")) {
        continue; // It has changed by the time of the second call.
      }
      Outcome ours =
          ours(client, key, dev.aero4j.operation.ExpOperation.read("r", row.ours().build()));
      Outcome theirs =
          theirs(official, key, ExpOperation.read("r", Exp.build(row.theirs()), 0), row.name());
      all.assertThat(ours.toString()).as(row.name()).isEqualTo(theirs.toString());
      answered += ours.resultCode() == 0 ? 1 : 0;
    }
    all.assertAll();
    assertThat(answered).as("rows that are not refused").isGreaterThan(2_000);
  }

  /** The official client's calls, so that not both sides can be wrong alike. */
  @Everywhere(realOnly = true, faces = Face.BLOCKING)
  void theEmbeddedNodeDoesWhatARealServerDoes(Client client, IAerospikeClient official) {
    SoftAssertions all = new SoftAssertions();
    Key key = Keys.fresh();
    try (Backend embedded = Backends.startEmbedded();
        Client own = Aerospike.client(embedded.config().build()).connect();
        IAerospikeClient ownOfficial = Backends.connectOfficial(embedded)) {
      for (OperationRow row : Table.operations()) {
        Sample.put(official, key);
        Outcome real = theirs(official, key, row.theirs(), row.name());
        Sample.put(ownOfficial, key);
        Outcome here = theirs(ownOfficial, key, row.theirs(), row.name());
        all.assertThat(here.toString()).as(row.name()).isEqualTo(real.toString());
        all.assertThat(left(own, key)).as(row.name()).isEqualTo(left(client, key));
      }
      Sample.put(official, key);
      Sample.put(ownOfficial, key);
      for (ExpRow row : Table.expressions()) {
        if (TIMES.contains(row.name())) {
          continue;
        }
        com.aerospike.client.Operation read = ExpOperation.read("r", Exp.build(row.theirs()), 0);
        Outcome real = theirs(official, key, read, row.name());
        Outcome here = theirs(ownOfficial, key, read, row.name());
        all.assertThat(here.toString()).as(row.name()).isEqualTo(real.toString());
      }
    }
    all.assertAll();
  }

  private static Outcome ours(Client client, Key key, Operation operation) {
    try {
      return new Outcome(client.operate(key, operation).bins(), 0);
    } catch (AerospikeException e) {
      return new Outcome(Map.of(), e.resultCode());
    }
  }

  private static Outcome theirs(
      IAerospikeClient client, Key key, com.aerospike.client.Operation operation, String row) {
    try {
      boolean entries = row.contains("returning KEY_VALUE");
      Map<String, @Nullable Object> answer = new LinkedHashMap<>();
      Map<String, Object> bins = client.operate(null, OfficialValues.toTheirs(key), operation).bins;
      if (bins != null) {
        bins.forEach((name, value) -> answer.put(name, value(value, entries)));
      }
      return new Outcome(answer, 0);
    } catch (com.aerospike.client.AerospikeException e) {
      return new Outcome(Map.of(), e.getResultCode());
    }
  }

  /** Keys with values are a list of entries to the official client, and a map to ours. */
  private static @Nullable Object value(@Nullable Object value, boolean entries) {
    if (entries && value instanceof List<?> list) {
      Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
      for (Object element : list) {
        Map.Entry<?, ?> entry = (Map.Entry<?, ?>) element;
        map.put(OfficialValues.toOurs(entry.getKey()), OfficialValues.toOurs(entry.getValue()));
      }
      return map;
    }
    return OfficialValues.toOurs(value);
  }

  private static String left(Client client, Key key) {
    return Same.canonical(client.get(key).bins());
  }
}
