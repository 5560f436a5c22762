package dev.aero4j.conformance.differential;

import dev.aero4j.operation.Operation;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.message.BinOperation;
import dev.aero4j.wire.message.OperationType;
import dev.aero4j.wire.value.ParticleType;

/**
 * One operation of a program.
 *
 * @param encoded the operation as it travels
 * @param writes whether it makes the command a write
 * @param source the Java that makes the step
 */
record Step(byte[] encoded, boolean writes, String source) {
  /** Returns a step of an operation of the client. */
  static Step of(Operation operation, String source) {
    WireWriter out = new WireWriter(64);
    operation.writeTo(out);
    boolean writes = operation.kind() == Operation.Kind.WRITE;
    return new Step(out.toByteArray(), writes, "Step.of(" + source + ")");
  }

  /** Returns a step that the client has no operation for: a call of old, or a wrong one. */
  static Step raw(int operationType, String bin, byte[] value, String source) {
    WireWriter out = new WireWriter(64);
    BinOperation.write(out, operationType, ParticleType.BLOB, bin, value, 0, value.length);
    return new Step(out.toByteArray(), !OperationType.isRead(operationType), source);
  }

  @Override
  public String toString() {
    return source;
  }
}
