package dev.aero4j.embedded.internal;

import dev.aero4j.wire.value.ParticleType;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The size of a record in the server's storage, which its limit is about. */
final class RecordSize {
  /** Fixed head and end mark. */
  private static final int OVERHEAD = 35 + 4;

  private static final int VOID_TIME = 4;

  /** Storage is given out in blocks, one at least. */
  static final int BLOCK = 16;

  private static final byte[] NO_KEY = {};

  private RecordSize() {}

  /** Returns the bytes that the server would need for this record. */
  static long of(String set, byte[] key, int voidTime, List<Bin> bins) {
    long size = OVERHEAD;
    size += voidTime == 0 ? 0 : VOID_TIME;
    size += set.isEmpty() ? 0 : 1 + utf8Length(set);
    size += key.length == 0 ? 0 : variableLength(key.length) + key.length;
    size += variableLength(bins.size());
    for (Bin bin : bins) {
      size += 1 + utf8Length(bin.name()) + valueSize(bin);
    }
    return size;
  }

  /** Returns the bytes that a record takes in the server's storage, which come in blocks. */
  static long inBlocks(StoredRecord record) {
    byte[] key = record.key();
    long size = of(record.set(), key == null ? NO_KEY : key, record.voidTime(), record.bins());
    return (size + BLOCK - 1) / BLOCK * BLOCK;
  }

  private static int valueSize(Bin bin) {
    return switch (bin.type()) {
      case ParticleType.INTEGER -> 2 + integerSize(bin.value());
      case ParticleType.DOUBLE -> 1 + 8;
      case ParticleType.BOOL -> 1 + 1;
      default -> 1 + 4 + bin.value().length;
    };
  }

  /** An integer takes 1, 2, 4 or 8 bytes. */
  private static int integerSize(byte[] value) {
    int zeros = 0;
    while (zeros < 7 && value[zeros] == 0) {
      zeros++;
    }
    int needed = 8 - zeros;
    return needed <= 2 ? needed : needed <= 4 ? 4 : 8;
  }

  private static int variableLength(int value) {
    int length = 1;
    for (int rest = value >>> 7; rest != 0; rest >>>= 7) {
      length++;
    }
    return length;
  }

  private static int utf8Length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
