package dev.aero4j.cli;

import dev.aero4j.Aerospike;
import dev.aero4j.AsyncClient;
import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.Key;
import dev.aero4j.Record;
import dev.aero4j.RecordNotFoundException;
import dev.aero4j.embedded.EmbeddedAerospike;
import dev.aero4j.embedded.Statistics;
import dev.aero4j.operation.Operation;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "quickstart",
    description = {
      "Shows the client at work, line by line: on a node inside this process, or with --seeds",
      "on a cluster of yours, where it cleans up after itself."
    })
final class QuickstartCommand extends ToolCommand {
  /** All that the quickstart writes is in this set. */
  private static final String SET = "aero4j-quickstart";

  private static final int RECORDS = 1_000;

  @Mixin private ConnectionOptions connection;

  @Option(
      names = {"-n", "--namespace"},
      defaultValue = "test",
      paramLabel = "NAME",
      description = "The namespace to work in (default: ${DEFAULT-VALUE}).")
  private String namespace;

  @Option(
      names = "--threads",
      defaultValue = "10000",
      paramLabel = "N",
      description = "How many virtual threads read at once (default: ${DEFAULT-VALUE}).")
  private int threads;

  @Option(
      names = "--gets",
      defaultValue = "20",
      paramLabel = "N",
      description = "How many records each of them reads (default: ${DEFAULT-VALUE}).")
  private int getsEach;

  private int steps;

  QuickstartCommand(Terminal terminal) {
    super(terminal);
    this.connection = new ConnectionOptions();
  }

  @Override
  public Integer call() throws InterruptedException {
    if (threads < 1 || getsEach < 1 || (long) threads * getsEach > 100_000_000L) {
      throw new Failure(
          ExitCode.USAGE, "--threads and --gets are at least 1, and their product at most 10^8");
    }
    // The first commands of a JVM run interpreted, and here ten thousand of them come at once.
    connection.setUnlessGiven("totalTimeout", "10s");
    if (connection.areGiven()) {
      run(connection.uri(), null);
      return ExitCode.OK;
    }
    long start = System.nanoTime();
    try (EmbeddedAerospike server = EmbeddedAerospike.builder().namespace(namespace).start()) {
      step("A node inside this JVM: no Docker, nothing to install");
      code("EmbeddedAerospike server = EmbeddedAerospike.start();");
      result("listens on " + server.seeds() + " after " + millisSince(start));
      run(connection.uri(server.seeds()), server);
    }
    return ExitCode.OK;
  }

  private void run(String uri, @Nullable EmbeddedAerospike server) throws InterruptedException {
    try (Client client = Aerospike.client(uri)) {
      connect(client, uri);
      Key alice = Key.of(namespace, SET, "alice");
      oneRecord(client, alice);
      async(uri, alice);
      List<Key> keys =
          IntStream.range(0, RECORDS).mapToObj(i -> Key.of(namespace, SET, i)).toList();
      try {
        concurrentGets(client, keys, server);
      } finally {
        if (server == null) {
          cleanUp(client, keys, alice);
        }
      }
    }
    whatNext();
  }

  private void connect(Client client, String uri) {
    step("Connect");
    code("Client client = Aerospike.client(\"" + uri + "\").connect();");
    long start = System.nanoTime();
    client.connect();
    result("nodes " + String.join(", ", client.getNodeNames()) + " after " + millisSince(start));
  }

  private void oneRecord(Client client, Key alice) {
    step("Write a record");
    code("Key alice = Key.of(\"" + namespace + "\", \"" + SET + "\", \"alice\");");
    code("client.put(alice, Bins.of(\"name\", \"Alice\", \"age\", 30,");
    code("    \"tags\", List.of(\"java\", \"databases\")));");
    client.put(alice, Bins.of("name", "Alice", "age", 30, "tags", List.of("java", "databases")));
    result("written");

    step("Read it");
    code("Record record = client.get(alice);");
    Record record = client.get(alice);
    result(JsonWriter.write(record.bins()) + "  " + RecordText.life(record.meta()));
    code("record.getString(\"name\")");
    result(record.getString("name"));

    step("Change and read it in one go; nobody else comes in between");
    code("client.operate(alice, Operation.add(\"age\", 1), Operation.get(\"age\"))");
    Record older = client.operate(alice, Operation.add("age", 1), Operation.get("age"));
    result(JsonWriter.write(older.bins()) + "  " + RecordText.life(older.meta()));
  }

