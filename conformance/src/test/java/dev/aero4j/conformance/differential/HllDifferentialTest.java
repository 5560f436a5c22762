package dev.aero4j.conformance.differential;

import dev.aero4j.Client;
import dev.aero4j.Key;
import dev.aero4j.conformance.differential.BinProgram.Call;
import dev.aero4j.conformance.differential.BinProgram.Initial;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.model.GeoJson;
import dev.aero4j.model.HyperLogLog;
import dev.aero4j.operation.HllOperation;
import dev.aero4j.operation.HllOptions;
import dev.aero4j.wire.call.WriteFlags;
import dev.aero4j.wire.value.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
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

/** Random operations on HyperLogLogs. */
class HllDifferentialTest {
  private static final String BIN = BinProgram.BIN;

  private static final int MIN_HASH_BITS_AT = 2;

  /** Flags and number of bits come before the count that the server keeps. */
  private static final int COUNT_AT = 3;

  private static final int HEAD = 11;

  private static @Nullable BothServers servers;

  /** Sketches made by additions; some in common, so that intersections are not empty. */
  private static List<Sketch> realistic = List.of();

  /**
   * An argument.
   *
   * @param java its Java source
   */
  private record Sketch(String java, HyperLogLog value) {
    int minHashBits() {
      return value.toBytes()[MIN_HASH_BITS_AT];
    }
  }

  @BeforeContainer
  static void connect() {
    BothServers both = new BothServers();
    servers = both;
    realistic = realistic(both.embedded());
  }

  @AfterContainer
  static void disconnect() {
    if (servers != null) {
      servers.close();
    }
  }

  @Property(afterFailure = AfterFailureMode.RANDOM_SEED, edgeCases = EdgeCasesMode.NONE)
  void sketchesAreTheSame(@ForAll("programs") BinProgram program) {
    if (servers != null) {
      servers.compare(program);
    }
  }

  private static List<Sketch> realistic(Client client) {
    int[][] bits = {
      {4, 0}, {5, 4}, {6, 0}, {6, 10}, {7, 51}, {8, 0}, {8, 4}, {8, 20}, {10, 0}, {10, 7}, {12, 16}
    };
    long[][] ranges = {{0, 3}, {0, 40}, {20, 90}, {0, 1_500}, {1_000, 9_000}};
    List<Sketch> made = new ArrayList<>();
    for (int[] pair : bits) {
      for (long[] range : ranges) {
        Key key = Keys.fresh();
        List<Long> values = LongStream.range(range[0], range[1]).boxed().toList();
        client.operate(key, HllOperation.add(BIN, values, pair[0], pair[1]));
        HyperLogLog sketch = (HyperLogLog) client.get(key).bins().get(BIN);
        made.add(
            new Sketch(
                "sketch(%d, %d, %d, %d)".formatted(pair[0], pair[1], range[0], range[1]), sketch));
      }
    }
    return made;
  }

  @Provide
  static Arbitrary<BinProgram> programs() {
    Arbitrary<List<Call>> command =
        Arbitraries.oneOf(List.of(reads(), reads(), writes())).list().ofMinSize(1).ofMaxSize(2);
    return Combinators.combine(initials().injectNull(0.1), command.list().ofMinSize(2).ofMaxSize(6))
        .as(BinProgram::new);
  }

  private static Arbitrary<Initial> initials() {
    return Arbitraries.frequencyOf(
        Tuple.of(30, sketches().map(sketch -> new Initial(sketch.java(), sketch.value()))),
        Tuple.of(
            1,
            Arbitraries.of(
                new Initial("7", 7L),
                new Initial("new byte[23]", new byte[23]),
                new Initial("List.of()", List.of()))));
  }

