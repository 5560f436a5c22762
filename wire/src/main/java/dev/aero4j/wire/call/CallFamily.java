package dev.aero4j.wire.call;

import org.jspecify.annotations.Nullable;

/** What a call is made on. */
public enum CallFamily {
  /** Lists and maps. */
  COLLECTION(0),
  BITS(1),
  HLL(2);

  /** Flag of a family's number in an expression: the call gives the changed value back. */
  public static final int MODIFIES = 0x40;

  private static final CallFamily[] BY_CODE = values();

  private static final @Nullable CallOpcode[][] OPCODES =
      new CallOpcode[BY_CODE.length][MapOpcode.GET_BY_VALUE_RELATIVE_RANK_RANGE.code() + 1];

  static {
    addAll(COLLECTION, ListOpcode.values());
    addAll(COLLECTION, MapOpcode.values());
    addAll(BITS, BitOpcode.values());
    addAll(HLL, HllOpcode.values());
  }

  private final int code;

  CallFamily(int code) {
    this.code = code;
  }

  private static void addAll(CallFamily family, CallOpcode[] opcodes) {
    for (CallOpcode opcode : opcodes) {
      OPCODES[family.code][opcode.code()] = opcode;
    }
  }

  /** Returns the number on the wire. */
  public int code() {
    return code;
  }

  /** Returns the family with this number, or null. */
  public static @Nullable CallFamily of(long code) {
    return code >= 0 && code < BY_CODE.length ? BY_CODE[(int) code] : null;
  }

  /** Returns the call with this number, or null. */
  public @Nullable CallOpcode opcode(long number) {
    @Nullable CallOpcode[] ofFamily = OPCODES[code];
    return number >= 0 && number < ofFamily.length ? ofFamily[(int) number] : null;
  }
}
