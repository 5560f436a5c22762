package dev.aero4j.conformance.differential;

import dev.aero4j.Aerospike;
import dev.aero4j.Client;
import dev.aero4j.Key;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.embedded.EmbeddedAerospike;
import dev.aero4j.expression.Exp;
import dev.aero4j.expression.HllExp;
import dev.aero4j.model.GeoJson;
import dev.aero4j.model.HyperLogLog;
import dev.aero4j.operation.HllOperation;
import dev.aero4j.operation.HllOptions;
import dev.aero4j.wire.call.WriteFlags;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Random programs of operations on HyperLogLogs. */
final class HllPrograms {
  private static final String BIN = "h";

  private static final int MIN_HASH_BITS_AT = 2;

  /** Flags and number of bits come before the count that the server keeps. */
  private static final int COUNT_AT = 3;

  private static final int HEAD = 11;

  /** Sketches made by additions; some in common, so that intersections are not empty. */
  private static final List<HyperLogLog> REALISTIC = realistic();

  private HllPrograms() {}

  private static List<HyperLogLog> realistic() {
    int[][] bits = {
      {4, 0}, {5, 4}, {6, 0}, {6, 10}, {7, 51}, {8, 0}, {8, 4}, {8, 20}, {10, 0}, {10, 7}, {12, 16}
    };
    long[][] ranges = {{0, 3}, {0, 40}, {20, 90}, {0, 1_500}, {1_000, 9_000}};
    List<HyperLogLog> made = new ArrayList<>();
    try (EmbeddedAerospike node = EmbeddedAerospike.start();
        Client client = Aerospike.client("aerospike://" + node.seeds()).connect()) {
      for (int[] pair : bits) {
        for (long[] range : ranges) {
          Key key = Keys.fresh();
          List<Long> values = LongStream.range(range[0], range[1]).boxed().toList();
          client.operate(key, HllOperation.add(BIN, values, pair[0], pair[1]));
          made.add((HyperLogLog) client.get(key).bins().get(BIN));
        }
      }
    }
    return made;
  }

  static Arbitrary<Program> programs() {
    Arbitrary<Step> steps = Arbitraries.oneOf(List.of(reads(), reads(), writes())).map(Step::of);
    return Combinators.combine(
            befores(),
            steps.list().ofMinSize(1).ofMaxSize(4),
            Filters.of(
                Exp.gt(HllExp.getCount(Exp.hllBin(BIN)), Exp.val(30)), Exp.binExists("none")))
        .as(
            (before, calls, filter) ->
                Cases.program(before, calls.toArray(Step[]::new)).filtered(filter));
  }

  private static Arbitrary<List<Step>> befores() {
    return Arbitraries.frequencyOf(
        Tuple.of(27, sketches().map(sketch -> Cases.bins(BIN, sketch))),
        Tuple.of(3, Arbitraries.of(List.of(), Cases.bins("other", 1L))),
        Tuple.of(
            1,
            Arbitraries.of(
                Cases.bins(BIN, 7L),
                Cases.bins(BIN, (Object) new byte[23]),
                Cases.bins(BIN, List.of()))));
  }

