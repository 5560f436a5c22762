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
   * Executes a command where it belongs, if that can be done now.
   *
   * @param command executes it on one node's records, appends the answer and returns the code
   * @return whether that node, or the copies of what it wrote, are still to be waited for
   */
  Progress begin(
      RecordRequest request,
      String namespace,
      Digest digest,
      WireWriter out,
      ToIntFunction<NamespaceStore> command) {
    Ownership partition = partitions.partition(namespace, digest.partitionId());
    return new Passage(request, namespace, partition, out, command).begin();
  }

  /** One command on its way. Confined to its connection's thread. */
  private final class Passage implements Progress.Rest {
    private final RecordRequest request;
    private final String namespace;
    private final Ownership partition;
    private final WireWriter out;
    private final ToIntFunction<NamespaceStore> command;

    /** The node that executes it, or is to. */
    private NodeServer server = node;

    private int code = NOT_EXECUTED;
    private boolean passedOn;

    Passage(
        RecordRequest request,
        String namespace,
        Ownership partition,
        WireWriter out,
        ToIntFunction<NamespaceStore> command) {
      this.request = request;
      this.namespace = namespace;
      this.partition = partition;
      this.out = out;
      this.command = command;
    }

    Progress begin() {
      attempt();
      return code != NOT_EXECUTED && isSettled() ? Progress.done(code) : Progress.waiting(this);
    }

    @Override
    public int await(int start) throws InterruptedException {
      while (code == NOT_EXECUTED) {
        if (request.isLate() || !signals.await(this::mayTry, request.deadlineNanos())) {
          return timeout(start);
        }
        attempt();
      }
      return isSettled() || signals.await(this::isSettled, request.deadlineNanos())
          ? code
          : timeout(start);
    }

    private void attempt() {
      server = choose();
      if (server != node && !passedOn) {
        node.counters().proxied().increment();
        passedOn = true;
      }
      code = enter();
    }

    /** Returns the code of the command, unless the node cannot execute it now. */
    private int enter() {
      long stamp = partition.enter();
      try {
        return choose() == server && answers(server)
            ? command.applyAsInt(server.store(namespace))
            : NOT_EXECUTED;
      } finally {
        partition.leave(stamp);
      }
    }

    /**
     * Returns whether a command that one node could not execute may be tried again. A node that
     * dies takes along what was passed on to it: nobody asks again, as on a real cluster.
     */
    private boolean mayTry() {
      return answers(server) || (!server.isKilled() && choose() != server);
    }

    /** Returns the node to execute the command; this one when there is no other. */
    private NodeServer choose() {
      List<NodeServer> holders = partition.holders();
      boolean mine = holders.isEmpty() || (!request.isWrite() && holders.contains(node));
      return mine ? node : holders.get(0);
    }

    /** Returns whether nothing was written, or all who hold the partition have it. */
    private boolean isSettled() {
      if (!request.isWrite() || code != ResultCode.OK) {
        return true;
      }
      List<NodeServer> holders = partition.holders();
      for (int i = 0; i < holders.size(); i++) {
        if (!answers(holders.get(i))) {
          return false;
        }
      }
      // Last: while it lives, whoever holds the partition has had its records from it.
      return !server.isKilled();
    }

    private int timeout(int start) {
      out.truncate(start);
      return RecordAnswer.timeout(request, out);
    }
  }

  /** This node's own commands do not wait for the end of its pause: they have come in before. */
  private boolean answers(NodeServer server) {
    return server == node ? !node.isKilled() : server.isResponsive();
  }
}
