package dev.aero4j.conformance.differential;

import dev.aero4j.conformance.differential.BinProgram.Call;
import dev.aero4j.conformance.differential.BinProgram.Initial;
import dev.aero4j.model.RawValue;
import dev.aero4j.operation.BitOperation;
import dev.aero4j.operation.BitOptions;
import dev.aero4j.operation.BitOverflow;
import dev.aero4j.operation.BitResize;
import dev.aero4j.wire.call.WriteFlags;
import dev.aero4j.wire.value.ParticleType;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** Random operations on the bits of a blob. */
class BitDifferentialTest {
  private static final String BIN = BinProgram.BIN;

  /** No blob of a program has so many bits. */
  private static final int PAST_ALL = 1 << 16;

  private static @Nullable BothServers servers;

  @BeforeContainer
  static void connect() {
    servers = new BothServers();
  }

  @AfterContainer
  static void disconnect() {
    if (servers != null) {
      servers.close();
    }
  }

  @Property(afterFailure = AfterFailureMode.RANDOM_SEED, edgeCases = EdgeCasesMode.NONE)
  void blobsAreTheSame(@ForAll("programs") BinProgram program) {
    if (servers != null) {
      servers.compare(program);
    }
  }

  @Provide
  static Arbitrary<BinProgram> programs() {
    Arbitrary<List<Call>> command =
        Arbitraries.oneOf(List.of(reads(), writes())).list().ofMinSize(1).ofMaxSize(2);
    return Combinators.combine(
            initials().injectNull(0.05), command.list().ofMinSize(2).ofMaxSize(6))
        .as(BinProgram::new);
  }

  private static Arbitrary<Initial> initials() {
    Arbitrary<Initial> blobs =
        Arbitraries.frequencyOf(Tuple.of(6, blobs(8, 24)), Tuple.of(1, blobs(0, 8)))
            .map(blob -> new Initial(java(blob), blob));
    return Arbitraries.frequencyOf(
        Tuple.of(30, blobs),
        Tuple.of(
            1,
            Arbitraries.of(
                new Initial("7", 7L),
                new Initial("\"text\"", "text"),
                new Initial(
                    "new RawValue(ParticleType.JAVA_BLOB, new byte[8])",
                    new RawValue(ParticleType.JAVA_BLOB, new byte[8])),
                new Initial("List.of()", List.of()))));
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

  private static String java(byte[] bytes) {
    return "HexFormat.of().parseHex(\"" + HexFormat.of().formatHex(bytes) + "\")";
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

  private static Arbitrary<Call> reads() {
    Arbitrary<Boolean> either = Arbitraries.of(true, false);
    return Arbitraries.oneOf(
        List.of(
            Combinators.combine(bitOffsets(), bitSizes())
                .as((at, size) -> read("get", BitOperation.get(BIN, at, size), at, size)),
            Combinators.combine(bitOffsets(), bitSizes())
                .as((at, size) -> read("count", BitOperation.count(BIN, at, size), at, size)),
            Combinators.combine(bitOffsets(), bitSizes(), either)
                .as(
                    (at, size, bit) ->
                        read("lscan", BitOperation.lscan(BIN, at, size, bit), at, size, bit)),
            Combinators.combine(bitOffsets(), bitSizes(), either)
                .as(
                    (at, size, bit) ->
                        read("rscan", BitOperation.rscan(BIN, at, size, bit), at, size, bit)),
            Combinators.combine(bitOffsets(), integerSizes(), either)
                .as(
                    (at, size, signed) ->
                        read(
                            "getInt",
                            BitOperation.getInt(BIN, at, size, signed),
                            at,
                            size,
                            signed))));
  }

  private static Call read(String name, BitOperation operation, Object... arguments) {
    return new Call(source(name, arguments), operation);
  }

  private static String source(String name, Object... arguments) {
    StringBuilder text = new StringBuilder("BitOperation.").append(name).append("(\"b\"");
    for (Object argument : arguments) {
      text.append(", ").append(argument).append(argument instanceof Long ? "L" : "");
    }
    return text.append(')').toString();
  }

  /** A write for any options. */
  private record Write(String java, BitOperation operation, boolean shifts, long by) {
    static Write of(String name, BitOperation operation, Object... arguments) {
      return new Write(source(name, arguments), operation, false, 0);
    }

    Call with(int flags) {
      int safe = flags;
      // Past the blob's end the server of version 8.1.2 shifts by the wrong size, and may die of
      // it.
      if (shifts && by >= Byte.SIZE && by < PAST_ALL) {
        safe &= ~WriteFlags.PARTIAL;
      }
      return safe == 0
          ? new Call(java, operation)
          : new Call(
              java + ".with(new BitOptions(" + safe + "))", operation.with(new BitOptions(safe)));
    }
  }

  private static Arbitrary<Call> writes() {
    Arbitrary<Integer> flags =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.just(0)),
            Tuple.of(
                2, Arbitraries.of(WriteFlags.PARTIAL, WriteFlags.NO_FAIL, WriteFlags.UPDATE_ONLY)),
            Tuple.of(1, Arbitraries.integers().between(0, 31)));
    return Combinators.combine(writesOfAnyOptions(), flags).as(Write::with);
  }

