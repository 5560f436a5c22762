package dev.aero4j.internal.columns;

import dev.aero4j.columns.CellProblem;
import dev.aero4j.wire.value.ParticleType;

/** A cell's problem in one number: what it is, what was seen, and how long that was. */
final class Problems {
  private static final int KIND_SHIFT = 40;
  private static final int TYPE_SHIFT = 32;

  private Problems() {}

  static long of(CellProblem kind, int particleType, int length) {
    return code(kind) << KIND_SHIFT
        | (long) (particleType & 0xFF) << TYPE_SHIFT
        | (length & 0xFFFF_FFFFL);
  }

  static CellProblem kind(long problem) {
    return switch ((int) (problem >>> KIND_SHIFT)) {
      case 1 -> CellProblem.WRONG_TYPE;
      case 2 -> CellProblem.WRONG_LENGTH;
      default -> CellProblem.OUT_OF_RANGE;
    };
  }

  /** Never 0, which stands for no problem. */
  private static long code(CellProblem kind) {
    return switch (kind) {
      case WRONG_TYPE -> 1;
      case WRONG_LENGTH -> 2;
      default -> 3;
    };
  }

  /** What was seen: {@code "string of 5 bytes"}, {@code "list"}. */
  static String seen(long problem) {
    int type = (int) (problem >>> TYPE_SHIFT) & 0xFF;
    int length = (int) problem;
    String name = ParticleType.name(type);
    return type == ParticleType.STRING || type == ParticleType.BLOB
        ? name + " of " + length + (length == 1 ? " byte" : " bytes")
        : name;
  }
}
