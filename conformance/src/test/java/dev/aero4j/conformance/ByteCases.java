package dev.aero4j.conformance;

import com.aerospike.client.AerospikeClient;
import com.aerospike.client.Bin;
import com.aerospike.client.Value;
import com.aerospike.client.exp.Exp;
import com.aerospike.client.policy.Policy;
import dev.aero4j.AsyncClient;
import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.Key;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.conformance.harness.OfficialValues;
import dev.aero4j.conformance.harness.SampleValues;
import dev.aero4j.expression.Expression;
import dev.aero4j.operation.BitOperation;
import dev.aero4j.operation.Context;
import dev.aero4j.operation.ExpOperation;
import dev.aero4j.operation.HllOperation;
import dev.aero4j.operation.ListOperation;
import dev.aero4j.operation.MapOperation;
import dev.aero4j.operation.Operation;
import dev.aero4j.operation.PathOperation;
import dev.aero4j.operation.SelectReturn;
import dev.aero4j.policy.CommitLevel;
import dev.aero4j.policy.GenerationPolicy;
import dev.aero4j.policy.KeyPolicy;
import dev.aero4j.policy.ReadModeAp;
import dev.aero4j.policy.ReadModeSc;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.policy.RecordExistsAction;
import dev.aero4j.policy.WritePolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Calls with their twins on the official client: commands × policies × values. */
final class ByteCases {
  static final int SOCKET_MILLIS = 7_000;
  static final int TOTAL_MILLIS = 9_000;

  private final List<Case> cases = new ArrayList<>();

  private ByteCases() {}

  /** A call of the blocking face. */
  interface Ours {
    void call(Client client, Key key);
  }

  /** The same of the other face. */
  interface OursAsync {
    CompletableFuture<?> call(AsyncClient client, Key key);
  }

  /** The same of the official client. */
  interface Theirs {
    void call(AerospikeClient client, com.aerospike.client.Key key, Times times);
  }

  /** Policies of the official client with the time limits of ours. */
  interface Times {
    Policy read();

    com.aerospike.client.policy.WritePolicy write();
  }

  /** A row of the table. */
  record Case(String name, Key key, Ours ours, OursAsync oursAsync, Theirs theirs) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> all() {
    ByteCases table = new ByteCases();
    table.reads();
    table.writes();
    table.values();
    table.operates();
    return table.cases.stream();
  }

  private void add(String name, Key key, Ours ours, OursAsync oursAsync, Theirs theirs) {
    cases.add(new Case(name, key, ours, oursAsync, theirs));
  }

  private void reads() {
    readPolicies()
        .forEach(
            (name, policies) -> {
              ReadPolicy policy = policies.ours();
              add(
                  "get, " + name,
                  Keys.fresh(),
                  (client, key) -> client.get(key, policy),
                  (client, key) -> client.get(key, policy),
                  (client, key, times) -> client.get(policies.apply(times.read()), key));
              add(
                  "select, " + name,
                  Keys.fresh(),
                  (client, key) -> client.select(key, List.of("s", "none", "n"), policy),
                  (client, key) -> client.select(key, List.of("s", "none", "n"), policy),
                  (client, key, times) ->
                      client.get(policies.apply(times.read()), key, "s", "none", "n"));
              add(
                  "exists, " + name,
                  Keys.fresh(),
                  (client, key) -> client.exists(key, policy),
                  (client, key) -> client.exists(key, policy),
                  (client, key, times) -> client.exists(policies.apply(times.read()), key));
            });
    for (Key key :
        List.of(
            Key.of(Keys.NAMESPACE, null, Keys.freshText()),
            Key.of(Keys.NAMESPACE, Keys.SET, Keys.freshNumber()),
            Key.of(Keys.NAMESPACE, Keys.SET, new byte[] {1, 2, 3}),
            Key.of(Keys.NAMESPACE, "größe", "日本語"))) {
      ReadPolicy policy = read(builder -> builder);
      add(
          "get of " + key,
          key,
          (client, k) -> client.get(k, policy),
          (client, k) -> client.get(k, policy),
          (client, k, times) -> client.get(times.read(), k));
    }
  }

