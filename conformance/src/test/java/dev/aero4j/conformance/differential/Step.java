package dev.aero4j.conformance.differential;

import dev.aero4j.operation.Operation;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.message.BinOperation;
import dev.aero4j.wire.message.OperationType;
import dev.aero4j.wire.value.Particles;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a program as it travels; also the bins of a record are written by such.
 *
 * @param operation its {@link OperationType}
 * @param particle the type of its value
 * @param bin the name of a bin
 * @param value the bytes that are written, or of a call
 */
record Step(int operation, int particle, String bin, byte[] value) {
  /** Returns the operation that the client sends. */
  static Step of(Operation operation) {
    WireWriter out = new WireWriter(64);
    operation.writeTo(out);
    return of(BinOperation.read(new WireReader(out.toByteArray())));
  }

  static Step of(BinOperation read) {
    byte[] value = read.reader().readBytes(read.length());
    return new Step(read.operation(), read.particleType(), read.bin(), value);
  }

  /** Returns a step that writes a bin. */
  static Step put(String bin, @Nullable Object value) {
    WireWriter out = new WireWriter(64);
    Particles.write(out, value);
    return new Step(OperationType.WRITE, Particles.typeOf(value), bin, out.toByteArray());
  }

  boolean writes() {
    return !OperationType.isRead(operation);
  }

  Step with(byte[] changed) {
    return new Step(operation, particle, bin, changed);
  }

  void writeTo(WireWriter out) {
    BinOperation.write(out, operation, particle, bin, value, 0, value.length);
  }
}
