package dev.aero4j.embedded.internal.hll;

import dev.aero4j.embedded.internal.value.BytesResult;
import dev.aero4j.embedded.internal.value.CallArguments;
import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.model.HyperLogLog;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.call.HllOpcode;
import dev.aero4j.wire.call.WriteFlags;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calls on a HyperLogLog, whoever makes them: operations and expressions. */
public final class HllCalls {
  private HllCalls() {}

  /** Returns whether bytes are a HyperLogLog that the server takes. */
  public static boolean isSketch(byte[] bytes) {
    Sketch sketch = Sketch.read(bytes);
    return sketch != null && Sketch.fitTogether(sketch.indexBits(), sketch.minHashBits());
  }

  /**
   * Makes a call.
   *
   * @param sketch the HyperLogLog's bytes, never changed; null for none, which init, add and union
   *     make
   * @param opcode the call
   * @param arguments its arguments, as {@link dev.aero4j.wire.value.MsgPack} reads them
   * @return the changed sketch, and what the call gives: {@code Long}, or {@code Double} for the
   *     similarity, a list of two for the description, {@link HyperLogLog} for the union
   * @throws Refusal when it cannot be made, with its code
   */
  public static BytesResult apply(byte @Nullable [] sketch, HllOpcode opcode, List<?> arguments) {
    return apply(sketch, opcode, CallArguments.of(arguments));
  }

  /** Makes a call whose arguments are still to be read. */
  static BytesResult apply(byte @Nullable [] bytes, HllOpcode opcode, CallArguments arguments) {
    if (bytes != null && !isSketch(bytes)) {
      throw Refusal.of(ResultCode.SERVER_ERROR);
    }
    HllRequest request = HllRequest.read(opcode, arguments);
    Sketch sketch = bytes == null ? null : Sketch.read(bytes);
    if (opcode.modifies()) {
      return modify(sketch, request);
    }
    if (sketch == null) {
      throw Refusal.of(ResultCode.BIN_NOT_FOUND);
    }
    return BytesResult.of(read(sketch, request));
  }

  private static BytesResult modify(@Nullable Sketch sketch, HllRequest request) {
    if (sketch == null && request.has(WriteFlags.UPDATE_ONLY)) {
      return refuse(request, ResultCode.BIN_NOT_FOUND);
    } else if (sketch != null && request.has(WriteFlags.CREATE_ONLY)) {
      return refuse(request, ResultCode.BIN_EXISTS);
    }
    return switch (request.opcode()) {
      case INIT -> BytesResult.changed(init(sketch, request).bytes());
      case ADD -> add(sketch == null ? init(null, request) : sketch.copy(), request.elements());
      case SET_UNION -> BytesResult.changed(setUnion(sketch, request).bytes());
      case REFRESH_COUNT -> refreshCount(present(sketch).copy());
      case FOLD -> BytesResult.changed(fold(present(sketch), request.indexBits()).bytes());
      default -> throw new IllegalStateException(request.opcode() + " is no write");
    };
  }

  /** A refusal for what is there, or not, is silent when it is asked to be. */
  private static BytesResult refuse(HllRequest request, int resultCode) {
    if (request.has(WriteFlags.NO_FAIL)) {
      return BytesResult.nothing();
    }
    throw Refusal.of(resultCode);
  }

  private static Sketch present(@Nullable Sketch sketch) {
    if (sketch == null) {
      throw Refusal.of(ResultCode.BIN_NOT_FOUND);
    }
    return sketch;
  }

  private static void requireApplicable(boolean applicable) {
    if (!applicable) {
      throw Refusal.of(ResultCode.OPERATION_NOT_APPLICABLE);
    }
  }

  /** What is not given stays as it was. */
  private static Sketch init(@Nullable Sketch sketch, HllRequest request) {
    int indexBits = request.indexBits();
    int minHashBits = request.minHashBits();
    if (sketch != null) {
      indexBits = indexBits == Sketch.UNSET ? sketch.indexBits() : indexBits;
      minHashBits = minHashBits == Sketch.UNSET ? sketch.minHashBits() : minHashBits;
    }
    requireApplicable(indexBits != Sketch.UNSET);
    minHashBits = minHashBits == Sketch.UNSET ? 0 : minHashBits;
    requireApplicable(Sketch.fitTogether(indexBits, minHashBits));
    return Sketch.empty(indexBits, minHashBits);
  }

  private static BytesResult add(Sketch sketch, List<byte[]> elements) {
    long changes = 0;
    for (byte[] element : elements) {
      if (sketch.add(element)) {
        changes++;
      }
    }
    return new BytesResult(sketch.bytes(), changes);
  }

  /** A sketch that is there becomes less exact only when that is allowed. */
  private static Sketch setUnion(@Nullable Sketch sketch, HllRequest request) {
    if (sketch == null) {
      return Estimates.union(request.sketches());
    }
    Sketch union = Estimates.union(with(sketch, request));
    requireApplicable(
        request.has(WriteFlags.ALLOW_FOLD)
            || (union.indexBits() == sketch.indexBits()
                && union.minHashBits() == sketch.minHashBits()));
    return union;
  }

  private static List<Sketch> with(Sketch sketch, HllRequest request) {
    List<Sketch> all = new ArrayList<>(request.sketches());
    all.add(sketch);
    return all;
  }

  private static BytesResult refreshCount(Sketch sketch) {
    long count = Estimates.count(sketch);
    sketch.keepCount(count);
    return new BytesResult(sketch.bytes(), count);
  }

  private static Sketch fold(Sketch sketch, int indexBits) {
    requireApplicable(
        sketch.minHashBits() == 0 && indexBits != Sketch.UNSET && indexBits <= sketch.indexBits());
    if (indexBits == sketch.indexBits()) {
      return sketch;
    }
    Sketch folded = Sketch.empty(indexBits, 0);
    folded.unite(sketch);
    return folded;
  }

  private static Object read(Sketch sketch, HllRequest request) {
    return switch (request.opcode()) {
      case GET_COUNT -> Estimates.count(sketch);
      case GET_UNION -> HyperLogLog.of(Estimates.union(with(sketch, request)).bytes());
      case GET_UNION_COUNT -> Estimates.count(Estimates.union(with(sketch, request)));
      case GET_INTERSECT_COUNT -> Estimates.intersectCount(comparable(sketch, request));
      case GET_SIMILARITY -> Estimates.similarity(comparable(sketch, request));
      case DESCRIBE -> List.of((long) sketch.indexBits(), (long) sketch.minHashBits());
      case MAY_CONTAIN -> request.elements().stream().allMatch(sketch::mayContain) ? 1L : 0L;
      default -> throw new IllegalStateException(request.opcode() + " is no read");
    };
  }

  private static List<Sketch> comparable(Sketch sketch, HllRequest request) {
    requireApplicable(
        !request.intersectsMany()
            || sketch.minHashBits() == request.sketches().get(0).minHashBits());
    return with(sketch, request);
  }
}
