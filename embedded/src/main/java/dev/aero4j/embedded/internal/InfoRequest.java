package dev.aero4j.embedded.internal;

import dev.aero4j.wire.info.InfoText;
import java.util.Map;

/**
 * One command of an info request, such as {@code sets/test} or {@code get-config:context=service}.
 *
 * @param name ends at the first slash, colon or semicolon
 * @param arguments what follows that character
 */
record InfoRequest(String name, String arguments) {
  static InfoRequest parse(String command) {
    for (int i = 0; i < command.length(); i++) {
      char c = command.charAt(i);
      if (c == '/' || c == ':' || c == ';') {
        return new InfoRequest(command.substring(0, i), command.substring(i + 1));
      }
    }
    return new InfoRequest(command, "");
  }

  /** Returns the arguments as named values. */
  Map<String, String> parameters() {
    return InfoText.parseKeyValues(arguments);
  }
}
