package dev.aero4j.cli;

import dev.aero4j.embedded.EmbeddedAerospike;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "serve",
    description = {
      "Runs a development server for any Aerospike client, until it is stopped with Ctrl-C.",
      "Data live in memory and are gone afterwards."
    })
final class ServeCommand extends ToolCommand {
  @Option(
      names = {"-p", "--port"},
      defaultValue = "3000",
      paramLabel = "PORT",
      description = "Where to listen; 0 for any free port (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      paramLabel = "ADDRESS",
      description = {
        "The address to listen on, 0.0.0.0 for all; there is no password",
        "(default: ${DEFAULT-VALUE})."
      })
  private String host;

  @Option(
      names = "--access-host",
      paramLabel = "ADDRESS",
      description = "The address that clients are told, where it is not the one listened on.")
  private @Nullable String accessHost;

  @Option(
      names = "--nodes",
      defaultValue = "1",
      paramLabel = "N",
      description = "How many nodes, on consecutive ports (default: ${DEFAULT-VALUE}).")
  private int nodes;

  @Option(
      names = {"-n", "--namespace"},
      defaultValue = "test",
      split = ",",
      paramLabel = "NAME[,...]",
      description = "The namespaces (default: ${DEFAULT-VALUE}).")
  private List<String> namespaces;

  ServeCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    EmbeddedAerospike server = start();
    // Ctrl-C does not come back here: the JVM runs this hook and ends.
    Thread stop = new Thread(() -> stop(server), "aero4j-serve-stop");
    Runtime.getRuntime().addShutdownHook(stop);
    try {
      announce(server);
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Runtime.getRuntime().removeShutdownHook(stop);
      stop(server);
    }
    return ExitCode.OK;
  }

  private EmbeddedAerospike start() {
    EmbeddedAerospike.Builder builder = EmbeddedAerospike.builder();
    try {
      builder.host(host).port(port).nodes(nodes).accessHost(toldAddress());
      namespaces.forEach(builder::namespace);
      return builder.start();
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    } catch (UncheckedIOException e) {
      throw new Failure(
          ExitCode.FAILED,
          e.getMessage() + ": " + reason(e) + "; is something there already? try --port 0",
          e);
    }
  }

  private static String reason(UncheckedIOException failure) {
    Throwable cause = failure.getCause();
    return cause == null ? "unknown" : String.valueOf(cause.getMessage());
  }

  /** What clients are told to connect to: "all addresses" is nothing that they could use. */
  private String toldAddress() {
    if (accessHost != null) {
      return accessHost;
    }
    try {
      InetAddress address = InetAddress.getByName(host);
      return address.isAnyLocalAddress() ? InetAddress.getLocalHost().getHostAddress() : host;
    } catch (UnknownHostException e) {
      throw new Failure(ExitCode.USAGE, "the address '" + host + "' is not known", e);
    }
  }

  private void announce(EmbeddedAerospike server) {
    Terminal terminal = terminal();
    String name = toldAddress();
    int first = server.port();
    String seeds =
        String.join(
            ",", server.hosts().stream().map(address -> name + ":" + address.getPort()).toList());
    terminal.line(
        terminal.green("Ready: ")
            + terminal.bold(seeds)
            + (nodes == 1 ? "" : " (" + nodes + " nodes)")
            + ", namespace "
            + String.join(", ", namespaces)
            + ".");
    terminal.line("Data live in memory and are gone when it stops. Stop it with Ctrl-C.");
    terminal.line();
    sample("Java", "Aerospike.client(\"aerospike://" + seeds + "\").connect()");
    sample("Python", "aerospike.client({'hosts': [('" + name + "', " + first + ")]}).connect()");
    sample("Node.js", "await Aerospike.connect({ hosts: '" + name + ":" + first + "' })");
    sample("aql", "aql -h " + name + " -p " + first);
    String here = first == 3000 && nodes == 1 ? "" : " --seeds " + seeds;
    sample("shell", "./aero4j put alice name=Alice age=30" + here);
    sample("", "./aero4j get alice" + here);
    terminal.out().flush();
  }

  private void sample(String language, String code) {
    terminal().line("  " + RecordText.padded(language, 9) + terminal().cyan(code));
  }

  private void stop(EmbeddedAerospike server) {
    server.close();
    terminal().line("Stopped.");
    terminal().out().flush();
  }
}
