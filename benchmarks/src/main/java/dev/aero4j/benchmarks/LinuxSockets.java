package dev.aero4j.benchmarks;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whose sockets are where, as Linux tells it under {@code /proc}. Elsewhere, and for processes of
 * other users, nothing is found.
 */
final class LinuxSockets {
  private static final Path PROC = Path.of("/proc");
  private static final String ESTABLISHED = "01";
  private static final String LISTENING = "0A";
  private static final String SOCKET_LINK = "socket:[";

  private LinuxSockets() {}

  /** Returns how many connections this process has to any of these ports. */
  static int connectionsTo(Set<Integer> ports) {
    Set<String> inodes =
        inodes(entry -> entry.state.equals(ESTABLISHED) && ports.contains(entry.remotePort));
    return (int) socketsOf(PROC.resolve("self")).stream().filter(inodes::contains).count();
  }

  /** Returns the processes that listen on any of these ports. */
  static List<Long> listenersOn(Set<Integer> ports) {
    Set<String> inodes =
        inodes(entry -> entry.state.equals(LISTENING) && ports.contains(entry.localPort));
    List<Long> processes = new ArrayList<>();
    try (DirectoryStream<Path> directories = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path process : directories) {
        if (socketsOf(process).stream().anyMatch(inodes::contains)) {
          processes.add(Long.valueOf(process.getFileName().toString()));
        }
      }
    } catch (IOException e) {
      return List.of();
    }
    return processes;
  }

  private static Set<String> socketsOf(Path process) {
    Set<String> inodes = new HashSet<>();
    try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path descriptor : descriptors) {
        addSocket(inodes, descriptor);
      }
    } catch (IOException e) {
      // Another user's process, or one that has just ended: it has no sockets for us.
      return Set.of();
    }
    return inodes;
  }

  private static void addSocket(Set<String> inodes, Path descriptor) {
    try {
      String link = Files.readSymbolicLink(descriptor).toString();
      if (link.startsWith(SOCKET_LINK)) {
        inodes.add(link.substring(SOCKET_LINK.length(), link.length() - 1));
      }
    } catch (IOException e) {
      // The descriptor was closed while the directory was read.
      inodes.remove("");
    }
  }

  private static Set<String> inodes(Predicate<Entry> wanted) {
    Set<String> inodes = new HashSet<>();
    for (String table : List.of("net/tcp", "net/tcp6")) {
      List<String> lines;
      try {
        lines = Files.readAllLines(PROC.resolve("self").resolve(table));
      } catch (IOException e) {
        continue;
      }
      for (String line : lines.subList(1, lines.size())) {
        Entry entry = Entry.parse(line);
        if (wanted.test(entry)) {
          inodes.add(entry.inode);
        }
      }
    }
    return inodes;
  }

  private record Entry(int localPort, int remotePort, String state, String inode) {
    /**
     * Columns: number, local address, remote address, state, queues, timer, resends, uid, …, inode.
     */
    static Entry parse(String line) {
      String[] columns = line.strip().split("\\s+", -1);
      return new Entry(port(columns[1]), port(columns[2]), columns[3], columns[9]);
    }

    private static int port(String address) {
      return Integer.parseInt(address.substring(address.indexOf(':') + 1), 16);
    }
  }
}
