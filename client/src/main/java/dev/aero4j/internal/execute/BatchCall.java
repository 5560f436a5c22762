package dev.aero4j.internal.execute;

import dev.aero4j.AerospikeException;
import dev.aero4j.internal.batch.RowFailure;
import dev.aero4j.internal.batch.RowSink;
import dev.aero4j.internal.batch.Rows;
import dev.aero4j.internal.cluster.ClusterSnapshot;
import dev.aero4j.internal.cluster.Node;
import dev.aero4j.internal.cluster.PartitionTable;
import dev.aero4j.internal.cluster.Router;
import dev.aero4j.internal.command.RowCursor;
import dev.aero4j.model.ResultCode;
import dev.aero4j.policy.BatchPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One batch from beginning to end, and what is done about each of its rows when something fails. It
 * goes in rounds: each row is given to a node, the nodes are asked ({@link BatchRound}), and the
 * rows that failed for now are the next round's, where they may go to other nodes. The rules are
 * those of {@link Trial}, row by row:
 *
 * <ul>
 *   <li>a row is in doubt exactly if it is a write whose bytes may have left and of which no answer
 *       says what became of it;
 *   <li>a row that was never sent is tried again while there is time, and that counts for nothing;
 *   <li>one that was sent is tried again as often as its policy allows.
 * </ul>
 *
 * <p>Confined to the thread that carries it out: the caller's, or a virtual thread of its own.
 */
final class BatchCall {
  private static final int[] NONE = {};

  /** The ways of the client that a batch needs. */
  interface Host {
    ClusterSnapshot snapshot();

    boolean isClosed();

    Router router();

    /** Has the cluster looked at soon. */
    void requestTend();

    /** Waits; less long when the client is closed. */
    void pause(long nanos) throws InterruptedException;
  }

  final Rows rows;
  final BatchPolicy policy;
  private final Host host;
  private final RowSink sink;
  private final long deadlineNanos;

  /** How many rows a message may have; less than the policy's once a node has refused that. */
  private int maxRows;

  /**
   * The round under way, from 0. A row is in each round until it has its outcome, so this is how
   * often it has been tried before, whether or not its bytes left: what {@link Trial} counts.
   */
  private int round;

  private int unsentRounds;

  // Of the round under way: the rows for the next, and the pause before it.
  private int[] again = NONE;
  private int againCount;
  private long pauseNanos;
  private boolean unsentInRound;

  // Of rows that have failed; made when the first one does.
  private byte @Nullable [] tries;
  private Node @Nullable [] previous;
  private @Nullable BitSet doubtful;

  /** Whether bytes of a write may have left. */
  private boolean wrote;

  // The last look-up of a namespace's partitions.
  private @Nullable PartitionTable table;
  private @Nullable ClusterSnapshot tableOf;
  private String tableNamespace = "";

  BatchCall(Host host, Rows rows, BatchPolicy policy, RowSink sink) {
    this.host = host;
    this.rows = rows;
    this.policy = policy;
    this.sink = sink;
    this.deadlineNanos = Retries.deadlineNanos(policy, System.nanoTime());
    this.maxRows = policy.maxRowsPerMessage();
  }

  long deadlineNanos() {
    return deadlineNanos;
  }

  int maxRows() {
    return maxRows;
  }

  boolean wrote() {
    return wrote;
  }

