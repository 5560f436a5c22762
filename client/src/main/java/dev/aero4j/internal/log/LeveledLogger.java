package dev.aero4j.internal.log;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.spi.LoggingEventBuilder;

/** Asks the client's level first, then another logger. */
final class LeveledLogger extends LegacyAbstractLogger {
  private static final long serialVersionUID = 1L;

  private final transient Logger target;

  LeveledLogger(Logger target) {
    this.target = target;
    this.name = target.getName();
  }

  @Override
  public boolean isTraceEnabled() {
    return Logging.allows(Level.TRACE) && target.isTraceEnabled();
  }

  @Override
  public boolean isDebugEnabled() {
    return Logging.allows(Level.DEBUG) && target.isDebugEnabled();
  }

  @Override
  public boolean isInfoEnabled() {
    return Logging.allows(Level.INFO) && target.isInfoEnabled();
  }

  @Override
  public boolean isWarnEnabled() {
    return Logging.allows(Level.WARN) && target.isWarnEnabled();
  }

  @Override
  public boolean isErrorEnabled() {
    return Logging.allows(Level.ERROR) && target.isErrorEnabled();
  }

  @Override
  protected @Nullable String getFullyQualifiedCallerName() {
    return null;
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level level,
      @Nullable Marker marker,
      String message,
      Object @Nullable [] arguments,
      @Nullable Throwable cause) {
    LoggingEventBuilder event = target.makeLoggingEventBuilder(level);
    if (marker != null) {
      event = event.addMarker(marker);
    }
    if (arguments != null) {
      for (Object argument : arguments) {
        event = event.addArgument(argument);
      }
    }
    if (cause != null) {
      event = event.setCause(cause);
    }
    event.log(message);
  }
}
