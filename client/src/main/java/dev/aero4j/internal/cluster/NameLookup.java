package dev.aero4j.internal.cluster;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Turns host names into addresses before a deadline. The system's lookup can neither be interrupted
 * nor given a time limit, and would hold the carrier of a virtual thread, so it gets a daemon
 * thread of its own; who asks for a name that is being looked up already waits for that lookup.
 */
final class NameLookup {
  /** The system's lookup; tests have their own. */
  @FunctionalInterface
  interface Resolver {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  private final Resolver resolver;
  private final ConcurrentHashMap<String, CompletableFuture<List<InetAddress>>> running =
      new ConcurrentHashMap<>();

  NameLookup(Resolver resolver) {
    this.resolver = resolver;
  }

  /**
   * Returns every address of a host.
   *
   * @throws UnknownHostException when there is no such host
   * @throws IOException when the lookup takes too long
   */
  List<InetAddress> addresses(String host, Deadline deadline) throws IOException {
    if (isNumber(host)) {
      return List.of(InetAddress.getByName(host));
    }
    CompletableFuture<List<InetAddress>> mine = new CompletableFuture<>();
    CompletableFuture<List<InetAddress>> others = running.putIfAbsent(host, mine);
    if (others == null) {
      Thread.ofPlatform().daemon().name("aero4j-dns-" + host).start(() -> look(host, mine));
    }
    String slow = "the lookup of the host name gave no answer";
    try {
      return (others == null ? mine : others)
          .get(deadline.remainingMillis(slow), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw deadline.expired(slow);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while looking up " + host);
    } catch (ExecutionException e) {
      throw switch (e.getCause()) {
        case UnknownHostException unknown ->
            (IOException) new UnknownHostException("unknown host " + host).initCause(unknown);
        case null, default -> new IOException("cannot look up " + host, e.getCause());
      };
    }
  }

  private void look(String host, CompletableFuture<List<InetAddress>> result) {
    List<InetAddress> found = List.of();
    Throwable failure = null;
    try {
      found = List.of(resolver.resolve(host));
    } catch (IOException | RuntimeException e) {
      failure = e;
    }
    // Before it completes, so that whoever asks next gets a fresh lookup.
    running.remove(host, result);
    if (failure == null) {
      result.complete(found);
    } else {
      result.completeExceptionally(failure);
    }
  }

  private static boolean isNumber(String host) {
    return host.indexOf(':') >= 0 || host.chars().allMatch(c -> c == '.' || Character.isDigit(c));
  }
}
