package dev.aero4j.conformance.differential;

import java.util.List;

/**
 * What a program comes to.
 *
 * @param resultCode of the command; negative, that of the write of the record when already that is
 *     refused
 * @param generation of the record afterwards, which has 1 before; 0 for no record
 * @param results the bytes of the answers to the operations, in order, as text
 * @param bins the bytes of the bins afterwards, in order, as text
 */
record Answer(int resultCode, int generation, List<String> results, List<String> bins) {
  @Override
  public String toString() {
    return "result code "
        + resultCode
        + ", generation "
        + generation
        + "\n    results "
        + String.join("\n            ", results)
        + "\n    bins    "
        + String.join("\n            ", bins);
  }
}
