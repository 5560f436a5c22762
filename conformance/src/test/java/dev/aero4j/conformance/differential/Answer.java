package dev.aero4j.conformance.differential;

import java.util.List;

/**
 * What a program comes to.
 *
 * @param resultCode of the command
 * @param written how often the record was written by the command
 * @param results bytes of the answers to the operations, in order, as text for people
 * @param bins bytes of the bins afterwards, in order, as text for people
 */
record Answer(int resultCode, int written, List<String> results, List<String> bins) {
  @Override
  public String toString() {
    return "result code "
        + resultCode
        + ", "
        + written
        + " writes\n    results "
        + String.join("\n            ", results)
        + "\n    bins    "
        + String.join("\n            ", bins);
  }
}
