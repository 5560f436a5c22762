package dev.aero4j.conformance.differential;

import dev.aero4j.conformance.differential.Program.Act;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.call.BitOpcode;
import dev.aero4j.wire.call.CallOpcode;
import dev.aero4j.wire.call.ContextCode;
import dev.aero4j.wire.call.HllOpcode;
import dev.aero4j.wire.call.ListOpcode;
import dev.aero4j.wire.call.MapOpcode;
import dev.aero4j.wire.message.OperationType;
import dev.aero4j.wire.value.MsgPackWriter;
import dev.aero4j.wire.value.OrderedMap;
import dev.aero4j.wire.value.ParticleType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What programs are made of, in the words that {@link JavaPrinter} writes. */
final class Cases {
  private Cases() {}

  static Program program(List<Step> before, Step... steps) {
    return new Program(before, Act.OPERATE, List.of(steps), null);
  }

  /** Returns a program that reads the whole record. */
  static Program get(List<Step> before) {
    return new Program(before, Act.GET, List.of(), null);
  }

  /** Returns a program that removes the record. */
  static Program remove(List<Step> before) {
    return new Program(before, Act.REMOVE, List.of(), null);
  }

  /** Returns the writes of bins, of names and values in turn. */
  static List<Step> bins(@Nullable Object... namesAndValues) {
    List<Step> bins = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      bins.add(put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]));
    }
    return bins;
  }

  static Step put(String bin, @Nullable Object value) {
    return Step.put(bin, value);
  }

  static List<@Nullable Object> list(@Nullable Object... elements) {
    return new ArrayList<>(Arrays.asList(elements));
  }

  /** Returns a map, of keys and values in turn. */
  static Map<@Nullable Object, @Nullable Object> map(@Nullable Object... keysAndValues) {
    return fill(new LinkedHashMap<>(), keysAndValues);
  }

  static Map<@Nullable Object, @Nullable Object> keyOrdered(@Nullable Object... keysAndValues) {
    return fill(new OrderedMap(false), keysAndValues);
  }

  static Map<@Nullable Object, @Nullable Object> keyValueOrdered(
      @Nullable Object... keysAndValues) {
    return fill(new OrderedMap(true), keysAndValues);
  }

  private static Map<@Nullable Object, @Nullable Object> fill(
      Map<@Nullable Object, @Nullable Object> map, @Nullable Object... keysAndValues) {
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  /** Returns a part of a call that is given in msgpack, such as an expression. */
  static Packed packed(String hex) {
    return new Packed(bytes(hex));
  }

  /** Returns a path, of steps' numbers and what they go by in turn. */
  static List<@Nullable Object> path(@Nullable Object... codesAndValues) {
    return list(codesAndValues);
  }

  /** Returns a call on what a bin holds. */
  static Step call(CallOpcode opcode, String bin, List<? extends @Nullable Object> arguments) {
    return call(opcode, bin, List.of(), arguments);
  }

  /** Returns a call at the end of a path inside a bin, or on the bin itself without a path. */
  static Step call(
      CallOpcode opcode,
      String bin,
      List<? extends @Nullable Object> path,
      List<? extends @Nullable Object> arguments) {
    WireWriter out = new WireWriter(64);
    if (!path.isEmpty()) {
      MsgPackWriter.writeListHeader(out, 3);
      MsgPackWriter.writeLong(out, ContextCode.CALL_AT);
      MsgPackWriter.writeListHeader(out, path.size());
      path.forEach(part -> Packed.write(out, part));
    }
    MsgPackWriter.writeListHeader(out, arguments.size() + 1);
    MsgPackWriter.writeLong(out, opcode.code());
    arguments.forEach(argument -> Packed.write(out, argument));
    return raw(typeOf(opcode), bin, out.toByteArray());
  }

  static int typeOf(CallOpcode opcode) {
    return switch (opcode) {
      case ListOpcode list -> list.modifies() ? OperationType.CDT_MODIFY : OperationType.CDT_READ;
      case MapOpcode map -> map.modifies() ? OperationType.CDT_MODIFY : OperationType.CDT_READ;
      case BitOpcode bit -> bit.modifies() ? OperationType.BIT_MODIFY : OperationType.BIT_READ;
      case HllOpcode hll -> hll.modifies() ? OperationType.HLL_MODIFY : OperationType.HLL_READ;
    };
  }

  /** Returns a selection by a path that may branch. */
  static Step select(String bin, List<? extends @Nullable Object> path, long flags) {
    return raw(OperationType.CDT_READ, bin, selection(path, flags, null));
  }

  /** Returns a modification of what a path that may branch selects. */
  static Step modify(
      String bin, List<? extends @Nullable Object> path, long flags, Packed modification) {
    return raw(OperationType.CDT_MODIFY, bin, selection(path, flags, modification));
  }

  private static byte[] selection(
      List<? extends @Nullable Object> path, long flags, @Nullable Packed modification) {
    WireWriter out = new WireWriter(64);
    MsgPackWriter.writeListHeader(out, modification == null ? 3 : 4);
    MsgPackWriter.writeLong(out, ContextCode.SELECT);
    MsgPackWriter.writeListHeader(out, path.size());
    path.forEach(part -> Packed.write(out, part));
    MsgPackWriter.writeLong(out, flags);
    if (modification != null) {
      Packed.write(out, modification);
    }
    return out.toByteArray();
  }

  /** Returns a step that evaluates an expression. */
  static Step read(String name, Packed expression, long flags) {
    return raw(OperationType.EXPRESSION_READ, name, evaluation(expression, flags));
  }

  /** Returns a step that writes what an expression comes to. */
  static Step write(String bin, Packed expression, long flags) {
    return raw(OperationType.EXPRESSION_MODIFY, bin, evaluation(expression, flags));
  }

  private static byte[] evaluation(Packed expression, long flags) {
    WireWriter out = new WireWriter(64);
    MsgPackWriter.writeListHeader(out, 2);
    Packed.write(out, expression);
    MsgPackWriter.writeLong(out, flags);
    return out.toByteArray();
  }

  /** Returns a step whose value is a blob, as calls have it. */
  static Step raw(int operation, String bin, byte[] value) {
    return new Step(operation, ParticleType.BLOB, bin, value);
  }

  /** Returns a step of any kind. */
  static Step raw(int operation, int particle, String bin, String hex) {
    return new Step(operation, particle, bin, bytes(hex));
  }
}
