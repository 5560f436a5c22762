package dev.aero4j.wire.info;

import dev.aero4j.model.ResultCode;
import org.jspecify.annotations.Nullable;

/**
 * An info value that says that the command failed: {@code ERROR:code:text} or {@code
 * FAIL:code:text}, either part of which may be missing.
 *
 * @param code the result code; {@link ResultCode#SERVER_ERROR} when the answer has none
 * @param text the node's words, or ""
 */
public record InfoError(int code, String text) {
  /** Returns the error that an info value is, or null when it is a good answer. */
  public static @Nullable InfoError parse(String value) {
    int start = afterKeyword(value);
    if (start < 0) {
      return null;
    }
    String rest = start < value.length() ? value.substring(start + 1) : "";
    int colon = rest.indexOf(':');
    String first = (colon < 0 ? rest : rest.substring(0, colon)).trim();
    String afterFirst = colon < 0 ? "" : rest.substring(colon + 1);
    if (first.isEmpty()) {
      return new InfoError(ResultCode.SERVER_ERROR, afterFirst);
    } else if (isCode(first)) {
      return new InfoError(Integer.parseInt(first), afterFirst);
    }
    return new InfoError(ResultCode.SERVER_ERROR, rest);
  }

  /** Returns the error as the server writes it: without a code when it is a general one. */
  public String format() {
    return "ERROR:" + (code == ResultCode.SERVER_ERROR ? "" : code) + ":" + text;
  }

  /** Returns where a leading ERROR or FAIL ends, or -1 when the value starts otherwise. */
  private static int afterKeyword(String value) {
    for (String keyword : new String[] {"ERROR", "FAIL"}) {
      if (value.regionMatches(true, 0, keyword, 0, keyword.length())) {
        int end = keyword.length();
        if (end == value.length() || value.charAt(end) == ':') {
          return end;
        }
      }
    }
    return -1;
  }

  private static boolean isCode(String text) {
    int start = text.charAt(0) == '-' ? 1 : 0;
    int digits = text.length() - start;
    return digits >= 1
        && digits <= 9
        && text.chars().skip(start).allMatch(c -> c >= '0' && c <= '9');
  }
}
