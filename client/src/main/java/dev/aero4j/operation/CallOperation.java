package dev.aero4j.operation;

import dev.aero4j.internal.call.Arguments;
import dev.aero4j.internal.call.Call;
import dev.aero4j.internal.command.BinNames;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.message.BinOperation;
import dev.aero4j.wire.value.ParticleType;
import org.jspecify.annotations.Nullable;

/** An operation that is a call on what a bin holds. */
abstract sealed class CallOperation implements Operation
    permits ListSelections, MapSelections, BitOperation, HllOperation {
  final String bin;
  final Call call;

  CallOperation(String bin, Call call) {
    this.bin = bin;
    this.call = call;
  }

  /** Begins the arguments of a call on a bin, whose name is checked. */
  static Arguments arguments(String bin) {
    return new Arguments(BinNames.check(bin));
  }

  /** The protocol's number of the operation: of those that read, or of those that modify. */
  abstract int type();

  @Override
  public final Kind kind() {
    return call.opcode().modifies() ? Kind.WRITE : Kind.READ;
  }

  @Override
  public final boolean isSilent() {
    return false;
  }

  @Override
  public final void writeTo(WireWriter writer) {
    int start = BinOperation.begin(writer, type(), ParticleType.BLOB, bin);
    call.writeTo(writer);
    BinOperation.end(writer, start);
  }

  /** As it is written, but for its arguments, which may be anything, and large. */
  @Override
  public final String toString() {
    return Texts.call(
        getClass(), call.opcode().label(), bin, call.hasArguments() ? "…" : "", call.path());
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof CallOperation that
        && getClass() == that.getClass()
        && bin.equals(that.bin)
        && call.equals(that.call);
  }

  @Override
  public final int hashCode() {
    return 31 * bin.hashCode() + call.hashCode();
  }
}
