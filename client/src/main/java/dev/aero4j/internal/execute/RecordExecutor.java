package dev.aero4j.internal.execute;

import dev.aero4j.internal.command.RecordCommand;
import java.util.concurrent.CompletableFuture;

/** Runs commands on records: picks nodes, repeats, watches the time. */
public interface RecordExecutor {
  /**
   * Runs a command and waits for its result.
   *
   * @throws dev.aero4j.AerospikeException when it fails
   */
  <T> T execute(RecordCommand<T> command);

  /**
   * Starts a command. The future completes exceptionally with the very {@link
   * dev.aero4j.AerospikeException} that {@link #execute} would throw.
   */
  <T> CompletableFuture<T> submit(RecordCommand<T> command);
}
