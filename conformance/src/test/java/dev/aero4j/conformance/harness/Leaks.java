package dev.aero4j.conformance.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares the client's threads and the process's open files (sockets too) with a moment before.
 */
public final class Leaks {
  /** The JVM opens a few files by itself; a leak shows because what may leak is done many times. */
  private static final long FILES_OF_OTHERS = 4;

  private final Set<String> threads = threads();
  private final long files = files();

  private Leaks() {}

  /** Takes note of what there is now. */
  public static Leaks since() {
    return new Leaks();
  }

  /** Fails unless everything has been given back, at once or within seconds. */
  public void assertNone() {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> {
              assertThat(threads).as("threads of clients").containsAll(threads());
              assertThat(files()).as("open files").isLessThanOrEqualTo(files + FILES_OF_OTHERS);
            });
  }

  private static Set<String> threads() {
    Set<String> names = new TreeSet<>();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("aero4j")) {
        names.add(thread.getName() + " #" + thread.threadId());
      }
    }
    return names;
  }

  private static long files() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : 0;
  }
}
