package dev.aero4j.internal.log;

import dev.aero4j.LogLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Gives the client's classes their loggers: SLF4J's, behind the level of {@link
 * dev.aero4j.Aerospike#setLogLevel}. What the level keeps back costs the read of a field.
 */
public final class Logging {
  private static volatile LogLevel level = LogLevel.TRACE;

  private Logging() {}

  public static void setLevel(LogLevel newLevel) {
    level = newLevel;
  }

  public static Logger logger(Class<?> owner) {
    return new LeveledLogger(LoggerFactory.getLogger(owner));
  }

  static boolean allows(Level wanted) {
    LogLevel least =
        switch (wanted) {
          case ERROR -> LogLevel.ERROR;
          case WARN -> LogLevel.WARN;
          case INFO -> LogLevel.INFO;
          case DEBUG -> LogLevel.DEBUG;
          case TRACE -> LogLevel.TRACE;
        };
    return level.compareTo(least) >= 0;
  }
}
