package dev.aero4j.embedded.internal.expression;

import dev.aero4j.embedded.internal.value.Absent;
import dev.aero4j.embedded.internal.value.Particle;
import dev.aero4j.embedded.internal.value.RecordView;
import dev.aero4j.model.ExpType;
import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.expression.ExpOpcode;
import dev.aero4j.wire.value.ParticleType;
import dev.aero4j.wire.value.Particles;
import java.util.IdentityHashMap;

/** What expressions read of a record: bins, key and metadata. */
final class RecordValues {
  /** Seconds from 1970 to 2010, which is where the server's clock begins. */
  private static final long EPOCH_SECONDS = 1_262_304_000;

  private static final int DIGEST_TAIL = 16;

  private final RecordView record;
  private final IdentityHashMap<Object, Particle> particles;

  /**
   * @param particles takes down which particle a value was read from, by the value's identity
   */
  RecordValues(RecordView record, IdentityHashMap<Object, Particle> particles) {
    this.record = record;
    this.particles = particles;
  }

  Object bin(String name, ExpType type) {
    Particle particle = record.bin(name);
    if (particle == null || particle.type() != ValueTypes.particleType(type)) {
      return Absent.UNKNOWN;
    }
    try {
      Object value = particle.toObject();
      if (value == null) {
        return Absent.UNKNOWN;
      }
      particles.put(value, particle);
      return value;
    } catch (ProtocolException e) {
      // Something that the server stores and Java cannot hold.
      return Absent.UNKNOWN;
    }
  }

  long binType(String name) {
    Particle particle = record.bin(name);
    return particle == null ? ParticleType.NULL : particle.type();
  }

  Object key(ExpType type) {
    byte[] key = record.key();
    if (key == null || key[0] != ValueTypes.particleType(type)) {
      return Absent.UNKNOWN;
    }
    Object value = Particles.read(key[0], new WireReader(key, 1, key.length - 1), key.length - 1);
    return value == null ? Absent.UNKNOWN : value;
  }

  long digestModulo(int modulus) {
    byte[] digest = record.digest();
    long tail = 0;
    for (int i = Integer.BYTES - 1; i >= 0; i--) {
      tail = tail << Byte.SIZE | (digest[DIGEST_TAIL + i] & 0xFF);
    }
    return tail % modulus;
  }

  Object metadata(ExpOpcode opcode) {
    int voidTime = record.voidTime();
    long update = record.lastUpdateMillis();
    return switch (opcode) {
      case SET_NAME -> record.set();
      case KEY_EXISTS -> record.key() != null;
      case IS_TOMBSTONE -> false;
      case LAST_UPDATE -> (update + EPOCH_SECONDS * 1000) * 1_000_000;
      case SINCE_UPDATE -> Math.max(record.nowMillis() - update, 0);
      case VOID_TIME -> voidTime == 0 ? -1L : (voidTime + EPOCH_SECONDS) * 1_000_000_000;
      case TTL -> voidTime == 0 ? -1L : Math.max(voidTime - record.nowMillis() / 1000, 0);
      case RECORD_SIZE, MEMORY_SIZE -> record.size();
      // Nothing here is on a device.
      case DEVICE_SIZE -> 0L;
      default -> throw new IllegalStateException(opcode + " is nothing of a record");
    };
  }
}
