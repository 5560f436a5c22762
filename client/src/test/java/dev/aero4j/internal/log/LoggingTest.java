package dev.aero4j.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aero4j.Aerospike;
import dev.aero4j.LogLevel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;

class LoggingTest {
  private final Keeper keeper = new Keeper();
  private final Logger logger = new LeveledLogger(keeper);

  @AfterEach
  void letEverythingThroughAgain() {
    Aerospike.setLogLevel(LogLevel.TRACE);
  }

  @Test
  void theLevelKeepsBackWhatIsBelowIt() {
    Aerospike.setLogLevel(LogLevel.WARN);
    logger.info("a");
    logger.warn("b {}", 1);
    logger.error("c", new IllegalStateException("d"));
    assertThat(keeper.lines).containsExactly("WARN b {} [1] null", "ERROR c [] d");
    assertThat(logger.isInfoEnabled()).isFalse();
    assertThat(logger.isWarnEnabled()).isTrue();
  }

  @Test
  void offKeepsBackErrorsToo() {
    Aerospike.setLogLevel(LogLevel.OFF);
    logger.error("a");
    assertThat(keeper.lines).isEmpty();
  }

  @Test
  void atTraceTheFrameworkDecides() {
    logger.trace("a");
    logger.debug("b");
    assertThat(keeper.lines).containsExactly("DEBUG b [] null");
  }

  /** Keeps what is logged, and takes no traces. */
  private static final class Keeper extends LegacyAbstractLogger {
    final transient List<String> lines = new ArrayList<>();

    @Override
    public boolean isTraceEnabled() {
      return false;
    }

    @Override
    public boolean isDebugEnabled() {
      return true;
    }

    @Override
    public boolean isInfoEnabled() {
      return true;
    }

    @Override
    public boolean isWarnEnabled() {
      return true;
    }

    @Override
    public boolean isErrorEnabled() {
      return true;
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
      lines.add(
          level
              + " "
              + message
              + " "
              + Arrays.toString(arguments)
              + " "
              + (cause == null ? null : cause.getMessage()));
    }
  }
}
