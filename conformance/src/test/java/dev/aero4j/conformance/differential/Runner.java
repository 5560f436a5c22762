package dev.aero4j.conformance.differential;

/** Something that programs run on. */
interface Runner extends AutoCloseable {
  /**
   * Runs a program: there is no record but what it starts with.
   *
   * @throws java.io.UncheckedIOException when there is no answer
   */
  Answer run(Program program);

  @Override
  default void close() {}
}