  private static Arbitrary<HyperLogLog> sketches() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.of(REALISTIC)),
        Tuple.of(
            2,
            Combinators.combine(
                    indexBits(),
                    minHashBits(),
                    Arbitraries.longs(),
                    Arbitraries.integers().between(0, 8),
                    counts())
                .as(HllPrograms::random)));
  }

  private static Arbitrary<List<HyperLogLog>> someSketches() {
    return Arbitraries.frequencyOf(
        Tuple.of(12, sketches().list().ofMinSize(1).ofMaxSize(2)),
        Tuple.of(1, Arbitraries.just(List.of())),
        Tuple.of(2, sketches().list().ofMinSize(3).ofMaxSize(4)),
        Tuple.of(
            2,
            Arbitraries.of(REALISTIC)
                .filter(sketch -> minHashBits(sketch) > 0)
                .flatMap(
                    first ->
                        Arbitraries.of(REALISTIC)
                            .filter(other -> minHashBits(other) == minHashBits(first))
                            .list()
                            .ofMinSize(3)
                            .ofMaxSize(4))));
  }

  private static int minHashBits(HyperLogLog sketch) {
    return sketch.toBytes()[MIN_HASH_BITS_AT];
  }

  private static Arbitrary<Long> counts() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.just(0L)),
        Tuple.of(1, Arbitraries.longs().between(0, 1 << 20)),
        Tuple.of(1, Arbitraries.longs()));
  }

  /** A sketch of random registers, of which the filling is an eighth each, 0 to 8. */
  private static HyperLogLog random(
      int indexBits, int minHashBits, long seed, int filling, long count) {
    int size = HEAD + (((6 + minHashBits) << indexBits) + 7) / 8;
    byte[] bytes = new byte[size];
    Random random = new Random(seed);
    bytes[1] = (byte) indexBits;
    bytes[2] = (byte) minHashBits;
    for (int i = 0; i < 8; i++) {
      bytes[COUNT_AT + i] = (byte) (count >>> (8 * i));
    }
    for (int at = HEAD; at < size; at++) {
      bytes[at] = random.nextInt(8) < filling ? (byte) random.nextInt() : 0;
    }
    if (filling == 8 && seed % 3 == 0) {
      Arrays.fill(bytes, HEAD, size, (byte) 0xFF);
    }
    return HyperLogLog.of(bytes);
  }

  private static Arbitrary<Integer> indexBits() {
    return Arbitraries.frequencyOf(
        Tuple.of(20, Arbitraries.integers().between(4, 8)),
        Tuple.of(2, Arbitraries.integers().between(9, 12)),
        Tuple.of(1, Arbitraries.integers().between(13, 16)));
  }

  private static Arbitrary<Integer> minHashBits() {
    return Arbitraries.frequencyOf(
        Tuple.of(2, Arbitraries.just(0)),
        Tuple.of(2, Arbitraries.of(4, 7, 10)),
        Tuple.of(1, Arbitraries.integers().between(4, 51)));
  }

  private static Arbitrary<Integer> anyIndexBits() {
    return Arbitraries.frequencyOf(
        Tuple.of(9, indexBits()), Tuple.of(1, Arbitraries.of(-2, -1, 0, 3, 17, 255, 260)));
  }

  private static Arbitrary<Integer> anyMinHashBits() {
    return Arbitraries.frequencyOf(
        Tuple.of(9, minHashBits()), Tuple.of(1, Arbitraries.of(-2, -1, 1, 3, 49, 51, 52, 260)));
  }

  private static Arbitrary<@Nullable Object> elements() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.longs().between(0, 2_000).map(value -> (Object) value)),
        Tuple.of(3, Arbitraries.longs().map(value -> (Object) value)),
        Tuple.of(3, Arbitraries.strings().ofMaxLength(40).map(value -> (Object) value)),
        Tuple.of(
            2, Arbitraries.bytes().array(byte[].class).ofMaxSize(300).map(value -> (Object) value)),
        Tuple.of(2, Arbitraries.doubles().map(value -> (Object) value)),
        Tuple.of(
            1,
            Arbitraries.of(
                true,
                false,
                1.5f,
                Double.NaN,
                -0.0,
                GeoJson.of("{\"type\":\"Point\",\"coordinates\":[1,2]}"),
                HyperLogLog.of(new byte[23]),
                List.of(1L),
                Map.of(1L, 2L))),
        Tuple.of(1, Arbitraries.just((Object) "").injectNull(1)));
  }

  private static Arbitrary<List<@Nullable Object>> elementLists() {
    return Arbitraries.frequencyOf(
        Tuple.of(20, elements().list().ofMinSize(1).ofMaxSize(8)),
        Tuple.of(1, Arbitraries.just(List.of())));
  }

  private static Arbitrary<HllOperation> reads() {
    Arbitrary<List<HyperLogLog>> some = someSketches();
    return Arbitraries.frequencyOf(
        Tuple.of(2, Arbitraries.of(HllOperation.getCount(BIN), HllOperation.describe(BIN))),
        Tuple.of(1, elementLists().map(values -> HllOperation.mayContain(BIN, values))),
        Tuple.of(1, some.map(list -> HllOperation.getUnion(BIN, list))),
        Tuple.of(1, some.map(list -> HllOperation.getUnionCount(BIN, list))),
        Tuple.of(2, some.map(list -> HllOperation.getIntersectCount(BIN, list))),
        Tuple.of(2, some.map(list -> HllOperation.getSimilarity(BIN, list))));
  }

  private static Arbitrary<HllOperation> writes() {
    Arbitrary<Integer> allFlags =
        Arbitraries.frequencyOf(
            Tuple.of(8, Arbitraries.just(0)),
            Tuple.of(2, Arbitraries.of(WriteFlags.NO_FAIL, WriteFlags.ALLOW_FOLD)),
            Tuple.of(1, Arbitraries.integers().between(0, 31)));
    return Arbitraries.oneOf(
        Combinators.combine(flagged(), allFlags)
            .as(
                (operation, flags) ->
                    flags == 0 ? operation : operation.with(new HllOptions(flags))),
        Arbitraries.just(HllOperation.refreshCount(BIN)),
        anyIndexBits().map(bits -> HllOperation.fold(BIN, bits)));
  }

  private static Arbitrary<HllOperation> flagged() {
    return Arbitraries.oneOf(
        List.of(
            anyIndexBits().map(bits -> HllOperation.init(BIN, bits)),
            Combinators.combine(anyIndexBits(), anyMinHashBits())
                .as((index, minHash) -> HllOperation.init(BIN, index, minHash)),
            elementLists().map(values -> HllOperation.add(BIN, values)),
            Combinators.combine(elementLists(), anyIndexBits())
                .as((values, index) -> HllOperation.add(BIN, values, index)),
            Combinators.combine(elementLists(), anyIndexBits(), anyMinHashBits())
                .as((values, index, minHash) -> HllOperation.add(BIN, values, index, minHash)),
            sketches().list().ofMaxSize(3).map(list -> HllOperation.setUnion(BIN, list))));
  }
}
