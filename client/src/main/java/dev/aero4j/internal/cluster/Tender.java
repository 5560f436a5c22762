package dev.aero4j.internal.cluster;

import dev.aero4j.internal.cluster.ClusterView.Member;
import dev.aero4j.internal.cluster.NodeConversation.Introduction;
import dev.aero4j.internal.cluster.SeedSearch.SeedFailure;
import dev.aero4j.wire.info.HostPort;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the view of the cluster up to date.
 *
 * <p>One daemon thread owns everything that changes here and does no I/O. Once an interval it
 * starts a question to each node that is not busy with the last one; the questions run on virtual
 * threads and come back as events. The thread takes the events as they come, makes the next view
 * and publishes its snapshot. So a node that does not answer delays news of itself only.
 *
 * <p>While no node answers, the seeds are searched too, with their names looked up anew.
 */
final class Tender {
  /** Two rounds of questions are at least this far apart, however often one is requested. */
  static final long SHORTEST_INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private static final Logger LOG = LoggerFactory.getLogger(Tender.class);
  private static final long CLOSE_WAIT_MILLIS = 1000;

  private final TendSettings settings;
  private final NodeFinder finder;
  private final ExecutorService executor;
  private final Thread thread;
  private final long intervalNanos;

  private final AtomicBoolean tendRequested = new AtomicBoolean();
  private final CompletableFuture<List<SeedFailure>> ready = new CompletableFuture<>();
  private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();
  // Guarded by events; after it is set, nobody takes events any more.
  private boolean finished;
  private volatile boolean closed;
  private volatile boolean usable;

  // All below is confined to the thread.
  private final Membership membership;
  private final Set<Node> asking = new HashSet<>();
  private final Set<String> searching = new HashSet<>();
  private final Set<String> searchedThisRound = new HashSet<>();
  private final Set<String> unreachable = new HashSet<>();
  private boolean seedSearchRuns;
  private boolean seedsSearchedThisRound;
  private boolean lost;
  private Deadline connectDeadline;
  private long lastRound;
  private long nextRound;

