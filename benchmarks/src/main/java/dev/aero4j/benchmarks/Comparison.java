package dev.aero4j.benchmarks;

import com.aerospike.client.Key;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Measures cells: in each, slices of the official client and of ours take turns, and who goes first
 * changes too, so that whatever else the machine does meets both alike. Both are connected anew for
 * each cell, at least, and then have a slice to warm up that does not count.
 */
final class Comparison {
  /** Has the whole way of a command compiled, for every kind of caller. */
  private static final List<Cell> WARM_UP =
      List.of(
          new Cell(Workload.MIXED, CallerKind.PLATFORM, 4),
          new Cell(Workload.MIXED, CallerKind.ASYNC, 64),
          new Cell(Workload.MIXED, CallerKind.VIRTUAL, 64));

  private static final double WARM_UP_SLICES = 2;

  /**
   * A server gives each connection to one of its threads for good, and with few connections it is
   * luck whether that thread and the caller get in each other's way: the same client is twice as
   * fast on one connection as on the next. So cells of few callers connect anew for each slice.
   */
  private static final int FEW_CALLERS = 8;

  private final Options options;
  private final String seeds;
  private final PrintStream progress;
  private final Dataset data;
  private final Key[] officialKeys;
  private final Aero4jRecords ourRecords;
  private final Set<Integer> ports = new TreeSet<>();
  private final Meters meters;
  private final ServerProcesses server;
  private final String serverBuild;

  /** Connects once, to learn about the cluster and to load the records. */
  Comparison(Options options, String seeds, PrintStream progress) {
    this.options = options;
    this.seeds = seeds;
    this.progress = progress;
    this.data = new Dataset(options.namespace(), "compare", options.records());
    this.officialKeys = OfficialContender.keys(data);
    this.ourRecords = new Aero4jRecords(data);
    try (OfficialContender loader = official(1)) {
      serverBuild = loader.serverBuild();
      for (InetSocketAddress address : loader.addresses()) {
        ports.add(address.getPort());
      }
      progress.println("loading " + data.size() + " records into " + seeds + ": " + serverBuild);
      for (int i = 0; i < data.size(); i++) {
        loader.put(i, 0);
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

  void warmUp() throws InterruptedException {
    for (Cell cell : WARM_UP) {
      try (Pair pair = open(cell)) {
        pair.official.slice(options.seconds() * WARM_UP_SLICES);
        pair.ours.slice(options.seconds() * WARM_UP_SLICES);
      }
    }
  }

  Outcome measure(Cell cell) throws InterruptedException {
    List<Figures> official = new ArrayList<>();
    List<Figures> ours = new ArrayList<>();
    int officialConnections = 0;
    int ourConnections = 0;
    int before = LinuxSockets.connectionsTo(ports);
    int turns = cell.count() <= FEW_CALLERS ? 1 : options.slices();
    while (official.size() < options.slices()) {
      try (Pair pair = open(cell)) {
        pair.official.slice(options.seconds());
        pair.ours.slice(options.seconds());
        for (int i = 0; i < turns; i++) {
          boolean officialFirst = official.size() % 2 == 0;
          if (officialFirst) {
            official.add(pair.official.slice(options.seconds()));
          }
          ours.add(pair.ours.slice(options.seconds()));
          if (!officialFirst) {
            official.add(pair.official.slice(options.seconds()));
          }
        }
        int both = LinuxSockets.connectionsTo(ports) - before;
        pair.official.close();
        ourConnections = Math.max(ourConnections, LinuxSockets.connectionsTo(ports) - before);
        officialConnections = Math.max(officialConnections, both - ourConnections);
      }
    }
    int nodes = ports.size();
    Outcome outcome =
        new Outcome(
            cell,
            Figures.median(official),
            Figures.median(ours),
            officialConnections / nodes,
            ourConnections / nodes);
    progress.println(Report.progressLine(outcome));
    return outcome;
  }

  private OfficialContender official(int callers) {
    return new OfficialContender(options, seeds, data, officialKeys, callers);
  }

  private Pair open(Cell cell) {
    OfficialContender official = official(cell.count());
    try {
      return new Pair(
          new Side(
              "official",
              official::close,
              cell.callers() == CallerKind.ASYNC
                  ? () -> new AsyncLoad(cell, data.size(), official)
                  : () -> new BlockingLoad(cell, data.size(), official)),
          ours(cell));
    } catch (RuntimeException e) {
      official.close();
      throw e;
    }
  }

  private Side ours(Cell cell) {
    if (cell.callers() == CallerKind.ASYNC) {
      Aero4jAsync client = new Aero4jAsync(options, seeds, ourRecords);
      return new Side("aero4j", client::close, () -> new AsyncLoad(cell, data.size(), client));
    }
    Aero4jBlocking client = new Aero4jBlocking(options, seeds, ourRecords);
    return new Side("aero4j", client::close, () -> new BlockingLoad(cell, data.size(), client));
  }

  private record Pair(Side official, Side ours) implements AutoCloseable {
    @Override
    public void close() {
      official.close();
      ours.close();
    }
  }

  /** A client in a cell. */
  private final class Side implements AutoCloseable {
    private final String name;
    private final Runnable closing;
    private final Supplier<Load> loads;

    /** Of the thread that measures. */
    private boolean closed;

    private boolean complained;

    Side(String name, Runnable closing, Supplier<Load> loads) {
      this.name = name;
      this.closing = closing;
      this.loads = loads;
    }

    Figures slice(double seconds) throws InterruptedException {
      Load load = loads.get();
      Figures figures = meters.run(load, seconds);
      Throwable failure = load.tally.firstFailure();
      if (failure instanceof WrongAnswerException) {
        throw new IllegalStateException(name + " gave a wrong answer", failure);
      }
      if (failure != null && !complained) {
        complained = true;
        progress.println(name + ": " + figures.errors() + " errors, the first: " + failure);
      }
      return figures;
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        closing.run();
      }
    }
  }
}
