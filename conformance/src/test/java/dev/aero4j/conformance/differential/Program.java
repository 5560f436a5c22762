package dev.aero4j.conformance.differential;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record and what is done with it in one command, in the bytes that travel. Printed, it is the
 * Java that makes it, to be kept as a case.
 *
 * @param before writes the bins of the record; without any there is no record
 * @param act what the command is
 * @param steps what is done, in order; empty unless the record is operated on
 * @param filter the expression that decides whether it is done
 */
record Program(List<Step> before, Act act, List<Step> steps, byte @Nullable [] filter) {
  enum Act {
    /** The steps. */
    OPERATE,
    /** The whole record is read. */
    GET,
    /** The record is removed. */
    REMOVE
  }

  Program filtered(byte @Nullable [] expression) {
    return new Program(before, act, steps, expression);
  }

  Program filtered(Packed expression) {
    return filtered(expression.bytes());
  }

  Program before(List<Step> others) {
    return new Program(others, act, steps, filter);
  }

  Program steps(List<Step> others) {
    return new Program(before, act, others, filter);
  }

  /** Returns how many bytes there are in it. */
  int size() {
    int size = filter == null ? 0 : filter.length;
    for (Step step : before) {
      size += step.value().length;
    }
    for (Step step : steps) {
      size += step.value().length;
    }
    return size;
  }

  @Override
  public String toString() {
    return JavaPrinter.print(this);
  }
}