  private static Arbitrary<Sketch> sketches() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.of(realistic)),
        Tuple.of(
            2,
            Combinators.combine(
                    indexBits(),
                    minHashBits(),
                    Arbitraries.longs(),
                    Arbitraries.integers().between(0, 8),
                    counts())
                .as(HllDifferentialTest::random)));
  }

  private static Arbitrary<List<Sketch>> someSketches() {
    return Arbitraries.frequencyOf(
        Tuple.of(12, sketches().list().ofMinSize(1).ofMaxSize(2)),
        Tuple.of(1, Arbitraries.just(List.of())),
        Tuple.of(2, sketches().list().ofMinSize(3).ofMaxSize(4)),
        Tuple.of(
            2,
            Arbitraries.of(realistic)
                .filter(sketch -> sketch.minHashBits() > 0)
                .flatMap(
                    first ->
                        Arbitraries.of(realistic)
                            .filter(other -> other.minHashBits() == first.minHashBits())
                            .list()
                            .ofMinSize(3)
                            .ofMaxSize(4))));
  }

  private static Arbitrary<Long> counts() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.just(0L)),
        Tuple.of(1, Arbitraries.longs().between(0, 1 << 20)),
        Tuple.of(1, Arbitraries.longs()));
  }

  /** A sketch of random registers, of which the filling is an eighth each, 0 to 8. */
  private static Sketch random(int indexBits, int minHashBits, long seed, int filling, long count) {
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
    return new Sketch(
        "HyperLogLog.of(HexFormat.of().parseHex(\"" + HexFormat.of().formatHex(bytes) + "\"))",
        HyperLogLog.of(bytes));
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

  private static String java(List<?> values) {
    return Values.toString(values);
  }

  private static Arbitrary<Call> reads() {
    Arbitrary<List<Sketch>> some = someSketches();
    return Arbitraries.frequencyOf(
        Tuple.of(
            2,
            Arbitraries.of(
                new Call("HllOperation.getCount(\"b\")", HllOperation.getCount(BIN)),
                new Call("HllOperation.describe(\"b\")", HllOperation.describe(BIN)))),
        Tuple.of(
            1,
            elementLists()
                .map(
                    values ->
                        new Call(
                            "HllOperation.mayContain(\"b\", " + java(values) + ")",
                            HllOperation.mayContain(BIN, values)))),
        Tuple.of(1, some.map(list -> on("getUnion", list, HllOperation::getUnion))),
        Tuple.of(1, some.map(list -> on("getUnionCount", list, HllOperation::getUnionCount))),
        Tuple.of(
            2, some.map(list -> on("getIntersectCount", list, HllOperation::getIntersectCount))),
        Tuple.of(2, some.map(list -> on("getSimilarity", list, HllOperation::getSimilarity))));
  }

  private static Call on(
      String name,
      List<Sketch> sketches,
      BiFunction<String, List<HyperLogLog>, HllOperation> maker) {
    return new Call(
        "HllOperation."
            + name
            + sketches.stream()
                .map(Sketch::java)
                .collect(Collectors.joining(", ", "(\"b\", List.of(", "))")),
        maker.apply(BIN, sketches.stream().map(Sketch::value).toList()));
  }

  private static Call with(Call call, int flags) {
    return flags == 0
        ? call
        : new Call(
            call.java() + ".with(new HllOptions(" + flags + "))",
            ((HllOperation) call.operation()).with(new HllOptions(flags)));
  }

  private static Arbitrary<Call> writes() {
    Arbitrary<Integer> flags =
        Arbitraries.frequencyOf(
            Tuple.of(8, Arbitraries.just(0)),
            Tuple.of(2, Arbitraries.of(WriteFlags.NO_FAIL, WriteFlags.ALLOW_FOLD)),
            Tuple.of(1, Arbitraries.integers().between(0, 31)));
    return Arbitraries.oneOf(
        Combinators.combine(flagged(), flags).as(HllDifferentialTest::with),
        Arbitraries.just(
            new Call("HllOperation.refreshCount(\"b\")", HllOperation.refreshCount(BIN))),
        anyIndexBits()
            .map(
                bits ->
                    new Call(
                        "HllOperation.fold(\"b\", " + bits + ")", HllOperation.fold(BIN, bits))));
  }

  private static Arbitrary<Call> flagged() {
    return Arbitraries.oneOf(
        List.of(
            anyIndexBits()
                .map(
                    bits ->
                        new Call(
                            "HllOperation.init(\"b\", " + bits + ")",
                            HllOperation.init(BIN, bits))),
            Combinators.combine(anyIndexBits(), anyMinHashBits())
                .as(
                    (index, minHash) ->
                        new Call(
                            "HllOperation.init(\"b\", " + index + ", " + minHash + ")",
                            HllOperation.init(BIN, index, minHash))),
            elementLists()
                .map(
                    values ->
                        new Call(
                            "HllOperation.add(\"b\", " + java(values) + ")",
                            HllOperation.add(BIN, values))),
            Combinators.combine(elementLists(), anyIndexBits())
                .as(
                    (values, index) ->
                        new Call(
                            "HllOperation.add(\"b\", " + java(values) + ", " + index + ")",
                            HllOperation.add(BIN, values, index))),
            Combinators.combine(elementLists(), anyIndexBits(), anyMinHashBits())
                .as(
                    (values, index, minHash) ->
                        new Call(
                            "HllOperation.add(\"b\", "
                                + java(values)
                                + ", "
                                + index
                                + ", "
                                + minHash
                                + ")",
                            HllOperation.add(BIN, values, index, minHash))),
            sketches()
                .list()
                .ofMaxSize(3)
                .map(list -> on("setUnion", list, HllOperation::setUnion))));
  }
}
