package dev.aero4j.internal.command;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aero4j.Bins;
import dev.aero4j.ClientConfig;
import dev.aero4j.Key;
import dev.aero4j.expression.Expression;
import dev.aero4j.model.GeoJson;
import dev.aero4j.model.HyperLogLog;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.CommandPolicy;
import dev.aero4j.policy.CommitLevel;
import dev.aero4j.policy.GenerationPolicy;
import dev.aero4j.policy.KeyPolicy;
import dev.aero4j.policy.ReadModeAp;
import dev.aero4j.policy.ReadModeSc;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.policy.RecordExistsAction;
import dev.aero4j.policy.Ttl;
import dev.aero4j.policy.WriteMeta;
import dev.aero4j.policy.WritePolicy;
import dev.aero4j.wire.WireWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each command must be, byte for byte, what the official client sends for the same call. */
class OfficialBytesTest {
  private static final Commands COMMANDS =
      new Commands(ClientConfig.builder().host("127.0.0.1").build());
  private static final Key TEXT = Key.of("test", "demo", "user1");
  private static final Key NUMBER = Key.of("test", "demo", 42);
  private static final Key BYTES = Key.of("test", "demo", new byte[] {1, 2, 3});
  private static final Expression FILTER = Expression.fromBase64("kwGTUQKhYQE=");
  private static final ReadPolicy READ_OPTIONS =
      ReadPolicy.builder()
          .readModeAp(ReadModeAp.ALL)
          .readModeSc(ReadModeSc.ALLOW_UNAVAILABLE)
          .readTouchTtlPercent(80)
          .totalTimeout(Duration.ZERO)
          .compress(true)
          .filterExpression(FILTER)
          .build();
  private static final WritePolicy WRITE_OPTIONS =
      WritePolicy.builder()
          .recordExistsAction(RecordExistsAction.CREATE_ONLY)
          .expectGeneration(7)
          .ttl(300)
          .commitLevel(CommitLevel.MASTER)
          .durableDelete(true)
          .keyPolicy(KeyPolicy.SEND)
          .filterExpression(FILTER)
          .build();

  private static final Map<String, RecordCommand<?>> CALLS = Map.ofEntries(calls());

  @SuppressWarnings({"unchecked", "rawtypes"}) // An array of generic entries.
  private static Map.Entry<String, RecordCommand<?>>[] calls() {
    Bins one = Bins.of("a", 1);
    return Stream.concat(Stream.concat(reads(), writes(one)), Stream.concat(values(), operates()))
        .toArray(Map.Entry[]::new);
  }

  private static Stream<Map.Entry<String, RecordCommand<?>>> reads() {
    ReadPolicy linearize =
        ReadPolicy.builder()
            .readModeSc(ReadModeSc.LINEARIZE)
            .socketTimeout(Duration.ofMillis(250))
            .readTouchTtlPercent(-1)
            .build();
    ReadPolicy replica = ReadPolicy.builder().readModeSc(ReadModeSc.ALLOW_REPLICA).build();
    return Stream.of(
        entry("get", COMMANDS.get(TEXT)),
        entry("getNoSet", COMMANDS.get(Key.of("test", null, "user1"))),
        entry("getLongKey", COMMANDS.get(NUMBER)),
        entry("getBytesKey", COMMANDS.get(BYTES)),
        entry("getAllOptions", COMMANDS.get(TEXT, READ_OPTIONS)),
        entry("getLinearize", COMMANDS.get(TEXT, linearize)),
        entry("getAllowReplica", COMMANDS.get(TEXT, replica)),
        entry("select", COMMANDS.select(TEXT, List.of("a", "bb"))),
        entry("exists", COMMANDS.exists(TEXT)),
        entry("existsAllOptions", COMMANDS.exists(TEXT, READ_OPTIONS)));
  }

  private static Stream<Map.Entry<String, RecordCommand<?>>> writes(Bins one) {
    WritePolicy sendNumber =
        WritePolicy.builder()
            .keyPolicy(KeyPolicy.SEND)
            .ttl(Ttl.NEVER_EXPIRE)
            .recordExistsAction(RecordExistsAction.UPDATE_ONLY)
            .generationPolicy(GenerationPolicy.EXPECT_GREATER)
            .generation(70_000)
            .build();
    WritePolicy sendBytes =
        WritePolicy.builder()
            .keyPolicy(KeyPolicy.SEND)
            .ttl(Ttl.DONT_UPDATE)
            .recordExistsAction(RecordExistsAction.REPLACE)
            .build();
    WritePolicy replaceOnly =
        WritePolicy.builder().recordExistsAction(RecordExistsAction.REPLACE_ONLY).build();
    return Stream.of(
        entry("putAllOptions", COMMANDS.put(TEXT, one, WRITE_OPTIONS)),
        entry("putSendLongKey", COMMANDS.put(NUMBER, one, sendNumber)),
        entry("putSendBytesKey", COMMANDS.put(BYTES, one, sendBytes)),
        entry("putReplaceOnly", COMMANDS.put(TEXT, one, replaceOnly)),
        entry("remove", COMMANDS.remove(TEXT)),
        entry("removeAllOptions", COMMANDS.remove(TEXT, WRITE_OPTIONS)),
        entry("touch", COMMANDS.touch(TEXT)),
        entry("touchTtl", COMMANDS.touch(TEXT, 300)),
        entry("append", COMMANDS.append(TEXT, "s", "x")),
        entry("appendBytes", COMMANDS.append(TEXT, "y", new byte[] {1})),
        entry("prepend", COMMANDS.prepend(TEXT, "s", "x")),
        entry("increment", COMMANDS.increment(TEXT, "a", 5L)),
        entry("incrementDouble", COMMANDS.increment(TEXT, "d", 0.5)),
        entry("removeBin", COMMANDS.removeBin(TEXT, List.of("a", "b"))));
  }

