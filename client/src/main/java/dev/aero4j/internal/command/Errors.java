package dev.aero4j.internal.command;

import dev.aero4j.AdminException;
import dev.aero4j.AerospikeException;
import dev.aero4j.AerospikeTimeoutException;
import dev.aero4j.BackpressureException;
import dev.aero4j.BinExistsException;
import dev.aero4j.BinNameException;
import dev.aero4j.BinNotFoundException;
import dev.aero4j.BinTypeException;
import dev.aero4j.ClientException;
import dev.aero4j.ClusterException;
import dev.aero4j.ConnectionException;
import dev.aero4j.FilteredOutException;
import dev.aero4j.IndexException;
import dev.aero4j.IndexFoundException;
import dev.aero4j.IndexNotFoundException;
import dev.aero4j.InvalidArgumentException;
import dev.aero4j.KeyBusyException;
import dev.aero4j.QueryAbortedException;
import dev.aero4j.QueryException;
import dev.aero4j.RecordExistsException;
import dev.aero4j.RecordGenerationException;
import dev.aero4j.RecordNotFoundException;
import dev.aero4j.RecordTooBigException;
import dev.aero4j.ServerException;
import dev.aero4j.UdfException;
import dev.aero4j.model.ResultCode;
import org.jspecify.annotations.Nullable;

/** Makes the exceptions of the public tree, from result codes and from what the client finds. */
public final class Errors {
  private static final int FIRST_SECURITY_CODE = ResultCode.SECURITY_NOT_SUPPORTED;
  private static final int LAST_SECURITY_CODE = 99;

  private Errors() {}

  /**
   * Returns the reply if its code is OK.
   *
   * @throws AerospikeException of the code otherwise
   */
  static RecordReply check(RecordCommand<?> command, RecordReply reply) {
    if (reply.resultCode() != ResultCode.OK) {
      throw map(reply.resultCode(), command);
    }
    return reply;
  }

  /** Returns the exception for what a server answered to a command on a record. */
  public static AerospikeException map(int resultCode, RecordCommand<?> command) {
    String details = Details.of(resultCode, command);
    return map(resultCode, details.isEmpty() ? command.toString() : command + ": " + details);
  }

  /**
   * Returns the exception for what a server answered.
   *
   * @param subject what was asked: an operation and what it was about
   */
  public static AerospikeException map(int code, String subject) {
    return of(code, message(code, subject));
  }

  /** Returns the exception for a code of a server's or of the client's own, in given words. */
  public static AerospikeException of(int code, String message) {
    return switch (code) {
      case ResultCode.INVALID_NODE, ResultCode.CLUSTER_ERROR ->
          new ClusterException(code, message, null);
      case ResultCode.CONNECTION_ERROR -> new ConnectionException(code, message, null);
      case ResultCode.CLIENT_ERROR,
          ResultCode.PARSE_ERROR,
          ResultCode.CLIENT_CLOSED,
          ResultCode.NO_RESPONSE ->
          new ClientException(code, message, null);
      case ResultCode.INVALID_ARGUMENT -> new InvalidArgumentException(code, message, null);
      case ResultCode.KEY_NOT_FOUND -> new RecordNotFoundException(code, message, null);
      case ResultCode.GENERATION_MISMATCH -> new RecordGenerationException(code, message, null);
      case ResultCode.KEY_EXISTS -> new RecordExistsException(code, message, null);
      case ResultCode.BIN_EXISTS -> new BinExistsException(code, message, null);
      case ResultCode.BIN_TYPE_MISMATCH -> new BinTypeException(code, message, null);
      case ResultCode.RECORD_TOO_BIG -> new RecordTooBigException(code, message, null);
      case ResultCode.KEY_BUSY -> new KeyBusyException(code, message, null);
      case ResultCode.BIN_NOT_FOUND -> new BinNotFoundException(code, message, null);
      case ResultCode.BIN_NAME_INVALID -> new BinNameException(code, message, null);
      case ResultCode.FILTERED_OUT -> new FilteredOutException(code, message, null);
      case ResultCode.TIMEOUT, ResultCode.QUERY_TIMEOUT ->
          new AerospikeTimeoutException(code, message, null);
      case ResultCode.UDF_ERROR -> new UdfException(code, message, null);
      case ResultCode.INDEX_FOUND -> new IndexFoundException(code, message, null);
      case ResultCode.INDEX_NOT_FOUND -> new IndexNotFoundException(code, message, null);
      case ResultCode.INDEX_OUT_OF_MEMORY,
          ResultCode.INDEX_NOT_READABLE,
          ResultCode.INDEX_ERROR,
          ResultCode.INDEX_NAME_TOO_LONG,
          ResultCode.INDEX_MAX_COUNT ->
          new IndexException(code, message, null);
      case ResultCode.SCAN_ABORTED, ResultCode.QUERY_ABORTED ->
          new QueryAbortedException(code, message, null);
      case ResultCode.QUERY_QUEUE_FULL, ResultCode.QUERY_ERROR ->
          new QueryException(code, message, null);
      default ->
          isSecurity(code)
              ? new AdminException(code, message, null)
              : new ServerException(code, message, null);
    };
  }

  /** Returns whether a code is about users and their rights. */
  public static boolean isSecurity(int code) {
    return code >= FIRST_SECURITY_CODE && code <= LAST_SECURITY_CODE;
  }

  /**
   * Returns the words for what a server answered.
   *
   * @param subject what was asked, or what the server added
   */
  public static String message(int code, String subject) {
    return subject
        + ": "
        + ResultCode.text(code)
        + " ("
        + ResultCode.name(code)
        + ", code "
        + code
        + ")";
  }

  /** Tells where and how a command failed, before the exception is thrown; returns it. */
  public static <E extends AerospikeException> E withContext(
      E failure, @Nullable String node, int attempts, boolean inDoubt) {
    ApiBridge.instance().context(failure, node, attempts, inDoubt);
    return failure;
  }

  public static ClientException notConnected() {
    return new ClientException(
        ResultCode.CLIENT_ERROR, "the client is not connected: call connect() first", null);
  }

  public static ClientException closed() {
    return new ClientException(
        ResultCode.CLIENT_CLOSED, "the client is closed: make a new one and connect it", null);
  }

  /** A failure of the client's own that has no other name, such as an answer it cannot read. */
  public static ClientException client(int resultCode, String message, @Nullable Throwable cause) {
    return new ClientException(resultCode, message, cause);
  }

  public static ClusterException cluster(String message, @Nullable Throwable cause) {
    return new ClusterException(ResultCode.CLUSTER_ERROR, message, cause);
  }

  public static ConnectionException connection(String message, @Nullable Throwable cause) {
    return new ConnectionException(ResultCode.CONNECTION_ERROR, message, cause);
  }

  public static AerospikeTimeoutException timeout(String message, @Nullable Throwable cause) {
    return new AerospikeTimeoutException(ResultCode.TIMEOUT, message, cause);
  }

  public static BackpressureException backpressure(String message) {
    return new BackpressureException(ResultCode.ASYNC_QUEUE_FULL, message, null);
  }
}
