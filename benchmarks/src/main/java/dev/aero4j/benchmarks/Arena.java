package dev.aero4j.benchmarks;

import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Where clients meet: the cluster, what is known about it, and the order in which they take turns.
 * Slices of all clients alternate, and who goes first changes too, so that whatever else the
 * machine does meets all alike.
 */
final class Arena {
  /**
   * A server gives each connection to one of its threads for good, and with few connections it is
   * luck whether that thread and the caller get in each other's way: the same client is twice as
   * fast on one connection as on the next. So cells of few callers connect anew for each slice.
   */
  private static final int FEW_CALLERS = 8;

  final Options options;
  final String seeds;
  final PrintStream progress;
  final Meters meters;
  private final Set<Integer> ports = new TreeSet<>();
  private final ServerProcesses server;
  private final String serverBuild;

  /** Connects once, to learn about the cluster. */
  Arena(Options options, String seeds, PrintStream progress) {
    this.options = options;
    this.seeds = seeds;
    this.progress = progress;
    try (OfficialConnection connection = OfficialConnection.open(options, seeds, 1)) {
      serverBuild = connection.serverBuild();
      for (InetSocketAddress address : connection.addresses()) {
        ports.add(address.getPort());
      }
    }
    this.server = ServerProcesses.find(options.serverPid(), ports);
    this.meters = new Meters(server);
  }

  String serverBuild() {
    return serverBuild;
  }

  boolean knowsServerProcess() {
    return server.isKnown();
  }

  int nodes() {
    return ports.size();
  }

  /** Returns how many connections there are to all nodes, whoever made them. */
  int connections() {
    return LinuxSockets.connectionsTo(ports);
  }

  /** Has a client write all that it knows to write, once, and closes it. */
  void load(BlockingContender loader, int puts) {
    progress.println("loading records into " + seeds + ": " + serverBuild);
    try (loader) {
      for (int i = 0; i < puts; i++) {
        loader.put(i, 0);
      }
    }
  }

  /**
   * Lets clients take turns until each has had its slices.
   *
   * @param callers how many; when they are few, all connect anew for each slice
   * @param opening connects all clients
   * @param warmUpSeconds of a slice that does not count, after each connecting
   * @param closing gets the clients when they have had their turns, before they are closed
   * @return for each client the medians of its slices
   */
  List<Figures> contest(
      int callers, Supplier<Sides> opening, double warmUpSeconds, Consumer<Sides> closing)
      throws InterruptedException {
    List<List<Figures>> slices = new ArrayList<>();
    int turns = callers <= FEW_CALLERS ? 1 : options.slices();
    for (int turn = 0; turn < options.slices(); ) {
      try (Sides sides = opening.get()) {
        sides.warmUp(warmUpSeconds);
        while (slices.size() < sides.count()) {
          slices.add(new ArrayList<>());
        }
        for (int i = 0; i < turns; i++, turn++) {
          sides.play(turn, options.seconds(), slices);
        }
        closing.accept(sides);
      }
    }
    return slices.stream().map(Figures::median).toList();
  }
}