  private static Stream<Map.Entry<String, RecordCommand<?>>> values() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("j", List.of("z"));
    map.put("k", 1);
    List<Object> list = Arrays.asList(1, "x", 2.5, true, null, new byte[] {7}, List.of(1, 300));
    GeoJson point = GeoJson.of("{\"type\":\"Point\",\"coordinates\":[1.0,2.0]}");
    HyperLogLog sketch = HyperLogLog.of(new byte[] {1, 2, 3, 4});
    Bins scalars =
        Bins.of("s", "h\u00e9llo", "d", 1.5, "y", new byte[] {9, 8}, "t", true, "n", null);
    return Stream.of(
        entry("putInt", COMMANDS.put(TEXT, Bins.of("a", 1, "b", -5))),
        entry("putScalars", COMMANDS.put(TEXT, scalars)),
        entry("putGeo", COMMANDS.put(TEXT, Bins.of("g", point))),
        entry("putHll", COMMANDS.put(TEXT, Bins.of("h", sketch))),
        entry("putList", COMMANDS.put(TEXT, Bins.of("l", list))),
        entry("putMap", COMMANDS.put(TEXT, Bins.of("m", map))));
  }

  private static Stream<Map.Entry<String, RecordCommand<?>>> operates() {
    List<Operation> addGet = List.of(Operation.add("a", 1), Operation.get("a"));
    WritePolicy readPercent =
        WritePolicy.builder()
            .readTouchTtlPercent(50)
            .readModeAp(ReadModeAp.ALL)
            .readModeSc(ReadModeSc.LINEARIZE)
            .compress(true)
            .ttl(77)
            .build();
    WritePolicy linearize = WRITE_OPTIONS.toBuilder().readModeSc(ReadModeSc.LINEARIZE).build();
    List<Operation> everything =
        List.of(
            Operation.put("a", "x"),
            Operation.append("a", "y"),
            Operation.prepend("a", "z"),
            Operation.add("d", 1.5),
            Operation.touch(),
            Operation.delete());
    return Stream.of(
        entry("operate", COMMANDS.operate(TEXT, addGet)),
        entry(
            "operateReads",
            COMMANDS.operate(TEXT, List.of(Operation.get("a"), Operation.get("b")))),
        entry("operateReadPct", COMMANDS.operate(TEXT, List.of(Operation.get("a")), readPercent)),
        entry(
            "operateGetAll",
            COMMANDS.operate(TEXT, List.of(Operation.put("a", 1), Operation.get()))),
        entry(
            "operateHeader",
            COMMANDS.operate(TEXT, List.of(Operation.touch(), Operation.getHeader()))),
        entry("operateAll", COMMANDS.operate(TEXT, everything)),
        entry("operateOrdered", COMMANDS.operateOrdered(TEXT, addGet)),
        entry(
            "operateOrderedGetAll",
            COMMANDS.operateOrdered(TEXT, List.of(Operation.add("a", 1), Operation.get()))),
        entry("operateOptions", COMMANDS.operate(TEXT, addGet, linearize, WriteMeta.ttl(77))));
  }

  static Map<String, String> recorded() throws IOException {
    Map<String, String> recorded = new LinkedHashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                OfficialBytesTest.class.getResourceAsStream("official-commands.txt"),
                StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" "))
          .forEach(parts -> recorded.put(parts[0], parts[1]));
    }
    return recorded;
  }

  static Stream<String> names() throws IOException {
    return recorded().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void aCommandIsWhatTheOfficialClientSends(String name) throws IOException {
    RecordCommand<?> command = CALLS.get(name);
    WireWriter writer = new WireWriter(16);
    RecordEncoder.writeSingle(writer, command, serverTimeoutMillis(command.policy()));
    assertThat(HexFormat.of().formatHex(writer.toByteArray())).isEqualTo(recorded().get(name));
  }

  @Test
  void everyCallHasARecording() throws IOException {
    assertThat(CALLS.keySet()).isEqualTo(recorded().keySet());
  }

  private static int serverTimeoutMillis(CommandPolicy policy) {
    int total = policy.totalTimeoutMillis();
    int socket = policy.socketTimeoutMillis();
    return total == 0 || socket == 0 ? total : Math.min(total, socket);
  }
}
