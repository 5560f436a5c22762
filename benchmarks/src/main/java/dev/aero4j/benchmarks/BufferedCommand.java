package dev.aero4j.benchmarks;

import com.aerospike.client.command.Command;

/** A command of the official client without a connection, whose buffer is used again. */
final class BufferedCommand extends Command {
  private static final int TIMEOUT_MILLIS = 1_000;
  private static final int RETRIES = 2;

  private final byte[] buffer;

  BufferedCommand(byte[] buffer) {
    super(TIMEOUT_MILLIS, TIMEOUT_MILLIS, RETRIES);
    this.buffer = buffer;
  }

  @Override
  protected void sizeBuffer() {
    dataBuffer = buffer;
  }
}
