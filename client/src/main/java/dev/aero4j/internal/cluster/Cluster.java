package dev.aero4j.internal.cluster;

import dev.aero4j.ClientConfig;
import dev.aero4j.ClientException;
import dev.aero4j.ClusterException;
import dev.aero4j.InfoNodeResult;
import dev.aero4j.internal.cluster.SeedSearch.SeedFailure;
import dev.aero4j.model.ResultCode;
import dev.aero4j.policy.InfoPolicy;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The cluster as one client sees it. {@link #snapshot} is a read of a volatile field; the tender
 * replaces what it holds.
 */
public final class Cluster implements AutoCloseable {
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final TendSettings settings;
  private final NodeFinder finder;
  private final NodeChannelFactory channels;
  private volatile ClusterSnapshot snapshot = ClusterSnapshot.EMPTY;

  // The three below are written under the lock of this; reads need none.
  private volatile @Nullable Tender tender;
  private volatile @Nullable ClusterInfo info;
  private volatile boolean closed;

  /** Does no I/O and starts no thread. */
  public Cluster(ClientConfig config, NodeChannelFactory channels) {
    this(TendSettings.of(config), InetAddress::getAllByName, channels);
  }

  Cluster(TendSettings settings, NameLookup.Resolver resolver, NodeChannelFactory channels) {
    this.settings = settings;
    this.finder = new NodeFinder(settings, new NameLookup(resolver));
    this.channels = channels;
  }

  /**
   * Finds the nodes and starts to tend them. Returns when the first command can be routed; at once
   * when the cluster is connected already. After a failure it may be called again.
   *
   * @throws dev.aero4j.ClusterException when no seed leads to a node; it names each with its reason
   * @throws ClientException when the client is closed, also while this waits, or the thread is
   *     interrupted
   */
  public void connect() {
    Tender mine = tenderToWaitFor();
    List<SeedFailure> failures;
    try {
      // The tender keeps the time limit itself, as it knows what has been tried; this is for a
      // tender that cannot run.
      int limitMillis = settings.connectLimitMillis();
      failures = mine.ready().get(limitMillis + (long) limitMillis / 2, TimeUnit.MILLISECONDS);
    } catch (CancellationException e) {
      throw clientIsClosed();
    } catch (ExecutionException | TimeoutException e) {
      abandon(mine);
      throw new ClusterException(
          ResultCode.CLUSTER_ERROR, "cannot connect to the cluster: its tender does not run", e);
    } catch (InterruptedException e) {
      abandon(mine);
      Thread.currentThread().interrupt();
      throw new ClientException(
          ResultCode.CLIENT_ERROR, "the thread was interrupted while it was connecting", e);
    }
    if (!failures.isEmpty()) {
      abandon(mine);
      throw cannotConnect(failures);
    }
  }

  private static ClusterException cannotConnect(List<SeedFailure> failures) {
    ClusterException exception =
        new ClusterException(
            ResultCode.CLUSTER_ERROR,
            "cannot connect to the cluster, as no seed leads to a node of it: "
                + SeedFailure.list(failures),
            failures.get(0).cause());
    failures.stream().skip(1).forEach(failure -> exception.addSuppressed(failure.cause()));
    return exception;
  }

  private synchronized Tender tenderToWaitFor() {
    if (closed) {
      throw clientIsClosed();
    }
    Tender running = tender;
    if (running != null) {
      return running;
    }
    int number = NUMBERS.incrementAndGet();
    Tender started = new Tender(number, settings, finder, channels, next -> snapshot = next);
    info = new ClusterInfo(number);
    tender = started;
    started.start();
    return started;
  }

  /** Closes a tender that did not come to work, so that connecting can be tried again. */
  private synchronized void abandon(Tender failed) {
    failed.close();
    if (tender == failed) {
      tender = null;
      info = null;
    }
  }

  /** Returns the cluster as it is now; empty before it is connected and after it is closed. */
  public ClusterSnapshot snapshot() {
    return snapshot;
  }

  /** Has the nodes asked soon, since something seems to have changed; cheap, whoever calls it. */
  public void requestTend() {
    Tender current = tender;
    if (current != null) {
      current.requestTend();
    }
  }

  /** Returns whether some node answered when it was last asked. */
  public boolean isConnected() {
    Tender current = tender;
    return current != null && current.isUsable();
  }

  /** Returns the names of the nodes, sorted. */
  public List<String> nodeNames() {
    return snapshot.nodes().stream().map(Node::name).toList();
  }

  /**
   * Asks each node something now.
   *
   * @return whether at least one answers in time; false too when the client is not connected
   */
  public CompletableFuture<Boolean> ping(InfoPolicy policy) {
    ClusterInfo current = info;
    return current == null
        ? CompletableFuture.completedFuture(false)
        : current.ping(snapshot.nodes(), policy);
  }

  /**
   * Asks every node.
   *
   * @return for each node, sorted by name, its answer or why there is none
   */
  public CompletableFuture<List<InfoNodeResult>> infoAll(String command, InfoPolicy policy) {
    ClusterInfo current = info;
    return current == null
        ? CompletableFuture.failedFuture(notConnected())
        : current.askAll(snapshot.nodes(), command, policy);
  }

  /**
   * Asks a random node, and when that one cannot be asked, the next.
   *
   * @return the answer; fails with {@link dev.aero4j.ServerException} when it is an error
   */
  public CompletableFuture<String> infoRandomNode(String command, InfoPolicy policy) {
    ClusterInfo current = info;
    return current == null
        ? CompletableFuture.failedFuture(notConnected())
        : current.askAny(snapshot.nodes(), command, policy);
  }

  /** Closes everything; a call of {@link #connect} that waits fails. May be called again. */
  @Override
  public void close() {
    Tender last;
    ClusterInfo lastInfo;
    synchronized (this) {
      closed = true;
      last = tender;
      lastInfo = info;
      tender = null;
      info = null;
    }
    // Both wait a little for their threads, but without the lock.
    if (last != null) {
      last.close();
    }
    if (lastInfo != null) {
      lastInfo.close();
    }
  }

  private ClientException notConnected() {
    return closed
        ? clientIsClosed()
        : new ClientException(
            ResultCode.CLIENT_ERROR, "the client is not connected; call connect() first", null);
  }

  private static ClientException clientIsClosed() {
    return new ClientException(ResultCode.CLIENT_CLOSED, "the client is closed", null);
  }
}
