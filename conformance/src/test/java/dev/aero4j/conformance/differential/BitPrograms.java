package dev.aero4j.conformance.differential;

import dev.aero4j.expression.BitExp;
import dev.aero4j.expression.Exp;
import dev.aero4j.model.RawValue;
import dev.aero4j.operation.BitOperation;
import dev.aero4j.operation.BitOptions;
import dev.aero4j.operation.BitOverflow;
import dev.aero4j.operation.BitResize;
import dev.aero4j.wire.call.WriteFlags;
import dev.aero4j.wire.value.ParticleType;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random programs of operations on the bits of a blob. */
final class BitPrograms {
  private static final String BIN = "b";

  /** No blob of a program has so many bits. */
  private static final int PAST_ALL = 1 << 16;

  private BitPrograms() {}

  static Arbitrary<Program> programs() {
    Arbitrary<Step> steps = Arbitraries.oneOf(List.of(reads(), writes())).map(Step::of);
    return Combinators.combine(
            befores(),
            steps.list().ofMinSize(1).ofMaxSize(4),
            Filters.of(
                Exp.gt(BitExp.count(Exp.blobBin(BIN), Exp.val(0), Exp.val(8)), Exp.val(3)),
                Exp.binExists("none")))
        .as(
            (before, calls, filter) ->
                Cases.program(before, calls.toArray(Step[]::new)).filtered(filter));
  }

  private static Arbitrary<List<Step>> befores() {
    Arbitrary<List<Step>> blobs =
        Arbitraries.frequencyOf(Tuple.of(6, blobs(8, 24)), Tuple.of(1, blobs(0, 8)))
            .map(blob -> Cases.bins(BIN, blob));
    return Arbitraries.frequencyOf(
        Tuple.of(30, blobs),
        Tuple.of(2, Arbitraries.of(List.of(), Cases.bins("other", 1L))),
        Tuple.of(
            1,
            Arbitraries.of(
                Cases.bins(BIN, 7L),
                Cases.bins(BIN, "text"),
                Cases.bins(BIN, new RawValue(ParticleType.JAVA_BLOB, new byte[8])),
                Cases.bins(BIN, List.of()))));
  }

  private static Arbitrary<byte[]> blobs(int min, int max) {
    // Bytes of equal bits make runs, for scans and carries.
    Arbitrary<Byte> some = Arbitraries.bytes();
    return Arbitraries.frequencyOf(
            Tuple.of(2, some), Tuple.of(1, Arbitraries.of((byte) 0, (byte) -1)))
        .array(byte[].class)
        .ofMinSize(min)
        .ofMaxSize(max);
  }

  private static Arbitrary<Integer> bitOffsets() {
    return Arbitraries.frequencyOf(
        Tuple.of(20, Arbitraries.integers().between(0, 60)),
        Tuple.of(4, Arbitraries.integers().between(-60, -1)),
        Tuple.of(2, Arbitraries.integers().between(-100, 200)),
        Tuple.of(
            1, Arbitraries.of(-(1 << 30), 1 << 30, (1 << 30) + 1, Integer.MIN_VALUE, 1 << 20)));
  }

  private static Arbitrary<Integer> bitSizes() {
    return Arbitraries.frequencyOf(
        Tuple.of(20, Arbitraries.integers().between(1, 40)),
        Tuple.of(5, Arbitraries.integers().between(1, 90)),
        Tuple.of(1, Arbitraries.of(0, -1, 160, 1 << 30, (1 << 30) + 1)));
  }

  private static Arbitrary<Integer> integerSizes() {
    return Arbitraries.frequencyOf(
        Tuple.of(30, Arbitraries.integers().between(1, 64)),
        Tuple.of(1, Arbitraries.of(0, 65, -1)));
  }

  private static Arbitrary<Integer> byteOffsets() {
    return Arbitraries.frequencyOf(
        Tuple.of(20, Arbitraries.integers().between(-5, 12)),
        Tuple.of(2, Arbitraries.integers().between(-20, 30)),
        Tuple.of(1, Arbitraries.of((1 << 27) + 1, -(1 << 27), -(1 << 27) - 1)));
  }

  private static Arbitrary<Integer> byteSizes() {
    return Arbitraries.frequencyOf(
        Tuple.of(20, Arbitraries.integers().between(1, 8)),
        Tuple.of(4, Arbitraries.integers().between(0, 25)),
        Tuple.of(1, Arbitraries.of(-1, (1 << 27) + 1)));
  }

  private static Arbitrary<Long> values() {
    return Arbitraries.frequencyOf(
        Tuple.of(2, Arbitraries.longs()),
        Tuple.of(2, Arbitraries.longs().between(-300, 300)),
        Tuple.of(1, Arbitraries.integers().between(0, 63).map(shift -> 1L << shift)));
  }

