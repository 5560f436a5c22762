package dev.aero4j.wire.expression;

import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.call.ContextCode;
import dev.aero4j.wire.value.MsgPackReader;
import dev.aero4j.wire.value.MsgPackType;
import java.util.ArrayList;
import java.util.List;

/** Reads paths into nested lists and maps. */
public final class PathReader {
  private PathReader() {}

  /**
   * Reads a path: a list of pairs of a step's number and what it goes by.
   *
   * @throws ProtocolException when it is none
   */
  public static List<PathStep> read(MsgPackReader in) {
    return read(in, 0, true);
  }

  /** Reads a path that lies in expressions; see {@link ExpReader}. */
  static List<PathStep> read(MsgPackReader in, int depth, boolean checks) {
    int count = in.readListHeader();
    if (count % 2 != 0) {
      throw new ProtocolException("a path of " + count + " elements; expected pairs");
    }
    List<PathStep> steps = new ArrayList<>(count / 2);
    for (int i = 0; i < count; i += 2) {
      long code = in.readLong();
      if (code < 0 || code > 0x3FF) {
        throw new ProtocolException("a path has no step of number " + code);
      }
      steps.add(
          (code & ContextCode.BASE_MASK) == ContextCode.EXPRESSION
              ? new PathStep((int) code, null, filter(in, depth, checks))
              : new PathStep((int) code, in.readValue(), null));
    }
    return steps;
  }

  private static ExpNode filter(MsgPackReader in, int depth, boolean checks) {
    boolean isOperator = in.peek() == MsgPackType.LIST;
    ExpNode filter = ExpReader.read(in, depth, checks);
    if (!isOperator
        && !(filter instanceof ExpNode.Literal literal && Boolean.TRUE.equals(literal.value()))) {
      throw new ProtocolException(
          "a step goes by " + ExpPrinter.print(filter) + "; expected an operator, or true");
    }
    return filter;
  }
}
