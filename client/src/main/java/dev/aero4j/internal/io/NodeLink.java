package dev.aero4j.internal.io;

import dev.aero4j.ClientConfig;
import dev.aero4j.internal.cluster.Node;
import dev.aero4j.internal.cluster.NodeChannel;
import dev.aero4j.internal.cluster.NodeInfo;
import java.util.concurrent.Executor;

/**
 * The client's link to one node: the pipeline of point commands, the pipeline of large records, the
 * streams of batches, and the bound on what may be in flight to the node.
 */
public final class NodeLink implements NodeChannel, Ticker.Ticked {
  private final NodePipeline points;
  private final NodePipeline largeRecords;
  private final StreamPool streams;
  private final SizeLimit rowLimit = new SizeLimit(Integer.MAX_VALUE);
  private final Bound bound;
  private final Ticker ticker;

  public NodeLink(ClientConfig config, NodeInfo node, Executor workers, Ticker ticker) {
    boolean grouping =
        config.grouping() && node.build().major() >= Node.FIRST_MAJOR_WITH_BATCH_WRITES;
    int maxSlots = Math.min(config.maxConnectionsPerNode(), SlotSet.MAX);
    PipelineSettings settings =
        new PipelineSettings(
            node.name(),
            node.address(),
            Math.min(config.slotsPerNode(), maxSlots),
            maxSlots,
            grouping ? config.maxGroupSize() : 1,
            config.idleTimeout().toNanos(),
            config.maxResponseSize());
    Connector connector =
        () -> SocketOpener.open(node.address(), config.connectTimeoutMillis(), ticker);
    this.largeRecords = new NodePipeline(settings.forLargeRecords(), connector, workers, null);
    this.points = new NodePipeline(settings, connector, workers, largeRecords);
    this.streams = new StreamPool(settings, connector, config.maxStreamsPerNode());
    this.bound = new Bound(config.maxCommandsInFlightPerNode(), config.maxQueuedCommands());
    this.ticker = ticker;
    ticker.add(this);
  }

  public Bound bound() {
    return bound;
  }

  /** The connections for batches, each for one caller at a time. */
  public StreamPool streams() {
    return streams;
  }

  /** Returns how many rows a batch message may have now, as far as the node is known. */
  public int rowLimit(long now) {
    return rowLimit.get(now);
  }

  /**
   * Says that the node has refused a batch message for its number of rows.
   *
   * @param mayFit how many the next may have
   */
  public void refused(int mayFit, long now) {
    rowLimit.refused(mayFit, now);
  }

  /** Runs an attempt for the calling thread, and returns when it is done. */
  public void run(Attempt attempt) {
    points.run(attempt);
  }

  /** Starts an attempt; {@link #ended} must follow when its listener has been told. */
  public void submit(Attempt attempt) {
    points.submit(attempt);
  }

  public void ended() {
    points.ended();
  }

  /** Returns how many connections carry commands to the node at present. */
  public int openConnections() {
    return points.openConnections() + largeRecords.openConnections() + streams.openConnections();
  }

  @Override
  public boolean tick(long now) {
    bound.tick(now);
    boolean streaming = streams.tick(now);
    if (points.inFlight() == 0) {
      return streaming || bound.queued() > 0;
    }
    points.tick(now);
    largeRecords.tick(now);
    return true;
  }

  @Override
  public void maintain() {
    points.maintain();
    largeRecords.maintain();
    streams.maintain();
  }

  @Override
  public void suspect() {
    long now = System.nanoTime();
    points.suspect(now);
    largeRecords.suspect(now);
    streams.suspect(now);
  }

  @Override
  public void close() {
    ticker.remove(this);
    points.close();
    largeRecords.close();
    streams.close();
    bound.open();
  }
}
