package dev.aero4j.conformance.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aero4j.Aerospike;
import dev.aero4j.AerospikeException;
import dev.aero4j.Client;
import dev.aero4j.Key;
import dev.aero4j.OperateOrderedResult;
import dev.aero4j.Record;
import dev.aero4j.RecordNotFoundException;
import dev.aero4j.conformance.harness.Backend;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.conformance.harness.Same;
import dev.aero4j.embedded.EmbeddedAerospike;
import dev.aero4j.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An embedded node, and the real server of AEROSPIKE_SEEDS. Without that there is nothing to
 * compare with, which is said: programs then only show that the node answers whatever is asked.
 */
final class BothServers implements AutoCloseable {
  private static final String REFUSED = "code ";

  private final EmbeddedAerospike node = EmbeddedAerospike.builder().start();
  private final Client embedded = connect(node.seeds());
  private final @Nullable Client real;
  private int programs;
  private int commands;
  private int refusals;

  BothServers() {
    String seeds = System.getenv("AEROSPIKE_SEEDS");
    real = seeds == null || seeds.isBlank() ? null : connect(seeds);
    if (real == null) {
      System.out.println("differential: no AEROSPIKE_SEEDS, so there is no server to compare with");
    }
  }

  private static Client connect(String seeds) {
    return Aerospike.client(Backend.config(seeds).build()).connect();
  }

  Client embedded() {
    return embedded;
  }

  /** Runs a program on both and fails when they differ. */
  void compare(BinProgram program) {
    programs++;
    List<String> ours = run(embedded, program);
    commands += program.commands().size();
    refusals += (int) ours.stream().filter(seen -> seen.startsWith(REFUSED)).count();
    if (real != null) {
      assertThat(ours).isEqualTo(run(real, program));
    }
  }

  private static List<String> run(Client client, BinProgram program) {
    Key key = Keys.fresh();
    try {
      List<String> seen = new ArrayList<>();
      BinProgram.Initial initial = program.initial();
      if (initial != null) {
        seen.add(outcome(client, key, List.of(initial.call())));
      }
      for (List<BinProgram.Call> calls : program.commands()) {
        seen.add(outcome(client, key, calls));
        seen.add(record(client, key));
      }
      return seen;
    } finally {
      forget(client, key);
    }
  }

  private static void forget(Client client, Key key) {
    try {
      client.remove(key);
    } catch (RecordNotFoundException e) {
      // The program has not made one, or has removed its last bin.
    }
  }

  private static String outcome(Client client, Key key, List<BinProgram.Call> calls) {
    try {
      OperateOrderedResult result =
          client.operateOrdered(
              key, calls.stream().map(BinProgram.Call::operation).toArray(Operation[]::new));
      return result.orderedBins().stream()
          .map(bin -> bin.name() + "=" + text(bin.value()))
          .collect(Collectors.joining(", ", "", ", generation " + result.meta().generation()));
    } catch (AerospikeException e) {
      return REFUSED + e.resultCode();
    }
  }

  private static String record(Client client, Key key) {
    try {
      Record record = client.get(key);
      return Same.canonical(record.bins()) + ", generation " + record.generation();
    } catch (RecordNotFoundException e) {
      return "no record";
    }
  }

  /** A double with all its bits, for there are several that are not a number. */
  private static String text(@Nullable Object value) {
    return value instanceof Double number
        ? number + " " + Long.toHexString(Double.doubleToRawLongBits(number))
        : Same.canonical(value);
  }

  @Override
  public void close() {
    System.out.println(
        "differential: "
            + programs
            + " programs of "
            + commands
            + " commands, "
            + refusals
            + " of them refused"
            + (real == null ? ", on the node alone" : ""));
    embedded.close();
    node.close();
    if (real != null) {
      real.close();
    }
  }
}
