package dev.aero4j.internal.cluster;

import dev.aero4j.internal.cluster.NodeConversation.Introduction;
import dev.aero4j.wire.info.HostPort;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One search for the cluster at all addresses of all seeds at once. The first node that has peers
 * wins; one without may stand alone beside the cluster, so it is only taken when no other is found,
 * and then the one of the seed that stands first.
 *
 * <p>Runs on the thread that calls {@link #run}; the attempts run on the executor and hand over
 * what they find through {@link #outcomes}.
 */
final class SeedSearch {
  /**
   * How a search ended.
   *
   * @param found a node, or null when no seed led to one
   * @param failures of the seeds that were tried
   */
  record Result(@Nullable Introduction found, List<SeedFailure> failures) {}

  /**
   * A seed that did not lead to a node.
   *
   * @param where host and port, as configured, with the address when it is known
   */
  record SeedFailure(String where, Throwable cause) {
    static String list(List<SeedFailure> failures) {
      return failures.stream().map(SeedFailure::toString).collect(Collectors.joining("; "));
    }

    @Override
    public String toString() {
      return where + ": " + Reasons.of(cause);
    }
  }

  /** What came of one attempt: exactly one of {@code more}, {@code met} and {@code failure}. */
  private record Outcome(
      int seed,
      String where,
      List<InetSocketAddress> more,
      @Nullable Introduction met,
      @Nullable Throwable failure) {}

  private final List<HostPort> seeds;
  private final NodeFinder finder;
  private final Executor executor;
  private final Deadline deadline;
  private final LinkedBlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
  // Guarded by this; after it is set, whoever still comes with a connection closes it.
  private boolean over;

  SeedSearch(List<HostPort> seeds, NodeFinder finder, Executor executor, Deadline deadline) {
    this.seeds = seeds;
    this.finder = finder;
    this.executor = executor;
    this.deadline = deadline;
  }

  /** Searches until a node is found, all attempts have failed, or the time is over. */
  Result run() {
    Introduction winner = null;
    List<Outcome> alone = new ArrayList<>();
    try {
      List<SeedFailure> failures = new ArrayList<>();
      List<String> running = new ArrayList<>();
      for (int i = 0; i < seeds.size(); i++) {
        running.add(seeds.get(i).format());
        lookUp(i, seeds.get(i));
      }
      while (!running.isEmpty() && winner == null) {
        Outcome outcome = outcomes.poll(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
        if (outcome == null) {
          String slow = "no answer";
          running.forEach(where -> failures.add(new SeedFailure(where, deadline.expired(slow))));
          break;
        }
        running.remove(outcome.where());
        if (outcome.failure() != null) {
          failures.add(new SeedFailure(outcome.where(), outcome.failure()));
        } else if (outcome.met() == null) {
          for (InetSocketAddress address : outcome.more()) {
            running.add(Addresses.format(address));
            meet(outcome.seed(), address);
          }
        } else if (hasPeers(outcome.met())) {
          winner = outcome.met();
        } else {
          alone.add(outcome);
        }
      }
      if (winner == null && !alone.isEmpty()) {
        alone.sort(Comparator.comparingInt(Outcome::seed));
        winner = alone.remove(0).met();
      }
      return new Result(winner, failures);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Result(null, List.of());
    } finally {
      giveUp(alone);
    }
  }

  private static boolean hasPeers(Introduction met) {
    return met.answer().peers() != null && !met.answer().peers().isEmpty();
  }

  private void lookUp(int seed, HostPort host) {
    String where = host.format();
    start(seed, where, () -> offer(new Outcome(seed, where, finder.addresses(host), null, null)));
  }

  private void meet(int seed, InetSocketAddress address) {
    String where = Addresses.format(address);
    start(
        seed,
        where,
        () -> offer(new Outcome(seed, where, List.of(), finder.atSeed(address), null)));
  }

  /** A step of an attempt. */
  private interface Step {
    void run() throws IOException;
  }

  private void start(int seed, String where, Step step) {
    try {
      executor.execute(
          () -> {
            try {
              step.run();
            } catch (IOException | RuntimeException e) {
              offer(new Outcome(seed, where, List.of(), null, e));
            }
          });
    } catch (RejectedExecutionException e) {
      offer(new Outcome(seed, where, List.of(), null, e));
    }
  }

  private synchronized void offer(Outcome outcome) {
    if (!over) {
      outcomes.add(outcome);
    } else if (outcome.met() != null) {
      outcome.met().conversation().close();
    }
  }

  /** Closes what was found but not taken, also what is found from now on. */
  private synchronized void giveUp(List<Outcome> alone) {
    over = true;
    alone.addAll(outcomes);
    for (Outcome outcome : alone) {
      if (outcome.met() != null) {
        outcome.met().conversation().close();
      }
    }
  }
}
