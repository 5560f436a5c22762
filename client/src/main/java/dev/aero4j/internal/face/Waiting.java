package dev.aero4j.internal.face;

import dev.aero4j.AerospikeException;
import dev.aero4j.internal.command.Errors;
import dev.aero4j.model.ResultCode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Waits for what has no blocking form of its own: info commands, not commands on records. */
final class Waiting {
  private Waiting() {}

  /**
   * Returns the result of a future, or throws what it fails with. The future has a time limit of
   * its own.
   */
  static <T> T on(CompletableFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AerospikeException known) {
        throw known;
      }
      throw Errors.client(ResultCode.CLIENT_ERROR, "failed: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Errors.client(
          ResultCode.CLIENT_ERROR, "the thread was interrupted while it waited for an answer", e);
    }
  }
}
