package dev.aero4j.internal.cluster;

import dev.aero4j.AerospikeException;
import dev.aero4j.AerospikeTimeoutException;
import dev.aero4j.ClientException;
import dev.aero4j.ClusterException;
import dev.aero4j.ConnectionException;
import dev.aero4j.InfoNodeResult;
import dev.aero4j.InvalidArgumentException;
import dev.aero4j.ServerException;
import dev.aero4j.model.ResultCode;
import dev.aero4j.policy.InfoPolicy;
import dev.aero4j.wire.info.InfoError;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Info commands of the caller. Each question to a node has a virtual thread and a connection of its
 * own, so that a slow answer holds nobody up. Safe for all threads.
 */
final class ClusterInfo {
  private final ExecutorService executor;

  ClusterInfo(int number) {
    executor =
        Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("aero4j-info-" + number + "-", 0).factory());
  }

  /** Asks every node; a node that fails has its failure in its place. */
  CompletableFuture<List<InfoNodeResult>> askAll(
      List<Node> nodes, String command, InfoPolicy policy) {
    if (nodes.isEmpty()) {
      return CompletableFuture.failedFuture(noNode());
    }
    check(command);
    List<CompletableFuture<InfoNodeResult>> results = new ArrayList<>(nodes.size());
    for (Node node : nodes) {
      results.add(
          run(() -> ask(node, command, policy))
              .handle(
                  (answer, failure) ->
                      failure == null
                          ? answered(node, answer)
                          : new InfoNodeResult(node.name(), codeOf(failure), Reasons.of(failure))));
    }
    return CompletableFuture.allOf(results.toArray(CompletableFuture[]::new))
        .thenApply(done -> results.stream().map(CompletableFuture::join).toList());
  }

  /** Asks one node after another, from a random one on, until one answers. */
  CompletableFuture<String> askAny(List<Node> nodes, String command, InfoPolicy policy) {
    if (nodes.isEmpty()) {
      return CompletableFuture.failedFuture(noNode());
    }
    check(command);
    List<Node> order = new ArrayList<>(nodes);
    Collections.rotate(order, ThreadLocalRandom.current().nextInt(order.size()));
    return run(() -> firstAnswer(order, command, policy));
  }

  private static String firstAnswer(List<Node> nodes, String command, InfoPolicy policy) {
    AerospikeException last = noNode();
    for (Node node : nodes) {
      try {
        String answer = ask(node, command, policy);
        InfoError error = InfoError.parse(answer);
        if (error != null) {
          throw refused(node, command, error);
        }
        return answer;
      } catch (IOException e) {
        last = unanswered(node, command, e);
      }
      if (Thread.currentThread().isInterrupted()) {
        throw clientIsClosed(last);
      }
    }
    throw last;
  }

  /** Returns whether any of the nodes answers. */
  CompletableFuture<Boolean> ping(List<Node> nodes, InfoPolicy policy) {
    CompletableFuture<Boolean> answered = new CompletableFuture<>();
    List<CompletableFuture<?>> pings = new ArrayList<>(nodes.size());
    for (Node node : nodes) {
      pings.add(run(() -> answered.complete(!ask(node, "node", policy).isEmpty())));
    }
    CompletableFuture<Boolean> noneLeft =
        CompletableFuture.allOf(pings.toArray(CompletableFuture[]::new))
            .handle((done, failure) -> false);
    return answered.applyToEither(noneLeft, answer -> answer);
  }

  /** Ends all questions; what still waits fails. */
  void close() {
    executor.shutdownNow();
    try {
      executor.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private <T> CompletableFuture<T> run(Callable<T> question) {
    CompletableFuture<T> result = new CompletableFuture<>();
    try {
      executor.execute(
          () -> {
            try {
              result.complete(question.call());
            } catch (Throwable e) {
              result.completeExceptionally(executor.isShutdown() ? clientIsClosed(e) : e);
            }
          });
    } catch (RejectedExecutionException e) {
      result.completeExceptionally(clientIsClosed(e));
    }
    return result;
  }

  private static String ask(Node node, String command, InfoPolicy policy) throws IOException {
    int millis = policy.timeoutMillis();
    Deadline deadline = Deadline.in(millis == 0 ? Integer.MAX_VALUE : millis);
    try (InfoConnection connection = InfoConnection.open(node.address(), deadline)) {
      String answer = connection.ask(List.of(command), deadline).get(command);
      if (answer == null) {
        throw new IOException("the node gave no answer to this command");
      }
      return answer;
    }
  }

  private static void check(String command) {
    if (command.isBlank() || command.indexOf('\n') >= 0) {
      throw new InvalidArgumentException(
          "an info command is one line of text, seen \"" + command.replace("\n", "\\n") + "\"");
    }
  }

  private static InfoNodeResult answered(Node node, String answer) {
    InfoError error = InfoError.parse(answer);
    return error == null
        ? new InfoNodeResult(node.name(), ResultCode.OK, answer)
        : new InfoNodeResult(node.name(), error.code(), error.text());
  }

  private static AerospikeException noNode() {
    return new ClusterException(
        ResultCode.CLUSTER_ERROR, "no node of the cluster is known at the moment", null);
  }

  private static AerospikeException clientIsClosed(Throwable cause) {
    return new ClientException(ResultCode.CLIENT_CLOSED, "the client is closed", cause);
  }

  private static AerospikeException refused(Node node, String command, InfoError error) {
    return new ServerException(
        error.code(),
        "node " + node + " refused the info command \"" + command + "\": " + error.text(),
        null);
  }

  private static AerospikeException unanswered(Node node, String command, IOException failure) {
    String text =
        "node "
            + node
            + " did not answer the info command \""
            + command
            + "\": "
            + Reasons.of(failure);
    return failure instanceof SocketTimeoutException
        ? new AerospikeTimeoutException(ResultCode.TIMEOUT, text, failure)
        : new ConnectionException(ResultCode.CONNECTION_ERROR, text, failure);
  }

  private static int codeOf(Throwable failure) {
    return switch (failure) {
      case SocketTimeoutException timeout -> ResultCode.TIMEOUT;
      case AerospikeException known -> known.resultCode();
      default -> ResultCode.CONNECTION_ERROR;
    };
  }
}