  private record ReadPolicies(ReadPolicy ours, Consumer<Policy> change) {
    Policy apply(Policy policy) {
      change.accept(policy);
      return policy;
    }
  }

  private static Map<String, ReadPolicies> readPolicies() {
    com.aerospike.client.exp.Expression filter =
        Exp.build(Exp.and(Exp.eq(Exp.intBin("n"), Exp.val(1)), Exp.binExists("s")));
    return Map.of(
        "defaults",
        new ReadPolicies(read(b -> b), p -> {}),
        "AP all",
        new ReadPolicies(
            read(b -> b.readModeAp(ReadModeAp.ALL)),
            p -> p.readModeAP = com.aerospike.client.policy.ReadModeAP.ALL),
        "SC linearize",
        new ReadPolicies(
            read(b -> b.readModeSc(ReadModeSc.LINEARIZE)),
            p -> p.readModeSC = com.aerospike.client.policy.ReadModeSC.LINEARIZE),
        "SC replica",
        new ReadPolicies(
            read(b -> b.readModeSc(ReadModeSc.ALLOW_REPLICA)),
            p -> p.readModeSC = com.aerospike.client.policy.ReadModeSC.ALLOW_REPLICA),
        "SC unavailable",
        new ReadPolicies(
            read(b -> b.readModeSc(ReadModeSc.ALLOW_UNAVAILABLE)),
            p -> p.readModeSC = com.aerospike.client.policy.ReadModeSC.ALLOW_UNAVAILABLE),
        "touch 80 percent",
        new ReadPolicies(read(b -> b.readTouchTtlPercent(80)), p -> p.readTouchTtlPercent = 80),
        "never touch",
        new ReadPolicies(read(b -> b.readTouchTtlPercent(-1)), p -> p.readTouchTtlPercent = -1),
        "compressed",
        new ReadPolicies(read(b -> b.compress(true)), p -> p.compress = true),
        "filtered",
        new ReadPolicies(
            read(b -> b.filterExpression(Expression.fromBase64(filter.getBase64()))),
            p -> p.filterExp = filter));
  }

  private void writes() {
    for (WritePolicies policies : writePolicies()) {
      WritePolicy ours = policies.ours();
      for (Key key : List.of(Keys.fresh(), Key.of(Keys.NAMESPACE, Keys.SET, Keys.freshNumber()))) {
        add(
            "put, " + policies.name() + ", " + key.userKey().getClass().getSimpleName(),
            key,
            (client, k) -> client.put(k, Bins.of("n", 7, "s", "x"), ours),
            (client, k) -> client.put(k, Bins.of("n", 7, "s", "x"), ours),
            (client, k, times) ->
                client.put(policies.apply(times.write()), k, new Bin("n", 7), new Bin("s", "x")));
      }
      add(
          "remove, " + policies.name(),
          Keys.fresh(),
          (client, k) -> client.remove(k, ours),
          (client, k) -> client.remove(k, ours),
          (client, k, times) -> client.delete(policies.apply(times.write()), k));
      add(
          "touch, " + policies.name(),
          Keys.fresh(),
          (client, k) -> client.touch(k, ours),
          (client, k) -> client.touch(k, ours),
          (client, k, times) -> client.touch(policies.apply(times.write()), k));
      add(
          "increment, " + policies.name(),
          Keys.fresh(),
          (client, k) -> client.increment(k, "n", 5, ours),
          (client, k) -> client.increment(k, "n", 5, ours),
          (client, k, times) -> client.add(policies.apply(times.write()), k, new Bin("n", 5L)));
      add(
          "operate, " + policies.name(),
          Keys.fresh(),
          (client, k) ->
              client.operate(k, List.of(Operation.add("n", 1), Operation.get("n")), ours),
          (client, k) ->
              client.operate(k, List.of(Operation.add("n", 1), Operation.get("n")), ours),
          (client, k, times) ->
              client.operate(
                  policies.apply(times.write()),
                  k,
                  com.aerospike.client.Operation.add(new Bin("n", 1L)),
                  com.aerospike.client.Operation.get("n")));
    }
    WritePolicy plain = write(b -> b);
    add(
        "increment by a double",
        Keys.fresh(),
        (client, k) -> client.increment(k, "d", 2.5, plain),
        (client, k) -> client.increment(k, "d", 2.5, plain),
        (client, k, times) -> client.add(times.write(), k, new Bin("d", 2.5)));
    add(
        "append text",
        Keys.fresh(),
        (client, k) -> client.append(k, "s", "ç", plain),
        (client, k) -> client.append(k, "s", "ç", plain),
        (client, k, times) -> client.append(times.write(), k, new Bin("s", "ç")));
    add(
        "prepend bytes",
        Keys.fresh(),
        (client, k) -> client.prepend(k, "b", new byte[] {5, 6}, plain),
        (client, k) -> client.prepend(k, "b", new byte[] {5, 6}, plain),
        (client, k, times) -> client.prepend(times.write(), k, new Bin("b", new byte[] {5, 6})));
    add(
        "remove bins",
        Keys.fresh(),
        (client, k) -> client.removeBin(k, List.of("n", "d"), plain),
        (client, k) -> client.removeBin(k, List.of("n", "d"), plain),
        (client, k, times) -> client.put(times.write(), k, Bin.asNull("n"), Bin.asNull("d")));
  }

