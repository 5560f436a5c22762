package dev.aero4j.conformance.golden;

import com.aerospike.client.Bin;
import com.aerospike.client.IAerospikeClient;
import com.aerospike.client.Operation;
import com.aerospike.client.Value;
import com.aerospike.client.operation.HLLOperation;
import com.aerospike.client.operation.HLLPolicy;
import com.aerospike.client.policy.WritePolicy;
import dev.aero4j.Key;
import dev.aero4j.conformance.harness.OfficialValues;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The record that the rows are made for. */
final class Sample {
  private static final List<Object> LIST =
      List.of(5, "v", List.of(4, 1, 3), Map.of("k", List.of(6, 2), "m", Map.of("a", 1, "b", 2)), 2);

  private static final Map<String, Object> MAP =
      new TreeMap<>(
          Map.of(
              "a",
              1,
              "b",
              7,
              "k",
              List.of(6, 2, 9),
              "m",
              Map.of("a", 1, "b", 7, "c", "v"),
              "z",
              2.5));

  private Sample() {}

  /** Puts the record in the place of whatever is there. */
  static void put(IAerospikeClient client, Key key) {
    WritePolicy policy = new WritePolicy(client.getWritePolicyDefault());
    policy.sendKey = true;
    client.operate(
        policy,
        official(key),
        Operation.delete(),
        Operation.put(new Bin("i", 7)),
        Operation.put(new Bin("f", 2.5)),
        Operation.put(new Bin("s", "text")),
        Operation.put(new Bin("t", true)),
        Operation.put(new Bin("b", new byte[] {1, 66, 3, 4, 5})),
        Operation.put(
            new Bin("g", Value.getAsGeoJSON("{\"type\":\"Point\",\"coordinates\":[1,2]}"))),
        Operation.put(new Bin("l", LIST)),
        Operation.put(new Bin("m", MAP)),
        HLLOperation.add(
            HLLPolicy.Default, "h", List.of(Value.get("x"), Value.get(7), Value.get("y")), 8));
  }

  private static com.aerospike.client.Key official(Key key) {
    return new com.aerospike.client.Key(
        key.namespace(), key.set(), OfficialValues.toTheirs(key.userKey()));
  }
}
