package dev.aero4j.internal.execute;

import dev.aero4j.AerospikeException;
import dev.aero4j.ClientConfig;
import dev.aero4j.InfoNodeResult;
import dev.aero4j.internal.batch.BatchTask;
import dev.aero4j.internal.cluster.Cluster;
import dev.aero4j.internal.command.RecordCommand;
import dev.aero4j.internal.io.CompletionQueue;
import dev.aero4j.internal.io.IoWorkers;
import dev.aero4j.internal.io.NodeLink;
import dev.aero4j.internal.io.Ticker;
import dev.aero4j.policy.InfoPolicy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one client owns: the cluster, the ticker, the workers, the executor of commands.
 * Making one costs no thread and no I/O; {@link #connect} does, and {@link #close} takes all back.
 */
public final class Engine implements ClientCore {
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final ThreadPoolExecutor workers;
  private final Ticker ticker;
  private final Cluster cluster;
  private final CommandExecutor executor;
  private final BatchExecutor batches;
  private final AtomicBoolean ticking = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();

  /** Whether commands may be sent; false again once closed. */
  private volatile boolean usable;

  public Engine(ClientConfig config) {
    int number = NUMBERS.incrementAndGet();
    workers = IoWorkers.create("aero4j-io-" + number);
    ticker = new Ticker("aero4j-ticker-" + number);
    Executor callbacks = config.callbackExecutor();
    CompletionQueue completions =
        new CompletionQueue(callbacks != null ? callbacks : virtualThreads(number));
    cluster = new Cluster(config, node -> new NodeLink(config, node, workers, ticker));
    executor = new CommandExecutor(config, cluster, ticker, completions);
    batches =
        new BatchExecutor(
            config, cluster, ticker, completions, executor.bound(), executor.closed(), number);
    ticker.add(completions);
    ticker.add(executor);
  }

  private static Executor virtualThreads(int number) {
    Thread.Builder threads = Thread.ofVirtual().name("aero4j-callback-" + number);
    return threads::start;
  }

  @Override
  public void connect() {
    if (closed.get()) {
      throw Failures.closedClient();
    }
    if (ticking.compareAndSet(false, true)) {
      ticker.start();
    }
    cluster.connect();
    usable = !closed.get();
  }

  @Override
  public <T> T execute(RecordCommand<T> command) {
    if (!usable) {
      throw unusable(command);
    }
    return executor.execute(command);
  }

  @Override
  public <T> CompletableFuture<T> submit(RecordCommand<T> command) {
    return usable ? executor.submit(command) : CompletableFuture.failedFuture(unusable(command));
  }

  @Override
  public <R> R execute(BatchTask<R> task) {
    if (!usable) {
      throw unusable(task.name());
    }
    return batches.execute(task);
  }

  @Override
  public <R> CompletableFuture<R> submit(BatchTask<R> task) {
    return usable ? batches.submit(task) : CompletableFuture.failedFuture(unusable(task.name()));
  }

  private AerospikeException unusable(@Nullable Object what) {
    if (closed.get()) {
      return what == null ? Failures.closedClient() : Failures.closed(what);
    }
    return Failures.notConnected();
  }

  @Override
  public boolean isConnected() {
    return usable && cluster.isConnected();
  }

  @Override
  public List<String> nodeNames() {
    return cluster.nodeNames();
  }

  @Override
  public CompletableFuture<Boolean> ping(InfoPolicy policy) {
    return usable ? cluster.ping(policy) : CompletableFuture.failedFuture(unusable(null));
  }

  @Override
  public CompletableFuture<List<InfoNodeResult>> infoAll(String command, InfoPolicy policy) {
    return usable
        ? cluster.infoAll(command, policy)
        : CompletableFuture.failedFuture(unusable(null));
  }

  @Override
  public CompletableFuture<String> infoRandomNode(String command, InfoPolicy policy) {
    return usable
        ? cluster.infoRandomNode(command, policy)
        : CompletableFuture.failedFuture(unusable(null));
  }

  /** Ends every call that is under way and gives threads and sockets back. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    usable = false;
    executor.close();
    cluster.close();
    ticker.close();
    workers.shutdown();
  }
}
