package dev.aero4j.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The CPU time of the servers, when they run on this machine and in processes of their own. It
 * comes in the clock ticks of {@code /proc/PID/stat}, of 10 ms.
 */
final class ServerProcesses {
  private static final double NANOS_PER_TICK = 10_000_000;

  /**
   * Fields behind the command's name, which ends with the last parenthesis: user and system time.
   */
  private static final int USER_TIME = 11;

  private static final int SYSTEM_TIME = 12;

  private final List<Path> stats;

  private ServerProcesses(List<Long> processes) {
    this.stats = processes.stream().map(process -> Path.of("/proc/" + process + "/stat")).toList();
  }

  /** Returns the process that was named, or those that listen on the ports of the nodes. */
  static ServerProcesses find(long named, Set<Integer> ports) {
    List<Long> processes = named > 0 ? List.of(named) : LinuxSockets.listenersOn(ports);
    boolean own = processes.contains(ProcessHandle.current().pid());
    return new ServerProcesses(own ? List.of() : processes);
  }

  boolean isKnown() {
    return !stats.isEmpty();
  }

  /** Returns the CPU time used so far, NaN when it cannot be told. */
  double cpuNanos() {
    if (stats.isEmpty()) {
      return Double.NaN;
    }
    long ticks = 0;
    for (Path stat : stats) {
      String text;
      try {
        text = Files.readString(stat);
      } catch (IOException e) {
        return Double.NaN;
      }
      String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
      ticks += Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]);
    }
    return ticks * NANOS_PER_TICK;
  }
}
