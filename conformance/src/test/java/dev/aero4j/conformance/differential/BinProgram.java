package dev.aero4j.conformance.differential;

import dev.aero4j.operation.Operation;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is done to one bin.
 *
 * @param initial what the bin holds at first, null for no record
 * @param commands the calls, those of an inner list in one command
 */
record BinProgram(@Nullable Initial initial, List<List<Call>> commands) {
  static final String BIN = "b";

  /**
   * A bin's first value.
   *
   * @param java its Java source
   */
  record Initial(String java, Object value) {
    Call call() {
      return new Call("Operation.put(\"b\", " + java + ")", Operation.put(BIN, value));
    }

    @Override
    public String toString() {
      return java;
    }
  }

  /**
   * One operation.
   *
   * @param java its Java source
   */
  record Call(String java, Operation operation) {
    @Override
    public String toString() {
      return java;
    }
  }

  @Override
  public String toString() {
    String start = initial == null ? "" : java(List.of(initial.call())) + "\n";
    return commands.stream()
        .map(BinProgram::java)
        .collect(Collectors.joining("\n", "\n" + start, "\n"));
  }

  private static String java(List<Call> calls) {
    return calls.stream()
        .map(Call::java)
        .collect(Collectors.joining(",\n    ", "client.operate(key,\n    ", ");"));
  }
}