  private record WritePolicies(
      String name, WritePolicy ours, Consumer<com.aerospike.client.policy.WritePolicy> change) {
    com.aerospike.client.policy.WritePolicy apply(com.aerospike.client.policy.WritePolicy policy) {
      change.accept(policy);
      return policy;
    }
  }

  private static List<WritePolicies> writePolicies() {
    List<WritePolicies> list = new ArrayList<>();
    policy(list, "defaults", b -> b, p -> {});
    for (RecordExistsAction action : RecordExistsAction.values()) {
      policy(
          list,
          "exists " + action,
          b -> b.recordExistsAction(action),
          p ->
              p.recordExistsAction =
                  com.aerospike.client.policy.RecordExistsAction.valueOf(action.name()));
    }
    policy(
        list,
        "generation equal",
        b -> b.expectGeneration(300),
        p -> {
          p.generationPolicy = com.aerospike.client.policy.GenerationPolicy.EXPECT_GEN_EQUAL;
          p.generation = 300;
        });
    policy(
        list,
        "generation greater",
        b -> b.generationPolicy(GenerationPolicy.EXPECT_GREATER).generation(70_000),
        p -> {
          p.generationPolicy = com.aerospike.client.policy.GenerationPolicy.EXPECT_GEN_GT;
          p.generation = 70_000;
        });
    for (int ttl : new int[] {1, 86_400, -1, -2}) {
      policy(list, "ttl " + ttl, b -> b.ttl(ttl), p -> p.expiration = ttl);
    }
    policy(
        list,
        "commit to master",
        b -> b.commitLevel(CommitLevel.MASTER),
        p -> p.commitLevel = com.aerospike.client.policy.CommitLevel.COMMIT_MASTER);
    policy(list, "durable", b -> b.durableDelete(true), p -> p.durableDelete = true);
    policy(list, "key sent", b -> b.keyPolicy(KeyPolicy.SEND), p -> p.sendKey = true);
    policy(list, "compressed", b -> b.compress(true), p -> p.compress = true);
    com.aerospike.client.exp.Expression filter =
        Exp.build(Exp.eq(Exp.stringBin("s"), Exp.val("text")));
    policy(
        list,
        "filtered, key sent",
        b ->
            b.keyPolicy(KeyPolicy.SEND).filterExpression(Expression.fromBase64(filter.getBase64())),
        p -> {
          p.sendKey = true;
          p.filterExp = filter;
        });
    return list;
  }