  private static Arbitrary<BitOperation> reads() {
    Arbitrary<Boolean> either = Arbitraries.of(true, false);
    return Arbitraries.oneOf(
        List.of(
            Combinators.combine(bitOffsets(), bitSizes())
                .as((at, size) -> BitOperation.get(BIN, at, size)),
            Combinators.combine(bitOffsets(), bitSizes())
                .as((at, size) -> BitOperation.count(BIN, at, size)),
            Combinators.combine(bitOffsets(), bitSizes(), either)
                .as((at, size, bit) -> BitOperation.lscan(BIN, at, size, bit)),
            Combinators.combine(bitOffsets(), bitSizes(), either)
                .as((at, size, bit) -> BitOperation.rscan(BIN, at, size, bit)),
            Combinators.combine(bitOffsets(), integerSizes(), either)
                .as((at, size, signed) -> BitOperation.getInt(BIN, at, size, signed))));
  }

  private static Arbitrary<BitOperation> writes() {
    return Arbitraries.frequencyOf(
        Tuple.of(13, with(writesOfAnyOptions(), flags())),
        // Past the blob's end the server of version 8.1.2 shifts by the wrong size, and may die of
        // it, when it is to do what it can.
        Tuple.of(2, with(shifts(8, 90), flags().map(flags -> flags & ~WriteFlags.PARTIAL))));
  }

  private static Arbitrary<Integer> flags() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.just(0)),
        Tuple.of(2, Arbitraries.of(WriteFlags.PARTIAL, WriteFlags.NO_FAIL, WriteFlags.UPDATE_ONLY)),
        Tuple.of(1, Arbitraries.integers().between(0, 31)));
  }

  private static Arbitrary<BitOperation> with(
      Arbitrary<BitOperation> operations, Arbitrary<Integer> allFlags) {
    return Combinators.combine(operations, allFlags)
        .as((operation, flags) -> flags == 0 ? operation : operation.with(new BitOptions(flags)));
  }

  private static Arbitrary<BitOperation> writesOfAnyOptions() {
    return Arbitraries.oneOf(
        List.of(
            Combinators.combine(byteSizes(), Arbitraries.of(BitResize.class).set())
                .as((size, how) -> BitOperation.resize(BIN, size, how.toArray(BitResize[]::new))),
            Combinators.combine(byteOffsets(), blobs(0, 6))
                .as((at, bytes) -> BitOperation.insert(BIN, at, bytes)),
            Combinators.combine(byteOffsets(), byteSizes())
                .as((at, size) -> BitOperation.remove(BIN, at, size)),
            Combinators.combine(bitOffsets(), bitSizes())
                .as((at, size) -> BitOperation.not(BIN, at, size)),
            ofBits(BitOperation::set),
            ofBits(BitOperation::or),
            ofBits(BitOperation::xor),
            ofBits(BitOperation::and),
            shifts(0, 7),
            shifts(PAST_ALL, PAST_ALL + 1),
            sum(BitOperation::add),
            sum(BitOperation::add),
            sum(BitOperation::subtract),
            sum(BitOperation::subtract),
            Combinators.combine(bitOffsets(), integerSizes(), values())
                .as((at, size, value) -> BitOperation.setInt(BIN, at, size, value))));
  }

  @FunctionalInterface
  private interface OfBits {
    BitOperation of(String bin, int at, int size, byte[] bits);
  }

  private static Arbitrary<BitOperation> ofBits(OfBits maker) {
    return Combinators.combine(bitOffsets(), bitSizes(), blobs(5, 11))
        .as((at, size, bits) -> maker.of(BIN, at, size, bits));
  }

  private static Arbitrary<BitOperation> shifts(int least, int most) {
    Arbitrary<Integer> distances =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.integers().between(least, most)),
            Tuple.of(1, Arbitraries.of(-1, 1 << 30, (1 << 30) + 1)));
    return Combinators.combine(bitOffsets(), bitSizes(), distances, Arbitraries.of(true, false))
        .as(
            (at, size, by, left) ->
                left
                    ? BitOperation.lshift(BIN, at, size, by)
                    : BitOperation.rshift(BIN, at, size, by));
  }

  @FunctionalInterface
  private interface Sum {
    BitOperation of(String bin, int at, int size, long value, boolean signed, BitOverflow overflow);
  }

  private static Arbitrary<BitOperation> sum(Sum maker) {
    return Combinators.combine(
            bitOffsets(),
            integerSizes(),
            values(),
            Arbitraries.of(true, false),
            Arbitraries.of(BitOverflow.class))
        .as(
            (at, size, value, signed, overflow) ->
                maker.of(BIN, at, size, value, signed, overflow));
  }
}
