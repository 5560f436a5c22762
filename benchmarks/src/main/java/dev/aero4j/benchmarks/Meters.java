package dev.aero4j.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Measures a load over a window of time while it runs. All counters are read at both ends of the
 * window, so that neither the start of the callers nor their end is part of it; latencies are those
 * of every command.
 */
final class Meters {
  /** The part of a slice that passes before the window opens. */
  private static final double LEAD_IN = 0.15;

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
  private final ServerProcesses server;

  Meters(ServerProcesses server) {
    this.server = server;
  }

  /** Runs a load for so many seconds, and a little more until its last commands have ended. */
  Figures run(Load load, double seconds) throws InterruptedException {
    load.begin();
    pause(seconds * LEAD_IN);
    Reading from = read(load.tally);
    pause(seconds * (1 - LEAD_IN));
    Reading to = read(load.tally);
    load.finish();
    Histogram latencies = load.tally.latencies();
    double commands = Math.max(1, to.commands - from.commands);
    return new Figures(
        commands * 1e9 / (to.nanos - from.nanos),
        (to.clientCpuNanos - from.clientCpuNanos) / commands / 1e3,
        (to.serverCpuNanos - from.serverCpuNanos) / commands / 1e3,
        latencies.getValueAtPercentile(50) / 1e3,
        latencies.getValueAtPercentile(99) / 1e3,
        (to.allocated - from.allocated) / commands,
        load.tally.errors());
  }

  private static void pause(double seconds) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep((long) (seconds * 1e9));
  }

  /**
   * What carriers allocate for the virtual threads that they carry is in the sum of all threads.
   */
  private Reading read(Tally tally) {
    return new Reading(
        System.nanoTime(),
        tally.successes(),
        system.getProcessCpuTime(),
        server.cpuNanos(),
        threads.getTotalThreadAllocatedBytes());
  }

  private record Reading(
      long nanos, long commands, long clientCpuNanos, double serverCpuNanos, long allocated) {}
}
