package dev.aero4j.embedded.internal;

import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.WireWriter;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Finds the node that executes a command, and waits until the others have what it wrote. Holds no
 * state of its own.
 *
 * <p>A write is executed by the partition's master, a read by any node that holds a copy. Whoever
 * gets a command for another one passes it on.
 *
 * <p>A command is applied to all copies in one step, while it is inside the partition's {@link
 * Ownership}. A write is then answered when all holders have confirmed it:
 *
 * <ul>
 *   <li>a living holder has confirmed with that step;
 *   <li>a paused one confirms when it goes on, as if the message lay in its socket until then;
 *   <li>a dead one never does: the answer waits until the map has moved, and the new holder has got
 *       its records, this one among them, from the node that wrote it.
 * </ul>
 *
 * A node that dies takes its unconfirmed writes along, so a write is confirmed only while the node
 * that executed it lives: only then are the present holders known to have its records.
 *
 * <p>When the time that the client allows is over first, the answer is a timeout, and the write may
 * have been applied.
 */
final class RecordRouter {
  private static final int NOT_EXECUTED = -1;

  private final NodeServer node;
  private final PartitionMap partitions;
  private final Signals signals;

  RecordRouter(Cluster cluster, NodeServer node) {
    this.node = node;
    this.partitions = cluster.partitions();
    this.signals = cluster.signals();
  }

  /**
   * Executes a command where it belongs.
   *
   * @param command executes it on one node's records, appends the answer and returns the code
   * @return the result code
   */
  int execute(
      RecordRequest request,
      String namespace,
      Digest digest,
      WireWriter out,
      ToIntFunction<NamespaceStore> command)
      throws InterruptedException {
    Ownership partition = partitions.partition(namespace, digest.partitionId());
    int start = out.position();
    NodeServer server = choose(request, partition.holders());
    boolean counted = false;
    while (true) {
      if (server != node && !counted) {
        node.counters().proxied().increment();
        counted = true;
      }
      int code = enter(request, namespace, partition, server, command);
      if (code != NOT_EXECUTED) {
        boolean written = request.isWrite() && code == ResultCode.OK;
        return written && !confirmed(request, partition, server)
            ? timeout(request, out, start)
            : code;
      }
      NodeServer wanted = server;
      boolean goesOn =
          signals.await(() -> mayTry(request, partition, wanted), request.deadlineNanos());
      if (!goesOn) {
        return timeout(request, out, start);
      }
      server = choose(request, partition.holders());
    }
  }

  /** Returns the code of the command, unless the node cannot execute it now. */
  private int enter(
      RecordRequest request,
      String namespace,
      Ownership partition,
      NodeServer server,
      ToIntFunction<NamespaceStore> command) {
    long stamp = partition.enter();
    try {
      return choose(request, partition.holders()) == server && answers(server)
          ? command.applyAsInt(server.store(namespace))
          : NOT_EXECUTED;
    } finally {
      partition.leave(stamp);
    }
  }

  /**
   * Returns whether a command that one node could not execute may be tried again. A node that dies
   * takes along what was passed on to it: nobody asks again, as on a real cluster.
   */
  private boolean mayTry(RecordRequest request, Ownership partition, NodeServer wanted) {
    return answers(wanted)
        || (!wanted.isKilled() && choose(request, partition.holders()) != wanted);
  }

  /** Returns the node to execute a command; this one when there is no other. */
  private NodeServer choose(RecordRequest request, List<NodeServer> holders) {
    boolean mine = holders.isEmpty() || (!request.isWrite() && holders.contains(node));
    return mine ? node : holders.get(0);
  }

  /** This node's own commands do not wait for the end of its pause: they have come in before. */
  private boolean answers(NodeServer server) {
    return server == node ? !node.isKilled() : server.isResponsive();
  }

  private boolean confirmed(RecordRequest request, Ownership partition, NodeServer server)
      throws InterruptedException {
    return isConfirmed(partition, server)
        || signals.await(() -> isConfirmed(partition, server), request.deadlineNanos());
  }

  private boolean isConfirmed(Ownership partition, NodeServer server) {
    List<NodeServer> holders = partition.holders();
    for (int i = 0; i < holders.size(); i++) {
      if (!answers(holders.get(i))) {
        return false;
      }
    }
    // Last: while it lives, whoever holds the partition has had its records from it.
    return !server.isKilled();
  }

  private static int timeout(RecordRequest request, WireWriter out, int start) {
    out.truncate(start);
    RecordAnswer.writeCode(out, ResultCode.TIMEOUT, 0, 0, request.batchIndex());
    return ResultCode.TIMEOUT;
  }
}