  private static void policy(
      List<WritePolicies> list,
      String name,
      UnaryOperator<WritePolicy.Builder> ours,
      Consumer<com.aerospike.client.policy.WritePolicy> theirs) {
    list.add(new WritePolicies(name, write(ours), theirs));
  }

  private void values() {
    WritePolicy plain = write(b -> b);
    List<Object> values = new ArrayList<>();
    values.addAll(SampleValues.longs());
    values.addAll(SampleValues.doubles());
    values.addAll(SampleValues.texts());
    values.addAll(SampleValues.bytes());
    values.addAll(List.of(true, false, 7, 1.5f));
    values.addAll(SampleValues.lists());
    values.addAll(SampleValues.maps());
    values.addAll(SampleValues.places());
    values.add(SampleValues.sketch());
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      Value their = OfficialValues.toTheirs(value);
      add(
          "put of a " + value.getClass().getSimpleName() + ", " + i,
          Keys.fresh(),
          (client, k) -> client.put(k, Bins.of("v", value), plain),
          (client, k) -> client.put(k, Bins.of("v", value), plain),
          (client, k, times) -> client.put(times.write(), k, new Bin("v", their)));
    }
    add(
        "put of null",
        Keys.fresh(),
        (client, k) -> client.put(k, Bins.of("n", null, "s", "x"), plain),
        (client, k) -> client.put(k, Bins.of("n", null, "s", "x"), plain),
        (client, k, times) -> client.put(times.write(), k, Bin.asNull("n"), new Bin("s", "x")));
  }

  private void operates() {
    operate(
        "reads",
        List.of(Operation.get("n"), Operation.get("s")),
        com.aerospike.client.Operation.get("n"),
        com.aerospike.client.Operation.get("s"));
    operate("read of all", List.of(Operation.get()), com.aerospike.client.Operation.get());
    operate(
        "read of the header",
        List.of(Operation.getHeader()),
        com.aerospike.client.Operation.getHeader());
    operate(
        "header and bin",
        List.of(Operation.getHeader(), Operation.get("n")),
        com.aerospike.client.Operation.getHeader(),
        com.aerospike.client.Operation.get("n"));
    operate(
        "write and read of all",
        List.of(Operation.put("n", 3), Operation.get()),
        com.aerospike.client.Operation.put(new Bin("n", 3)),
        com.aerospike.client.Operation.get());
    operate(
        "write and header",
        List.of(Operation.put("n", 3), Operation.getHeader()),
        com.aerospike.client.Operation.put(new Bin("n", 3)),
        com.aerospike.client.Operation.getHeader());
    operate(
        "every write",
        List.of(
            Operation.put("p", null),
            Operation.add("n", 1),
            Operation.add("d", 1.5),
            Operation.append("s", "x"),
            Operation.prepend("s", "y"),
            Operation.append("b", new byte[] {1}),
            Operation.prepend("b", new byte[] {2}),
            Operation.touch()),
        com.aerospike.client.Operation.put(Bin.asNull("p")),
        com.aerospike.client.Operation.add(new Bin("n", 1L)),
        com.aerospike.client.Operation.add(new Bin("d", 1.5)),
        com.aerospike.client.Operation.append(new Bin("s", "x")),
        com.aerospike.client.Operation.prepend(new Bin("s", "y")),
        com.aerospike.client.Operation.append(new Bin("b", new byte[] {1})),
        com.aerospike.client.Operation.prepend(new Bin("b", new byte[] {2})),
        com.aerospike.client.Operation.touch());
    operate(
        "delete and write",
        List.of(Operation.delete(), Operation.put("n", 1)),
        com.aerospike.client.Operation.delete(),
        com.aerospike.client.Operation.put(new Bin("n", 1)));
    calls();
    WritePolicy plain = write(b -> b);
    List<Operation> ordered = List.of(Operation.add("n", 1), Operation.get("n"));
    add(
        "operate in order",
        Keys.fresh(),
        (client, k) -> client.operateOrdered(k, ordered, plain),
        (client, k) -> client.operateOrdered(k, ordered, plain),
        (client, k, times) -> {
          com.aerospike.client.policy.WritePolicy policy = times.write();
          policy.respondAllOps = true;
          client.operate(
              policy,
              k,
              com.aerospike.client.Operation.add(new Bin("n", 1L)),
              com.aerospike.client.Operation.get("n"));
        });
  }

  /** Calls of some families ask for the results of all operations. */
  private void calls() {
    Value one = Value.get(1);
    com.aerospike.client.operation.BitPolicy bits =
        com.aerospike.client.operation.BitPolicy.Default;
    operate(
        "list write",
        List.of(ListOperation.append("l", 1)),
        com.aerospike.client.cdt.ListOperation.append("l", one));
    operate(
        "list reads",
        List.of(ListOperation.size("l"), ListOperation.get("l", 0)),
        com.aerospike.client.cdt.ListOperation.size("l"),
        com.aerospike.client.cdt.ListOperation.get("l", 0));
    operate(
        "map write",
        List.of(MapOperation.put("m", 1, 1)),
        com.aerospike.client.cdt.MapOperation.put(
            com.aerospike.client.cdt.MapPolicy.Default, "m", one, one));
    operate(
        "map read and put",
        List.of(MapOperation.size("m"), Operation.put("n", 3)),
        com.aerospike.client.cdt.MapOperation.size("m"),
        com.aerospike.client.Operation.put(new Bin("n", 3)));
    operate(
        "bits write and list read",
        List.of(BitOperation.resize("b", 2), ListOperation.size("l")),
        com.aerospike.client.operation.BitOperation.resize(bits, "b", 2, 0),
        com.aerospike.client.cdt.ListOperation.size("l"));
    operate(
        "HyperLogLog write and read",
        List.of(HllOperation.init("h", 8), HllOperation.getCount("h")),
        com.aerospike.client.operation.HLLOperation.init(
            com.aerospike.client.operation.HLLPolicy.Default, "h", 8),
        com.aerospike.client.operation.HLLOperation.getCount("h"));
    Expression five = dev.aero4j.expression.Exp.val(5).build();
    operate(
        "expression read and write",
        List.of(ExpOperation.read("r", five), ExpOperation.write("n", five)),
        com.aerospike.client.exp.ExpOperation.read("r", Exp.build(Exp.val(5)), 0),
        com.aerospike.client.exp.ExpOperation.write("n", Exp.build(Exp.val(5)), 0));
    operate(
        "map read and read of all",
        List.of(MapOperation.size("m"), Operation.get()),
        com.aerospike.client.cdt.MapOperation.size("m"),
        com.aerospike.client.Operation.get());
    operate(
        "selection by path",
        List.of(PathOperation.select("m", SelectReturn.VALUE, Context.root().allChildren())),
        com.aerospike.client.cdt.CdtOperation.selectByPath(
            "m", Exp.SELECT_VALUE, com.aerospike.client.cdt.CTX.allChildren()));
  }

  private void operate(
      String name, List<Operation> ours, com.aerospike.client.Operation... theirs) {
    WritePolicy plain = write(b -> b);
    add(
        "operate, " + name,
        Keys.fresh(),
        (client, k) -> client.operate(k, ours, plain),
        (client, k) -> client.operate(k, ours, plain),
        (client, k, times) -> client.operate(times.write(), k, theirs));
  }

  private static ReadPolicy read(UnaryOperator<ReadPolicy.Builder> change) {
    return change
        .apply(
            ReadPolicy.builder()
                .socketTimeout(Duration.ofMillis(SOCKET_MILLIS))
                .totalTimeout(Duration.ofMillis(TOTAL_MILLIS)))
        .build();
  }

  private static WritePolicy write(UnaryOperator<WritePolicy.Builder> change) {
    return change
        .apply(
            WritePolicy.builder()
                .socketTimeout(Duration.ofMillis(SOCKET_MILLIS))
                .totalTimeout(Duration.ofMillis(TOTAL_MILLIS)))
        .build();
  }
}
