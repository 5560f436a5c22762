package dev.aero4j.internal.cluster;

import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a node could not be asked, in the words of a user rather than of a socket. */
final class Reasons {
  private Reasons() {}

  static String of(Throwable failure) {
    return switch (failure) {
      case UnknownHostException unknown -> "unknown host";
      case ConnectException refused -> lower(root(refused).getMessage(), "connection refused");
      case SocketException broken ->
          "the connection broke: " + lower(broken.getMessage(), "no reason was given");
      default -> failure.getMessage() == null ? failure.toString() : failure.getMessage();
    };
  }

  private static Throwable root(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null ? failure : cause;
  }

  private static String lower(@Nullable String message, String otherwise) {
    if (message == null || message.isEmpty()) {
      return otherwise;
    }
    return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }
}
