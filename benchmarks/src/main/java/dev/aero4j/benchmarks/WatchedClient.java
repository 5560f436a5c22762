package dev.aero4j.benchmarks;

import java.util.function.Function;

/** One of the two clients, with callers whose every call can be watched. */
public final class WatchedClient implements AutoCloseable {
  /** Which client. */
  public enum Side {
    /** The official client. */
    OFFICIAL,
    /** This project's client, as it comes. */
    AERO4J
  }

  private final Runnable closing;
  private final Function<CallWatcher, Load> loads;

  private WatchedClient(Runnable closing, Function<CallWatcher, Load> loads) {
    this.closing = closing;
    this.loads = loads;
  }

  /**
   * Connects.
   *
   * @param cell the callers and what they do
   * @param seeds "host:port,…"
   * @param set holds the records, whose keys are the integers from 0 on
   * @param records how many there are
   * @param choices from so many, callers draw; {@link CallWatcher#record} makes a record of it
   * @param timeoutMillis limit of a call
   */
  public static WatchedClient open(
      Side side,
      Cell cell,
      String seeds,
      String namespace,
      String set,
      int records,
      int choices,
      int timeoutMillis) {
    Options options = Options.parse("--seeds", seeds, "--timeout", Integer.toString(timeoutMillis));
    Dataset data = new Dataset(namespace, set, records);
    boolean async = cell.callers() == CallerKind.ASYNC;
    if (side == Side.OFFICIAL) {
      OfficialContender client =
          new OfficialContender(options, seeds, data, OfficialContender.keys(data), cell.count());
      return async ? callingBack(client, cell, choices) : blocking(client, cell, choices);
    }
    Aero4jRecords ours = new Aero4jRecords(data);
    return async
        ? callingBack(new Aero4jAsync(options, seeds, ours), cell, choices)
        : blocking(new Aero4jBlocking(options, seeds, ours), cell, choices);
  }

  private static WatchedClient blocking(BlockingContender client, Cell cell, int choices) {
    return new WatchedClient(
        client::close,
        watcher -> new BlockingLoad(cell, choices, new WatchedBlocking(client, watcher)));
  }

  private static WatchedClient callingBack(AsyncContender client, Cell cell, int choices) {
    return new WatchedClient(
        client::close, watcher -> new AsyncLoad(cell, choices, new WatchedAsync(client, watcher)));
  }

  /** Writes every record once, with the official client. */
  public static void load(String seeds, String namespace, String set, int records) {
    Dataset data = new Dataset(namespace, set, records);
    Options options = Options.parse("--seeds", seeds);
    try (OfficialContender loader =
        new OfficialContender(options, seeds, data, OfficialContender.keys(data), 1)) {
      for (int i = 0; i < records; i++) {
        loader.put(i, 0);
      }
    }
  }

  /** Lets the callers begin; they go on until the result is finished. */
  public Run start(CallWatcher watcher) {
    Load load = loads.apply(watcher);
    load.begin();
    return load::finish;
  }

  /** Callers that are calling. */
  @FunctionalInterface
  public interface Run {
    /** Lets each caller end the call that it is in, and returns when all have. */
    void finish() throws InterruptedException;
  }

  @Override
  public void close() {
    closing.run();
  }
}
