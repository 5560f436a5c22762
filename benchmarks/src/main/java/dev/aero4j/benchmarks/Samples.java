package dev.aero4j.benchmarks;

import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.message.BinOperation;
import dev.aero4j.wire.message.MessageHeader;
import dev.aero4j.wire.message.OperationType;
import dev.aero4j.wire.value.Particles;

/** What the micro-benchmarks of both clients work on. */
final class Samples {
  static final String NAMESPACE = "test";
  static final String SET = "compare";
  static final long NUMBER = 4711;
  static final String TEXT = "user-000000000004711";
  static final double SCORE = 4711.25;
  static final int GENERATION = 3;
  static final int BINS = 3;

  private static final int EXPIRATION = 500_000_000;

  private Samples() {}

  /** Returns a server's answer to a get of three bins, from its 22-byte header on. */
  static byte[] reply() {
    WireWriter writer = new WireWriter(256);
    new MessageHeader(0, 0, 0, 0, 0, GENERATION, EXPIRATION, 0, 0, BINS).write(writer);
    writeBin(writer, Dataset.INTEGER_BIN, NUMBER);
    writeBin(writer, Dataset.TEXT_BIN, TEXT);
    writeBin(writer, Dataset.DOUBLE_BIN, SCORE);
    return writer.toByteArray();
  }

  /** Returns a server's answer to a get of one bin. */
  static byte[] reply(String bin, Object value) {
    WireWriter writer = new WireWriter(256);
    new MessageHeader(0, 0, 0, 0, 0, GENERATION, EXPIRATION, 0, 0, 1).write(writer);
    writeBin(writer, bin, value);
    return writer.toByteArray();
  }

  private static void writeBin(WireWriter writer, String bin, Object value) {
    int start = BinOperation.begin(writer, OperationType.READ, Particles.typeOf(value), bin);
    Particles.write(writer, value);
    BinOperation.end(writer, start);
  }
}
