package dev.aero4j.embedded.internal;

import dev.aero4j.embedded.internal.collection.StoredForm;
import dev.aero4j.embedded.internal.geo.GeoShape;
import dev.aero4j.embedded.internal.hll.HllCalls;
import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.message.BinOperation;
import dev.aero4j.wire.value.ParticleType;
import dev.aero4j.wire.value.Particles;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The server's rules on values: what may be stored, and what can be added to what. */
final class BinValues {
  private static final int GEO_HEAD_SIZE = 3;
  private static final int GEO_CELL_SIZE = 8;

  private BinValues() {}

  /**
   * Returns the bin that a write stores.
   *
   * @throws Refusal when the value is malformed or of an unknown type
   */
  static Bin store(BinOperation operation) {
    return new Bin(
        operation.bin(),
        operation.particleType(),
        switch (operation.particleType()) {
          case ParticleType.INTEGER -> longBytes(integer(operation));
          case ParticleType.DOUBLE -> ofLength(operation, Double.BYTES);
          case ParticleType.BOOL -> bool(operation);
          case ParticleType.STRING,
              ParticleType.BLOB,
              ParticleType.JAVA_BLOB,
              ParticleType.CSHARP_BLOB,
              ParticleType.PYTHON_BLOB,
              ParticleType.RUBY_BLOB,
              ParticleType.PHP_BLOB,
              ParticleType.ERLANG_BLOB,
              ParticleType.VECTOR ->
              bytes(operation);
          case ParticleType.LIST, ParticleType.MAP -> StoredForm.ofBin(operation);
          case ParticleType.HLL -> hyperLogLog(operation);
          case ParticleType.GEOJSON -> geoJson(operation);
          default -> throw Refusal.of(ResultCode.PARAMETER_ERROR);
        });
  }

  /** Returns the bin after an increment; without a bin the operand is stored, whatever it is. */
  static Bin increment(@Nullable Bin present, BinOperation operation) {
    if (present == null) {
      return store(operation);
    }
    requireKnownType(operation);
    int type = present.type();
    if (type == ParticleType.GEOJSON) {
      throw Refusal.of(ResultCode.SERVER_ERROR);
    }
    if (type != operation.particleType()
        || (type != ParticleType.INTEGER && type != ParticleType.DOUBLE)) {
      throw Refusal.of(ResultCode.BIN_TYPE_MISMATCH);
    }
    ByteBuffer value = ByteBuffer.wrap(present.value());
    long sum =
        type == ParticleType.INTEGER
            ? value.getLong() + integer(operation)
            : Double.doubleToRawLongBits(
                value.getDouble() + ByteBuffer.wrap(ofLength(operation, Double.BYTES)).getDouble());
    return new Bin(present.name(), type, longBytes(sum));
  }

  /** Returns the bin after an append or prepend; without a bin the operand is stored. */
  static Bin concatenate(@Nullable Bin present, BinOperation operation, boolean append) {
    if (present == null) {
      return store(operation);
    }
    requireKnownType(operation);
    if (present.type() == ParticleType.GEOJSON) {
      throw Refusal.of(ResultCode.SERVER_ERROR);
    }
    if (present.type() != operation.particleType() || !isByteString(present.type())) {
      throw Refusal.of(ResultCode.BIN_TYPE_MISMATCH);
    }
    byte[] old = present.value();
    int more = operation.length();
    byte[] joined = new byte[Math.addExact(old.length, more)];
    System.arraycopy(old, 0, joined, append ? 0 : more, old.length);
    System.arraycopy(operation.array(), operation.offset(), joined, append ? old.length : 0, more);
    return new Bin(present.name(), present.type(), joined);
  }

  private static boolean isByteString(int type) {
    return switch (type) {
      case ParticleType.INTEGER,
          ParticleType.DOUBLE,
          ParticleType.BOOL,
          ParticleType.LIST,
          ParticleType.MAP,
          ParticleType.HLL,
          ParticleType.GEOJSON ->
          false;
      default -> true;
    };
  }

  private static void requireKnownType(BinOperation operation) {
    boolean known =
        switch (operation.particleType()) {
          case ParticleType.INTEGER,
              ParticleType.DOUBLE,
              ParticleType.BOOL,
              ParticleType.LIST,
              ParticleType.MAP,
              ParticleType.HLL,
              ParticleType.GEOJSON,
              ParticleType.STRING,
              ParticleType.BLOB,
              ParticleType.JAVA_BLOB,
              ParticleType.CSHARP_BLOB,
              ParticleType.PYTHON_BLOB,
              ParticleType.RUBY_BLOB,
              ParticleType.PHP_BLOB,
              ParticleType.ERLANG_BLOB,
              ParticleType.VECTOR ->
              true;
          default -> false;
        };
    requireValid(known);
  }

  /** Short integers are unsigned. */
  private static long integer(BinOperation operation) {
    WireReader reader = operation.reader();
    return switch (operation.length()) {
      case 1 -> reader.readUnsignedByte();
      case 2 -> reader.readUnsignedShort();
      case 4 -> reader.readUnsignedInt();
      case 8 -> reader.readLong();
      default -> throw Refusal.of(ResultCode.PARAMETER_ERROR);
    };
  }

  private static byte[] bool(BinOperation operation) {
    byte[] value = ofLength(operation, 1);
    requireValid(value[0] == 0 || value[0] == 1);
    return value;
  }

  private static byte[] hyperLogLog(BinOperation operation) {
    byte[] value = bytes(operation);
    requireValid(HllCalls.isSketch(value));
    return value;
  }

  /**
   * A byte of flags, a 2-byte number of cells, the cells, then the text. Whatever cells come, the
   * stored ones are made here.
   */
  private static byte[] geoJson(BinOperation operation) {
    boolean valid = operation.length() >= GEO_HEAD_SIZE;
    if (valid) {
      WireReader reader = operation.reader();
      reader.skip(1);
      valid = reader.readUnsignedShort() * GEO_CELL_SIZE <= reader.remaining();
    }
    byte[] stored =
        valid
            ? GeoShape.particle(Particles.readGeoJson(operation.reader(), operation.length()))
            : null;
    if (stored == null) {
      throw Refusal.of(ResultCode.INVALID_GEOJSON);
    }
    return stored;
  }

  private static byte[] ofLength(BinOperation operation, int length) {
    requireValid(operation.length() == length);
    return bytes(operation);
  }

  private static byte[] bytes(BinOperation operation) {
    return Arrays.copyOfRange(
        operation.array(), operation.offset(), operation.offset() + operation.length());
  }

  private static byte[] longBytes(long value) {
    return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
  }

  private static void requireValid(boolean valid) {
    if (!valid) {
      throw Refusal.of(ResultCode.PARAMETER_ERROR);
    }
  }
}
