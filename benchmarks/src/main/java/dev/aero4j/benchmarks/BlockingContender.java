package dev.aero4j.benchmarks;

/** A client whose commands block. Every answer is read in full and checked. */
interface BlockingContender extends AutoCloseable {
  /** Reads a record and checks it. */
  void get(int index);

  /** Writes a record; {@code version} may be any number. */
  void put(int index, int version);

  @Override
  void close();
}
