package dev.aero4j.internal.execute;

import dev.aero4j.AerospikeException;
import dev.aero4j.AerospikeTimeoutException;
import dev.aero4j.BackpressureException;
import dev.aero4j.ClientException;
import dev.aero4j.ClusterException;
import dev.aero4j.ConnectionException;
import dev.aero4j.InvalidArgumentException;
import dev.aero4j.internal.command.ApiBridge;
import dev.aero4j.internal.command.RecordCommand;
import dev.aero4j.internal.io.AttemptFailure;
import dev.aero4j.internal.io.Bound;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.digest.Digests;
import org.jspecify.annotations.Nullable;

/** Puts into words, and into exceptions, what kept a command from being answered. */
final class Failures {
  private Failures() {}

  static AerospikeException of(RecordCommand<?> command, AttemptFailure failure) {
    String text = command + ": " + failure.message();
    Throwable cause = failure.cause();
    return switch (failure.kind()) {
      case TIMEOUT ->
          new AerospikeTimeoutException(
              ResultCode.TIMEOUT,
              text
                  + " within the limits of its policy (total timeout "
                  + command.policy().totalTimeoutMillis()
                  + " ms, socket timeout "
                  + command.policy().socketTimeoutMillis()
                  + " ms)",
              cause);
      case CONNECTION -> new ConnectionException(ResultCode.CONNECTION_ERROR, text, cause);
      case GROUP_REFUSED, HELD_UP -> new ClientException(ResultCode.CLIENT_ERROR, text, cause);
      case INVALID ->
          cause instanceof InvalidArgumentException invalid
              ? invalid
              : new InvalidArgumentException(ResultCode.INVALID_ARGUMENT, text, cause);
      case INTERRUPTED -> interrupted(command, cause);
      case CLOSED -> new ConnectionException(ResultCode.CONNECTION_ERROR, text, cause);
    };
  }

  static AerospikeException noNode(RecordCommand<?> command) {
    return new ClusterException(
        ResultCode.INVALID_NODE,
        command
            + ": no node serves partition "
            + Digests.partitionId(command.digest())
            + " of namespace "
            + command.key().namespace()
            + " at present; is the cluster whole?",
        null);
  }

  static AerospikeException interrupted(Object what, @Nullable Throwable cause) {
    return new ClientException(
        ResultCode.CLIENT_ERROR, what + ": the calling thread was interrupted", cause);
  }

  static AerospikeException closed(Object what) {
    return new ClientException(ResultCode.CLIENT_CLOSED, what + ": the client is closed", null);
  }

  static AerospikeException closedClient() {
    return new ClientException(ResultCode.CLIENT_CLOSED, "the client is closed", null);
  }

  static AerospikeException notConnected() {
    return new ClientException(
        ResultCode.CLIENT_ERROR, "the client is not connected; call connect() first", null);
  }

  static AerospikeException crowded(Object what, Bound bound) {
    return new BackpressureException(
        ResultCode.ASYNC_QUEUE_FULL,
        what
            + ": "
            + bound.permits()
            + " commands are in flight already and "
            + bound.queued()
            + " of at most "
            + bound.maxQueued()
            + " are queued; send less at once, or raise the limits in the configuration",
        null);
  }

  static void addContext(
      AerospikeException exception, @Nullable String node, int attempts, boolean inDoubt) {
    ApiBridge.instance().context(exception, node, attempts, inDoubt);
  }
}