  private static Arbitrary<Write> writesOfAnyOptions() {
    List<Arbitrary<Write>> all = new ArrayList<>();
    all.add(
        Combinators.combine(byteSizes(), Arbitraries.of(BitResize.class).set())
            .as(
                (size, how) -> {
                  BitResize[] flags = how.toArray(BitResize[]::new);
                  List<Object> arguments = new ArrayList<>(List.of(size));
                  how.forEach(flag -> arguments.add("BitResize." + flag));
                  return Write.of(
                      "resize", BitOperation.resize(BIN, size, flags), arguments.toArray());
                }));
    all.add(
        Combinators.combine(byteOffsets(), blobs(0, 6))
            .as(
                (at, bytes) ->
                    Write.of("insert", BitOperation.insert(BIN, at, bytes), at, java(bytes))));
    all.add(
        Combinators.combine(byteOffsets(), byteSizes())
            .as((at, size) -> Write.of("remove", BitOperation.remove(BIN, at, size), at, size)));
    all.add(
        Combinators.combine(bitOffsets(), bitSizes())
            .as((at, size) -> Write.of("not", BitOperation.not(BIN, at, size), at, size)));
    all.add(ofBits("set", BitOperation::set));
    all.add(ofBits("or", BitOperation::or));
    all.add(ofBits("xor", BitOperation::xor));
    all.add(ofBits("and", BitOperation::and));
    all.add(shift("lshift", BitOperation::lshift));
    all.add(shift("rshift", BitOperation::rshift));
    all.add(sum("add", BitOperation::add));
    all.add(sum("add", BitOperation::add));
    all.add(sum("subtract", BitOperation::subtract));
    all.add(sum("subtract", BitOperation::subtract));
    all.add(
        Combinators.combine(bitOffsets(), integerSizes(), values())
            .as(
                (at, size, value) ->
                    Write.of(
                        "setInt", BitOperation.setInt(BIN, at, size, value), at, size, value)));
    return Arbitraries.oneOf(all);
  }

  @FunctionalInterface
  private interface OfBits {
    BitOperation of(String bin, int at, int size, byte[] bits);
  }

  private static Arbitrary<Write> ofBits(String name, OfBits maker) {
    return Combinators.combine(bitOffsets(), bitSizes(), blobs(5, 11))
        .as(
            (at, size, bits) ->
                Write.of(name, maker.of(BIN, at, size, bits), at, size, java(bits)));
  }

  @FunctionalInterface
  private interface Shift {
    BitOperation of(String bin, int at, int size, int by);
  }

  private static Arbitrary<Write> shift(String name, Shift maker) {
    Arbitrary<Integer> distances =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.integers().between(0, 7)),
            Tuple.of(3, Arbitraries.integers().between(8, 90)),
            Tuple.of(1, Arbitraries.of(-1, PAST_ALL, 1 << 30, (1 << 30) + 1)));
    return Combinators.combine(bitOffsets(), bitSizes(), distances)
        .as(
            (at, size, by) ->
                new Write(source(name, at, size, by), maker.of(BIN, at, size, by), true, by));
  }

  @FunctionalInterface
  private interface Sum {
    BitOperation of(String bin, int at, int size, long value, boolean signed, BitOverflow overflow);
  }

  private static Arbitrary<Write> sum(String name, Sum maker) {
    return Combinators.combine(
            bitOffsets(),
            integerSizes(),
            values(),
            Arbitraries.of(true, false),
            Arbitraries.of(BitOverflow.class))
        .as(
            (at, size, value, signed, overflow) ->
                Write.of(
                    name,
                    maker.of(BIN, at, size, value, signed, overflow),
                    at,
                    size,
                    value,
                    signed,
                    "BitOverflow." + overflow));
  }
}