  /** Carries the batch out; every row has an outcome when it returns. */
  void run() throws InterruptedException {
    int count = rows.size();
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = i;
    }
    for (; count > 0; round++) {
      again = NONE;
      againCount = 0;
      pauseNanos = 0;
      unsentInRound = false;
      List<NodeShare> batches = new ArrayList<>();
      List<NodeShare> singles = new ArrayList<>();
      share(order, count, batches, singles);
      // One after the other, so that what travels alone takes no stream from the batches.
      ask(batches);
      ask(singles);
      order = again;
      count = againCount;
      if (count > 0 && pauseNanos > 0) {
        host.pause(pauseNanos);
      }
    }
  }

  private void ask(List<NodeShare> shares) throws InterruptedException {
    if (!shares.isEmpty()) {
      new BatchRound(this, shares).run();
    }
  }

  // ------------------------------------------------------------------ which row goes where

  private void share(int[] order, int count, List<NodeShare> batches, List<NodeShare> singles) {
    ClusterSnapshot snapshot = host.snapshot();
    boolean closed = host.isClosed();
    List<Node> nodes = new ArrayList<>();
    short @Nullable [] groups = null;
    int[] sizes = new int[2];
    int kept = 0;
    int last = -1;
    for (int i = 0; i < count; i++) {
      int row = order[i];
      Node node = closed ? closed(row) : route(snapshot, row);
      if (node == null) {
        continue;
      }
      if (last < 0 || nodes.get(last) != node) {
        last = indexOf(nodes, node);
      }
      // Two groups a node: rows of a batch message, and messages of their own.
      int group = last * 2 + (travelsAlone(row, node) ? 1 : 0);
      if (group > 0 && groups == null) {
        groups = new short[count];
      }
      if (group >= sizes.length) {
        sizes = Arrays.copyOf(sizes, nodes.size() * 2);
      }
      if (groups != null) {
        groups[kept] = (short) group;
      }
      sizes[group]++;
      order[kept++] = row;
    }
    int[] sorted = groups == null ? order : sort(order, kept, groups, sizes);
    int start = 0;
    for (int group = 0; group < nodes.size() * 2; group++) {
      int end = start + sizes[group];
      if (end > start) {
        boolean alone = (group & 1) != 0;
        (alone ? singles : batches)
            .add(new NodeShare(nodes.get(group / 2), alone, sorted, start, end));
      }
      start = end;
    }
  }

  /** Brings rows together that belong to the same group; keeps their order within it. */
  private static int[] sort(int[] order, int count, short[] groups, int[] sizes) {
    int[] ends = new int[sizes.length];
    for (int group = 1; group < sizes.length; group++) {
      ends[group] = ends[group - 1] + sizes[group - 1];
    }
    int[] sorted = new int[count];
    for (int i = 0; i < count; i++) {
      sorted[ends[groups[i]]++] = order[i];
    }
    return sorted;
  }

  private static int indexOf(List<Node> nodes, Node node) {
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i) == node) {
        return i;
      }
    }
    nodes.add(node);
    return nodes.size() - 1;
  }

  private boolean travelsAlone(int row, Node node) {
    return rows.travelsAlone(row)
        || (rows.isWrite(row) && node.build().major() < Node.FIRST_MAJOR_WITH_BATCH_WRITES);
  }

  private @Nullable Node route(ClusterSnapshot snapshot, int row) {
    Node node = null;
    try {
      PartitionTable table = table(snapshot, rows.namespace(row));
      if (table != null) {
        node =
            host.router()
                .choose(
                    table,
                    rows.partition(row),
                    rows.isWrite(row),
                    policy.replica(),
                    policy.readModeSc(),
                    round,
                    previous == null ? null : previous[row]);
      }
    } catch (AerospikeException e) {
      fail(row, e.resultCode(), null, round, e.getMessage());
      return null;
    }
    if (node == null) {
      unsent(
          row,
          ResultCode.INVALID_NODE,
          null,
          "no node serves partition "
              + rows.partition(row)
              + " of namespace "
              + rows.namespace(row)
              + " at present; is the cluster whole?");
    }
    return node;
  }

  /** Most rows are of the same namespace as the row before. */
  private @Nullable PartitionTable table(ClusterSnapshot snapshot, String namespace) {
    if (snapshot != tableOf || !namespace.equals(tableNamespace)) {
      table = Router.table(snapshot, namespace);
      tableOf = snapshot;
      tableNamespace = namespace;
    }
    return table;
  }

  private @Nullable Node closed(int row) {
    fail(row, ResultCode.CLIENT_CLOSED, null, round, "the client is closed");
    return null;
  }

  // ------------------------------------------------------------------ what becomes of a row

  /** The row has an answer. */
  void answered(int row, Node node, RowCursor answer) {
    int code = answer.resultCode();
    if (code == ResultCode.OK) {
      sink.answer(row, answer);
    } else if (Retries.isTransient(code)) {
      // A server that timed out may have applied the write all the same.
      failed(row, node, code, code == ResultCode.TIMEOUT, null);
    } else if (isDoubtful(row) || !isOutcome(code)) {
      fail(row, code, node, round + 1, null);
    } else {
      sink.answer(row, answer);
    }
  }

  /** Whether a code is what was to be found out, or comes with more than itself. */
  private static boolean isOutcome(int code) {
    return switch (code) {
      case ResultCode.KEY_NOT_FOUND, ResultCode.FILTERED_OUT, ResultCode.UDF_ERROR -> true;
      default -> false;
    };
  }

  /** Bytes of the row may have left, and no answer came. */
  void lost(int row, Node node, int code, String why) {
    failed(row, node, code, true, why);
  }

  private void failed(int row, Node node, int code, boolean mayBeApplied, @Nullable String why) {
    int counted = ++tries()[row];
    if (mayBeApplied && rows.isWrite(row)) {
      doubtful().set(row);
    }
    long wait = Retries.pauseNanos(policy);
    if (counted <= rows.maxRetries(row) && counted < Byte.MAX_VALUE && fits(wait)) {
      again(row, node, wait);
    } else {
      fail(row, code, node, round + 1, why);
    }
  }

  /** The row provably never left. */
  void unsent(int row, int code, @Nullable Node node, String why) {
    if (!unsentInRound) {
      unsentInRound = true;
      unsentRounds++;
    }
    long wait = Retries.pauseAfterUnsentNanos(policy, unsentRounds);
    if (fits(wait)) {
      again(row, node, wait);
    } else {
      fail(row, code, node, round + 1, why);
    }
  }

  /** The node has refused a message for its number of rows, and carried none of them out. */
  void tooMany(Lane lane) {
    maxRows = Math.max(1, Math.min(maxRows, lane.count / 2));
    for (int i = 0; i < lane.count; i++) {
      again(lane.row(i), lane.share.node, 0);
    }
  }

  /** The row is done with, by a code that is not its answer. */
  void ended(int row, Node node, int code, boolean mayBeApplied, String why) {
    if (mayBeApplied && rows.isWrite(row)) {
      doubtful().set(row);
    }
    fail(row, code, node, round + 1, why);
  }

  /** The row cannot be encoded. */
  void refused(int row, RuntimeException why) {
    String text = "it cannot be encoded: " + why.getMessage();
    fail(row, ResultCode.INVALID_ARGUMENT, null, round + 1, text);
  }

  /**
   * Ends a row.
   *
   * @param node the node that was tried in this round, or null; then it is that of rounds before
   */
  private void fail(int row, int code, @Nullable Node node, int attempts, @Nullable String why) {
    Node last = node == null && previous != null ? previous[row] : node;
    String name = last == null ? null : last.name();
    sink.fail(row, new RowFailure(code, isDoubtful(row), name, attempts, why));
  }

  /** A message is about to be sent. */
  void sending(Lane lane) {
    for (int i = 0; i < lane.count && !wrote; i++) {
      wrote = rows.isWrite(lane.row(i));
    }
  }

  void requestTend() {
    host.requestTend();
  }

  boolean isClosed() {
    return host.isClosed();
  }

  private void again(int row, @Nullable Node node, long wait) {
    if (againCount == again.length) {
      again = Arrays.copyOf(again, Math.max(16, again.length * 2));
    }
    again[againCount++] = row;
    pauseNanos = Math.max(pauseNanos, wait);
    if (node != null) {
      if (previous == null) {
        previous = new Node[rows.size()];
      }
      previous[row] = node;
    }
  }

  private byte[] tries() {
    if (tries == null) {
      tries = new byte[rows.size()];
    }
    return tries;
  }

  private BitSet doubtful() {
    if (doubtful == null) {
      doubtful = new BitSet(rows.size());
    }
    return doubtful;
  }

  private boolean isDoubtful(int row) {
    return doubtful != null && doubtful.get(row);
  }

  private boolean fits(long wait) {
    return System.nanoTime() + wait - deadlineNanos < 0;
  }
}
