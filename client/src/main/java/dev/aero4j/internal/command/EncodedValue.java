package dev.aero4j.internal.command;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.model.BytesKey;
import dev.aero4j.model.HyperLogLog;
import dev.aero4j.model.RawValue;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.message.BinOperation;
import dev.aero4j.wire.value.ParticleType;
import dev.aero4j.wire.value.Particles;
import dev.aero4j.wire.value.Snapshot;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value that is ready to travel. What a caller could still change (bytes, lists, maps) is copied
 * at once: a command may be sent later, and by another thread, than it was asked for. So a value
 * that cannot be stored is found before anything is sent.
 */
public final class EncodedValue {
  private static final EncodedValue NULL = new EncodedValue(ParticleType.NULL, null);

  private final int type;
  // An immutable Java value, or the bytes of the particle; never handed out.
  private final @Nullable Object payload;

  private EncodedValue(int type, @Nullable Object payload) {
    this.type = type;
    this.payload = payload;
  }

  /**
   * Encodes a value.
   *
   * @param bin the bin's name, for messages
   * @throws InvalidArgumentException when it, or something inside it, cannot be stored; the message
   *     names bin, class and the place inside
   */
  public static EncodedValue of(String bin, @Nullable Object value) {
    return ofFrozen(freeze(bin, value));
  }

  /**
   * As {@link #of}, but a value that nobody can change stays the object that it is, which spares an
   * object for it; see {@link #writeFrozen}.
   */
  public static Object freeze(String bin, @Nullable Object value) {
    if (value == null) {
      return NULL;
    }
    try {
      int type = Particles.typeOf(value);
      Object payload = freeze(value);
      return payload instanceof byte[] ? new EncodedValue(type, payload) : payload;
    } catch (IllegalArgumentException e) {
      throw new InvalidArgumentException("bin '" + bin + "': " + e.getMessage());
    }
  }

  /** Returns what {@link #freeze(String, Object)} made as an encoded value. */
  public static EncodedValue ofFrozen(Object frozen) {
    return frozen instanceof EncodedValue encoded
        ? encoded
        : new EncodedValue(Particles.typeOf(frozen), frozen);
  }

  /** Appends an operation with what {@link #freeze(String, Object)} made. */
  public static void writeFrozen(WireWriter writer, int operationType, String bin, Object frozen) {
    if (frozen instanceof EncodedValue encoded) {
      encoded.writeBin(writer, operationType, bin);
    } else {
      int start = BinOperation.begin(writer, operationType, Particles.typeOf(frozen), bin);
      Particles.write(writer, frozen);
      BinOperation.end(writer, start);
    }
  }

  /**
   * Encodes a value that something is done with, and that therefore must be there.
   *
   * @throws InvalidArgumentException as {@link #of} does, and when it is null
   */
  public static EncodedValue ofPresent(String bin, Object value) {
    if (value == null) {
      throw new InvalidArgumentException("bin '" + bin + "': the value is null");
    }
    return of(bin, value);
  }

  private static Object freeze(Object value) {
    if (value instanceof byte[] bytes) {
      return bytes.clone();
    } else if (value instanceof List || value instanceof Map) {
      return Objects.requireNonNull(Snapshot.of(value));
    } else if (value instanceof BytesKey bytes) {
      return bytes.toBytes();
    } else if (value instanceof HyperLogLog sketch) {
      return sketch.toBytes();
    } else if (value instanceof RawValue raw) {
      return raw.bytes();
    }
    return value;
  }

  /** The particle type. */
  public int type() {
    return type;
  }

  /** Appends an operation with this value. */
  public void writeBin(WireWriter writer, int operationType, String bin) {
    int start = BinOperation.begin(writer, operationType, type, bin);
    if (payload instanceof byte[] bytes) {
      writer.putBytes(bytes);
    } else {
      Particles.write(writer, payload);
    }
    BinOperation.end(writer, start);
  }

  /** Returns the value as a record read back would give it. */
  public @Nullable Object toObject() {
    byte[] bytes = bytes();
    return Particles.read(type, new WireReader(bytes), bytes.length);
  }

  private byte[] bytes() {
    if (payload instanceof byte[] bytes) {
      return bytes;
    }
    WireWriter writer = new WireWriter(32);
    Particles.write(writer, payload);
    return writer.toByteArray();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EncodedValue that
        && type == that.type
        && Arrays.equals(bytes(), that.bytes());
  }

  @Override
  public int hashCode() {
    return 31 * type + Arrays.hashCode(bytes());
  }
}