  Tender(
      int number,
      TendSettings settings,
      NodeFinder finder,
      NodeChannelFactory channels,
      Consumer<ClusterSnapshot> publisher) {
    this.settings = settings;
    this.finder = finder;
    this.membership = new Membership(channels, publisher);
    this.intervalNanos = TimeUnit.MILLISECONDS.toNanos(settings.tendIntervalMillis());
    this.connectDeadline = Deadline.in(settings.connectLimitMillis());
    String name = "aero4j-tend-" + number;
    this.executor =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(name + "-io-", 0).factory());
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
  }

  /** What the thread is told. */
  private sealed interface Event {
    /** A question to a node has been answered or has failed. */
    record Asked(NodeReport report, @Nullable Throwable failure) implements Event {}

    /** The search for a peer has ended; exactly one of the two is there. */
    record PeerSearched(String name, @Nullable Introduction met, @Nullable Throwable failure)
        implements Event {}

    /** The search at the seeds has ended. */
    record SeedsSearched(SeedSearch.Result result) implements Event {}

    /** Something else is to be looked at. */
    record Wake() implements Event {}
  }

  /**
   * Returns what completes with an empty list once commands can be routed, or with what kept every
   * seed from leading to a node; cancelled when this is closed before.
   */
  CompletableFuture<List<SeedFailure>> ready() {
    return ready;
  }

  void start() {
    connectDeadline = Deadline.in(settings.connectLimitMillis());
    nextRound = System.nanoTime();
    lastRound = nextRound - intervalNanos;
    thread.start();
  }

  /** Asks for a round soon; from any thread, as often as it likes. */
  void requestTend() {
    if (tendRequested.compareAndSet(false, true)) {
      post(new Event.Wake());
    }
  }

  /** Returns whether some node answered when it was last asked. */
  boolean isUsable() {
    return usable;
  }

  /** Ends all questions and closes everything; waits for that, but not for long. */
  void close() {
    closed = true;
    thread.interrupt();
    if (Thread.currentThread() == thread) {
      return;
    }
    try {
      if (thread.join(Duration.ofMillis(CLOSE_WAIT_MILLIS))
          && !executor.awaitTermination(CLOSE_WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
        LOG.debug("questions to nodes have not ended yet");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!closed) {
        try {
          turn();
        } catch (InterruptedException e) {
          // Only close() interrupts, and the loop sees it.
        } catch (RuntimeException e) {
          LOG.error("tending failed; it goes on with the next round", e);
        }
      }
    } finally {
      finish();
    }
  }

  private void turn() throws InterruptedException {
    if (tendRequested.getAndSet(false)) {
      nextRound = earlier(nextRound, lastRound + SHORTEST_INTERVAL_NANOS);
    }
    if (System.nanoTime() - nextRound >= 0) {
      startRound();
    }
    long until = ready.isDone() ? nextRound : earlier(nextRound, connectDeadline.atNanos());
    Event first = events.poll(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
    if (first != null) {
      List<Event> batch = new ArrayList<>();
      batch.add(first);
      events.drainTo(batch);
      handle(batch);
    }
    if (!ready.isDone()) {
      checkReady();
    }
  }

  private static long earlier(long a, long b) {
    return a - b < 0 ? a : b;
  }

  private void startRound() {
    lastRound = System.nanoTime();
    nextRound = lastRound + intervalNanos;
    searchedThisRound.clear();
    seedsSearchedThisRound = false;
    for (Member member : membership.view().members().values()) {
      NodeConversation conversation = membership.conversation(member.node());
      if (conversation != null && asking.add(member.node())) {
        executor.execute(() -> ask(member, conversation));
      }
    }
    searchWhatIsMissing();
  }

  private void handle(List<Event> batch) {
    List<NodeReport> reports = new ArrayList<>();
    List<SeedFailure> seedFailures = null;
    for (Event event : batch) {
      switch (event) {
        case Event.Asked(NodeReport report, Throwable failure) -> {
          asking.remove(report.node());
          noteHealth(report.node(), failure);
          reports.add(report);
        }
        case Event.PeerSearched(String name, Introduction met, Throwable failure) -> {
          searching.remove(name);
          notePeer(name, failure);
          welcome(met, reports);
        }
        case Event.SeedsSearched(SeedSearch.Result result) -> {
          seedSearchRuns = false;
          welcome(result.found(), reports);
          if (result.found() == null) {
            seedFailures = result.failures();
          }
        }
        case Event.Wake wake -> {}
      }
    }
    if (!reports.isEmpty()) {
      membership.apply(reports);
      usable = membership.view().anyAnswers();
      // With the last node gone, the seeds are searched at once.
      seedsSearchedThisRound &= !membership.isEmpty() || seedFailures != null;
    }
    searchWhatIsMissing();
    if (membership.isEmpty() && seedFailures != null) {
      noteLoss(seedFailures);
    } else if (lost && usable) {
      lost = false;
      LOG.info("the cluster was found again");
    }
  }

  private void welcome(@Nullable Introduction met, List<NodeReport> reports) {
    NodeReport joined = met == null ? null : membership.welcome(met);
    if (joined != null) {
      reports.add(joined);
    }
  }

  private void searchWhatIsMissing() {
    Map<String, List<HostPort>> missing = membership.view().missingPeers();
    unreachable.retainAll(missing.keySet());
    missing.forEach(
        (name, hosts) -> {
          if (searchedThisRound.add(name) && searching.add(name)) {
            executor.execute(() -> searchPeer(name, hosts));
          }
        });
    if (!membership.view().anyAnswers() && !seedSearchRuns && !seedsSearchedThisRound) {
      seedSearchRuns = true;
      seedsSearchedThisRound = true;
      SeedSearch search =
          new SeedSearch(
              settings.seeds(), finder, executor, Deadline.in(settings.meetingLimitMillis()));
      executor.execute(() -> searchSeeds(search));
    }
  }

  private void ask(Member member, NodeConversation conversation) {
    Node node = member.node();
    try {
      NodeAnswer answer = conversation.refresh(member.generations(), node.channel()::suspect);
      post(new Event.Asked(new NodeReport.Answered(node, answer), null));
    } catch (IOException | RuntimeException e) {
      post(new Event.Asked(new NodeReport.Failed(node), e));
    }
  }

  private void searchPeer(String name, List<HostPort> hosts) {
    try {
      post(new Event.PeerSearched(name, finder.atPeer(hosts), null));
    } catch (IOException | RuntimeException e) {
      post(new Event.PeerSearched(name, null, e));
    }
  }

  private void searchSeeds(SeedSearch search) {
    try {
      post(new Event.SeedsSearched(search.run()));
    } catch (RuntimeException e) {
      SeedFailure failure = new SeedFailure("all seeds", e);
      post(new Event.SeedsSearched(new SeedSearch.Result(null, List.of(failure))));
    }
  }

  private void post(Event event) {
    synchronized (events) {
      if (!finished) {
        events.add(event);
        return;
      }
    }
    discard(event);
  }

  private static void discard(Event event) {
    Introduction met =
        switch (event) {
          case Event.PeerSearched searched -> searched.met();
          case Event.SeedsSearched searched -> searched.result().found();
          case Event.Asked asked -> null;
          case Event.Wake wake -> null;
        };
    if (met != null) {
      met.conversation().close();
    }
  }

  private void noteHealth(Node node, @Nullable Throwable failure) {
    Member known = membership.view().member(node.name());
    if (known == null || known.node() != node) {
      return;
    }
    if (failure == null) {
      if (!known.answers()) {
        LOG.info("node {} answers again", node);
      }
    } else if (known.answers()) {
      LOG.warn("node {} cannot be asked: {}", node, Reasons.of(failure));
      LOG.debug("node {} cannot be asked", node, failure);
    } else {
      LOG.debug("node {} still cannot be asked: {}", node, Reasons.of(failure));
    }
  }

  private void notePeer(String name, @Nullable Throwable failure) {
    if (failure == null) {
      unreachable.remove(name);
    } else if (unreachable.add(name) && membership.view().member(name) == null) {
      LOG.warn("node {}, a peer of known nodes, cannot be met: {}", name, Reasons.of(failure));
      LOG.debug("node {} cannot be met", name, failure);
    }
  }

  private void noteLoss(List<SeedFailure> failures) {
    if (!ready.isDone() && settings.failIfNotConnected()) {
      ready.complete(failures);
    } else if (!lost) {
      lost = true;
      ready.complete(List.of());
      LOG.warn(
          "no node of the cluster is known, and no seed leads to one: {}",
          SeedFailure.list(failures));
    } else {
      LOG.debug("still no seed leads to a node: {}", SeedFailure.list(failures));
    }
  }

  /** The first command can be routed once the nodes that the first one knows were all met. */
  private void checkReady() {
    boolean late = connectDeadline.hasPassed();
    if (!membership.isEmpty() && (searching.isEmpty() || late)) {
      ready.complete(List.of());
    } else if (late) {
      SocketTimeoutException cause = connectDeadline.expired("no answer");
      ready.complete(
          settings.seeds().stream().map(seed -> new SeedFailure(seed.format(), cause)).toList());
    }
  }

  private void finish() {
    usable = false;
    List<Event> left = new ArrayList<>();
    synchronized (events) {
      finished = true;
      events.drainTo(left);
    }
    left.forEach(Tender::discard);
    membership.close();
    executor.shutdownNow();
    ready.cancel(false);
  }
}
