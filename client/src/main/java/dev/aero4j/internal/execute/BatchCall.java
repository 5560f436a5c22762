package dev.aero4j.internal.execute;

import dev.aero4j.AerospikeException;
import dev.aero4j.internal.batch.RowFailure;
import dev.aero4j.internal.batch.RowSink;
import dev.aero4j.internal.batch.Rows;
import dev.aero4j.internal.cluster.ClusterSnapshot;
import dev.aero4j.internal.cluster.Node;
import dev.aero4j.internal.cluster.PartitionTable;
import dev.aero4j.internal.cluster.Router;
import dev.aero4j.internal.command.ApplyCommand;
import dev.aero4j.internal.command.Errors;
import dev.aero4j.internal.command.RowCursor;
import dev.aero4j.model.ResultCode;
import dev.aero4j.policy.BatchPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One batch from beginning to end, as far as its rows are concerned: which node each is given to,
 * and what is done about it when something fails. {@link BatchLoop} asks the nodes, and comes back
 * for the rows whose time to be tried again has come ({@link #due}); other rows go on meanwhile.
 * The rules are those of {@link Trial}, row by row:
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

  // Rows to be tried again, when, and the earliest of those times.
  private int[] again = NONE;
  private long[] dueNanos = {};
  private int againCount;
  private long nextDueNanos;

  // Of rows that have failed; made when the first one does.

  /** How often the row was tried: what {@link Trial} counts. */
  private int @Nullable [] attempts;

  /** How often it was sent. */
  private int @Nullable [] sent;

  private Node @Nullable [] previous;
  private @Nullable BitSet doubtful;

  /** Of a batch many records may be missing: what is said of them is shared. */
  private @Nullable RowFailure lastFailure;

  /** Whether bytes of a write may have left. */
  private boolean wrote;

  // The last look-up of a namespace's partitions, or why there are none.
  private @Nullable PartitionTable table;
  private @Nullable AerospikeException tableFailure;
  private @Nullable ClusterSnapshot tableOf;
  private String tableNamespace = "";

  /**
   * @param startNanos when the caller called
   */
  BatchCall(Host host, Rows rows, BatchPolicy policy, RowSink sink, long startNanos) {
    this.host = host;
    this.rows = rows;
    this.policy = policy;
    this.sink = sink;
    this.deadlineNanos = Retries.deadlineNanos(policy, startNanos);
  }

  long deadlineNanos() {
    return deadlineNanos;
  }

  boolean wrote() {
    return wrote;
  }

  /** Carries the batch out; every row has an outcome when it returns. */
  void run() throws InterruptedException {
    new BatchLoop(this).run();
  }

  /** Gives all rows to nodes. */
  List<NodeShare> begin() {
    int[] order = new int[rows.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    return share(order, order.length);
  }

  /** Whether rows wait for their time to be tried again. */
  boolean waits() {
    return againCount > 0;
  }

  /** When the first of them is due. */
  long nextDueNanos() {
    return nextDueNanos;
  }

  /** Waits until a row is due, or the client is closed. */
  void pauseUntilDue() throws InterruptedException {
    long wait = nextDueNanos - System.nanoTime();
    if (wait > 0) {
      host.pause(wait);
    }
  }

  /** Gives rows whose time has come to nodes. When the client is closed, that is all of them. */
  List<NodeShare> due(long now) {
    if (againCount == 0 || (nextDueNanos - now > 0 && !host.isClosed())) {
      return List.of();
    }
    boolean all = host.isClosed();
    int[] order = new int[againCount];
    int count = 0;
    int kept = 0;
    for (int i = 0; i < againCount; i++) {
      if (all || dueNanos[i] - now <= 0) {
        order[count++] = again[i];
      } else {
        nextDueNanos = earlier(kept, dueNanos[i]);
        again[kept] = again[i];
        dueNanos[kept++] = dueNanos[i];
      }
    }
    againCount = kept;
    return share(order, count);
  }

  /** Returns the earliest time when one is added to {@code count} of them. */
  private long earlier(int count, long time) {
    return count == 0 || time - nextDueNanos < 0 ? time : nextDueNanos;
  }

  // ------------------------------------------------------------------ which row goes where

  /** Batches first, so that what travels alone takes no stream from them. */
  private List<NodeShare> share(int[] order, int count) {
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
    List<NodeShare> shares = new ArrayList<>(nodes.size());
    List<NodeShare> singles = new ArrayList<>();
    int start = 0;
    for (int group = 0; group < nodes.size() * 2; group++) {
      int end = start + sizes[group];
      if (end > start) {
        boolean alone = (group & 1) != 0;
        (alone ? singles : shares)
            .add(new NodeShare(nodes.get(group / 2), alone, sorted, start, end));
      }
      start = end;
    }
    shares.addAll(singles);
    return shares;
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
        || (node.build().major() < Node.FIRST_MAJOR_WITH_BATCH_WRITES && !rows.fitsOldBatch(row));
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
                    rows.readModeSc(row),
                    attempts(row),
                    previous == null ? null : previous[row]);
      }
    } catch (AerospikeException e) {
      fail(row, e.resultCode(), null, attempts(row), e.getMessage());
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
      tableFailure = null;
      try {
        table = Router.table(snapshot, namespace);
      } catch (AerospikeException e) {
        tableFailure = e;
      }
      tableOf = snapshot;
      tableNamespace = namespace;
    }
    if (tableFailure != null) {
      throw tableFailure;
    }
    return table;
  }

  private @Nullable Node closed(int row) {
    fail(row, ResultCode.CLIENT_CLOSED, null, attempts(row), "the client is closed");
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
    } else {
      String words =
          code == ResultCode.UDF_ERROR
              ? ApplyCommand.failure(answer.copy())
              : rows.details(row, code);
      String why = words == null || words.isEmpty() ? null : Errors.message(code, words);
      fail(row, code, node, attempts(row) + 1, why);
    }
  }

  /** Bytes of the row may have left, and no answer came. */
  void lost(int row, Node node, int code, String why) {
    failed(row, node, code, true, why);
  }

  private void failed(int row, Node node, int code, boolean mayBeApplied, @Nullable String why) {
    if (sent == null) {
      sent = new int[rows.size()];
    }
    int counted = ++sent[row];
    if (mayBeApplied && rows.isWrite(row)) {
      doubtful().set(row);
    }
    long wait = Retries.pauseNanos(policy);
    if (counted <= rows.maxRetries(row) && fits(wait)) {
      again(row, node, wait);
    } else {
      fail(row, code, node, attempts(row) + 1, why);
    }
  }

  /** The row provably never left. */
  void unsent(int row, int code, @Nullable Node node, String why) {
    int unsent = attempts(row) + 1 - (sent == null ? 0 : sent[row]);
    long wait = Retries.pauseAfterUnsentNanos(policy, unsent);
    if (fits(wait)) {
      again(row, node, wait);
    } else {
      fail(row, code, node, attempts(row) + 1, why);
    }
  }

  /** The node has refused a message for its number of rows, and carried none of them out. */
  void tooMany(int row) {
    enqueue(row, System.nanoTime());
  }

  /** The row is done with, by a code that is not its answer. */
  void ended(int row, Node node, int code, boolean mayBeApplied, String why) {
    if (mayBeApplied && rows.isWrite(row)) {
      doubtful().set(row);
    }
    fail(row, code, node, attempts(row) + 1, why);
  }

  /** The row cannot be encoded. */
  void refused(int row, RuntimeException why) {
    String text = "it cannot be encoded: " + why.getMessage();
    fail(row, ResultCode.INVALID_ARGUMENT, null, attempts(row) + 1, text);
  }

  /**
   * Ends a row.
   *
   * @param node the node that was tried now, or null; then it is the one before
   */
  private void fail(int row, int code, @Nullable Node node, int attempts, @Nullable String why) {
    Node last = node == null && previous != null ? previous[row] : node;
    String name = last == null ? null : last.name();
    boolean inDoubt = isDoubtful(row);
    RowFailure failure = lastFailure;
    if (failure == null || !failure.says(code, inDoubt, name, attempts, why)) {
      failure = new RowFailure(code, inDoubt, name, attempts, why);
      lastFailure = failure;
    }
    sink.fail(row, failure);
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
    if (attempts == null) {
      attempts = new int[rows.size()];
    }
    attempts[row]++;
    if (node != null) {
      if (previous == null) {
        previous = new Node[rows.size()];
      }
      previous[row] = node;
    }
    enqueue(row, System.nanoTime() + wait);
  }

  private void enqueue(int row, long due) {
    if (againCount == again.length) {
      int capacity = Math.max(16, again.length * 2);
      again = Arrays.copyOf(again, capacity);
      dueNanos = Arrays.copyOf(dueNanos, capacity);
    }
    nextDueNanos = earlier(againCount, due);
    again[againCount] = row;
    dueNanos[againCount++] = due;
  }

  private int attempts(int row) {
    return attempts == null ? 0 : attempts[row];
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
