package dev.aero4j.conformance.differential;

import java.util.List;
import java.util.Map;

/**
 * A record and what is done with it in one command.
 *
 * @param bins the bins of the record before; at least one
 * @param steps what is done, in order
 */
record Program(Map<String, Object> bins, List<Step> steps) {
  /** Returns the Java that makes this program, to be kept as a case. */
  @Override
  public String toString() {
    return JavaPrinter.print(this);
  }
}
