package dev.aero4j.benchmarks.isolation;

import dev.aero4j.embedded.EmbeddedAerospike;
import dev.aero4j.embedded.FaultRule;
import java.io.IOException;
import java.time.Duration;

/**
 * The program of a node in a process of its own, with one record that is slow: whatever it costs,
 * it costs the clients no memory and no pauses. It prints its port, and ends when its input does.
 */
public final class SlowNode {
  private SlowNode() {}

  /**
   * Runs the node.
   *
   * @param arguments namespace, set, the integer key of the slow record, and how many milliseconds
   *     each of its commands is delayed
   */
  public static void main(String... arguments) throws IOException {
    String namespace = arguments[0];
    Duration delay = Duration.ofMillis(Long.parseLong(arguments[3]));
    try (EmbeddedAerospike node = EmbeddedAerospike.builder().namespace(namespace).start()) {
      if (delay.isPositive()) {
        node.faults()
            .add(FaultRule.delay(delay).key(namespace, arguments[1], Long.parseLong(arguments[2])));
      }
      System.out.println(node.port());
      while (System.in.read() >= 0) {
        // Until whoever started this is gone or done.
      }
    }
  }
}
