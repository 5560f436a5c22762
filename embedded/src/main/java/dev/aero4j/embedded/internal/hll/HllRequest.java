package dev.aero4j.embedded.internal.hll;

import dev.aero4j.embedded.internal.value.CallArguments;
import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.call.Argument;
import dev.aero4j.wire.call.HllOpcode;
import dev.aero4j.wire.call.WriteFlags;
import java.util.ArrayList;
import java.util.List;

/**
 * What a call on a HyperLogLog asks for, with everything checked that can be without the sketch.
 * Confined to one call.
 */
final class HllRequest {
  /** So many sketches can be intersected with another one without min-hashes. */
  private static final int MOST_WITHOUT_MIN_HASH = 2;

  private final HllOpcode opcode;
  private List<byte[]> elements = List.of();
  private List<Sketch> sketches = List.of();
  private int indexBits = Sketch.UNSET;
  private int minHashBits = Sketch.UNSET;
  private long flags;

  private HllRequest(HllOpcode opcode) {
    this.opcode = opcode;
  }

  /**
   * Reads all arguments.
   *
   * @throws Refusal with PARAMETER_ERROR when one is missing, or cannot be
   */
  static HllRequest read(HllOpcode opcode, CallArguments arguments) {
    HllRequest request = new HllRequest(opcode);
    int count = arguments.count(opcode.signature());
    List<Argument> expected = opcode.signature().arguments();
    for (int i = 0; i < count; i++) {
      request.read(expected.get(i), arguments);
    }
    return request;
  }

  private void read(Argument argument, CallArguments arguments) {
    switch (argument) {
      case VALUES -> {
        elements = arguments.readScalars();
        require(!elements.isEmpty());
      }
      case SKETCHES -> sketches = checkedSketches(arguments.readBytesOrList());
      case INDEX_BITS -> {
        long bits = arguments.readInteger();
        require(bits == Sketch.UNSET || Sketch.areIndexBits(bits));
        indexBits = (int) bits;
      }
      case MIN_HASH_BITS -> {
        long bits = arguments.readInteger();
        require(bits == Sketch.UNSET || Sketch.areMinHashBits(bits));
        minHashBits = (int) bits;
        require(Sketch.fitTogether(indexBits, minHashBits));
      }
      case FLAGS -> flags = checkedFlags(arguments.readInteger());
      default -> throw new IllegalStateException(opcode + " has no argument " + argument);
    }
  }

  private static void require(boolean valid) {
    if (!valid) {
      throw Refusal.of(ResultCode.PARAMETER_ERROR);
    }
  }

  private List<Sketch> checkedSketches(List<byte[]> given) {
    require(!given.isEmpty());
    List<Sketch> checked = new ArrayList<>(given.size());
    for (byte[] bytes : given) {
      Sketch sketch = Sketch.read(bytes);
      if (sketch == null) {
        throw Refusal.of(ResultCode.PARAMETER_ERROR);
      }
      checked.add(sketch);
    }
    if (intersectsMany(checked)) {
      int common = checked.get(0).minHashBits();
      require(common != 0 && checked.stream().allMatch(each -> each.minHashBits() == common));
    }
    return checked;
  }

  private boolean intersectsMany(List<Sketch> all) {
    return (opcode == HllOpcode.GET_INTERSECT_COUNT || opcode == HllOpcode.GET_SIMILARITY)
        && all.size() > MOST_WITHOUT_MIN_HASH;
  }

  private long checkedFlags(long given) {
    int known =
        WriteFlags.CREATE_ONLY
            | WriteFlags.NO_FAIL
            | switch (opcode) {
              case INIT -> WriteFlags.UPDATE_ONLY;
              case SET_UNION -> WriteFlags.UPDATE_ONLY | WriteFlags.ALLOW_FOLD;
              default -> 0;
            };
    int both = WriteFlags.CREATE_ONLY | WriteFlags.UPDATE_ONLY;
    require((given & ~known) == 0 && (given & both) != both);
    return given;
  }

  HllOpcode opcode() {
    return opcode;
  }

  /** Returns the elements' msgpack. */
  List<byte[]> elements() {
    return elements;
  }

  List<Sketch> sketches() {
    return sketches;
  }

  /** Returns whether so many sketches are to be intersected that all need the same min-hashes. */
  boolean intersectsMany() {
    return intersectsMany(sketches);
  }

  /** Returns the index bits, or {@link Sketch#UNSET}. */
  int indexBits() {
    return indexBits;
  }

  /** Returns the min-hash bits, or {@link Sketch#UNSET}. */
  int minHashBits() {
    return minHashBits;
  }

  boolean has(int flag) {
    return (flags & flag) != 0;
  }
}
