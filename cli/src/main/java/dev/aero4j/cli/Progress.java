package dev.aero4j.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * How far a long task has come: a bar where a person looks on, else a line for each quarter. Used
 * by one thread.
 */
final class Progress implements AutoCloseable {
  /** Told to the bar, which would otherwise start a terminal library to measure it. */
  private static final int WIDTH = 78;

  private final Terminal terminal;
  private final String task;
  private final long total;
  private final @Nullable ProgressBar bar;
  private int quarters;

  Progress(Terminal terminal, String task, long total) {
    this.terminal = terminal;
    this.task = task;
    this.total = total;
    this.bar =
        terminal.interactive()
            ? new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setStyle(
                    terminal.colours()
                        ? ProgressBarStyle.COLORFUL_UNICODE_BLOCK
                        : ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(50)
                .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), WIDTH))
                .build()
            : null;
  }

  void reached(long done) {
    if (bar != null) {
      bar.stepTo(done);
      return;
    }
    int now = (int) (done * 4 / total);
    if (now > quarters) {
      quarters = now;
      terminal
          .err()
          .println(
              task
                  + ": "
                  + 25 * now
                  + "% ("
                  + Terminal.grouped(done)
                  + " of "
                  + Terminal.grouped(total)
                  + ")");
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
