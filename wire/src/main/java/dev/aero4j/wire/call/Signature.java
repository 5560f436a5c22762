package dev.aero4j.wire.call;

import java.util.List;

/**
 * How a call looks on the wire.
 *
 * @param code its number, unique within a family; lists and maps are one family
 * @param label its name, as the client's builders have it
 * @param modifies whether it changes the value that it is called on
 * @param required how many of the arguments, from the first on, must be there
 * @param arguments the arguments in their order, those that may be left out included
 */
public record Signature(
    int code, String label, boolean modifies, int required, List<Argument> arguments) {
  static Signature read(int code, String label, int required, Argument... arguments) {
    return new Signature(code, label, false, required, List.of(arguments));
  }

  static Signature modify(int code, String label, int required, Argument... arguments) {
    return new Signature(code, label, true, required, List.of(arguments));
  }

  /** Returns the place of an argument, or -1 when the call has none of this kind. */
  public int indexOf(Argument argument) {
    return arguments.indexOf(argument);
  }
}