  private void async(String uri, Key alice) {
    step("The same with futures");
    code("async.get(alice).thenApply(r -> r.getLong(\"age\"))");
    try (AsyncClient async = Aerospike.asyncClient(uri)) {
      CompletableFuture<Long> age =
          async
              .connect()
              .thenCompose(connected -> connected.get(alice))
              .thenApply(record -> record.getLong("age"));
      result(String.valueOf(age.join()));
    }
  }

  private void concurrentGets(Client client, List<Key> keys, @Nullable EmbeddedAerospike server)
      throws InterruptedException {
    String total = Terminal.grouped((long) threads * getsEach);
    step(Terminal.grouped(threads) + " virtual threads that read at once, " + total + " gets");
    code("try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {");
    code("  for (Key key : keys) callers.submit(() -> client.get(key));");
    code("}");
    for (int i = 0; i < keys.size(); i++) {
      client.put(keys.get(i), Bins.of(ConcurrentGets.NUMBER, i, "text", "record " + i));
    }
    terminal().out().flush();
    Statistics before = server == null ? null : server.statistics();
    ConcurrentGets.Outcome outcome;
    try (Progress progress = new Progress(terminal(), "gets", (long) threads * getsEach)) {
      outcome = new ConcurrentGets(client, keys, threads, getsEach).run(progress);
    }
    result(
        String.format(
            Locale.ROOT,
            "%s gets in %.2f s: %s per second, p50 %.1f ms, p99 %.1f ms",
            Terminal.grouped(outcome.gets()),
            outcome.seconds(),
            terminal().bold(Terminal.grouped(Math.round(outcome.perSecond()))),
            outcome.medianMillis(),
            outcome.slowMillis()));
    result("each checked: the record that came back is the one that was asked for");
    if (server != null && before != null) {
      Statistics after = server.statistics();
      long messages = after.commands() - before.commands() + after.batches() - before.batches();
      result(
          "what waited travelled together: "
              + Terminal.grouped(messages)
              + " messages; client and node shared this machine");
    }
  }

  private void cleanUp(Client client, List<Key> keys, Key alice) {
    int removed = 0;
    for (Key key : keys) {
      removed += remove(client, key);
    }
    removed += remove(client, alice);
    step("Clean up");
    result(Terminal.grouped(removed) + " records of set " + SET + " removed");
  }

  private static int remove(Client client, Key key) {
    try {
      client.remove(key);
      return 1;
    } catch (RecordNotFoundException e) {
      return 0;
    }
  }

  private void whatNext() {
    Terminal terminal = terminal();
    terminal.line();
    terminal.line(terminal.bold("Next"));
    next("./aero4j quickstart --seeds HOST:PORT", "the same on a cluster of yours");
    next("./aero4j serve", "a development server for any Aerospike client, on port 3000");
    next("./aero4j put alice name=Alice age=30", "then: ./aero4j get alice");
    next("README.md, docs/", "the client in your program, the node in your tests");
  }

  private void next(String command, String what) {
    terminal().line("  " + terminal().cyan(RecordText.padded(command, 40)) + what);
  }

  private void step(String title) {
    if (steps++ > 0) {
      terminal().line();
    }
    terminal().line(terminal().bold(steps + ". " + title));
  }

  private void code(String line) {
    terminal().line("   " + terminal().cyan(line));
  }

  private void result(String text) {
    terminal().line("   " + terminal().green("→ ") + text);
  }

  private static String millisSince(long start) {
    return Math.round((System.nanoTime() - start) / 1e6) + " ms";
  }
}
