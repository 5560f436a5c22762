package dev.aero4j.internal.execute;

import dev.aero4j.InfoNodeResult;
import dev.aero4j.internal.batch.BatchTask;
import dev.aero4j.policy.InfoPolicy;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What the two faces of a client stand on: commands, and the cluster's life. It has no thread and
 * no connection before {@link #connect}; a command before that, and after {@link #close}, fails
 * with {@link dev.aero4j.ClientException}.
 */
public interface ClientCore extends RecordExecutor, AutoCloseable {
  /**
   * Returns when the first command can be sent.
   *
   * @throws dev.aero4j.ClusterException when no seed leads to a node
   */
  void connect();

  /**
   * Carries out batches on the calling thread.
   *
   * @throws dev.aero4j.AerospikeException when the whole cannot be done; what becomes of single
   *     records is in the result
   */
  <R> R execute(BatchTask<R> task);

  /** Starts batches; the future fails with what {@link #execute(BatchTask)} would throw. */
  <R> CompletableFuture<R> submit(BatchTask<R> task);

  boolean isConnected();

  /** Sorted; none before it is connected. */
  List<String> nodeNames();

  CompletableFuture<Boolean> ping(InfoPolicy policy);

  CompletableFuture<List<InfoNodeResult>> infoAll(String command, InfoPolicy policy);

  CompletableFuture<String> infoRandomNode(String command, InfoPolicy policy);

  @Override
  void close();
}
