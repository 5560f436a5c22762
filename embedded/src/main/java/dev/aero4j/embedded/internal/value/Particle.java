package dev.aero4j.embedded.internal.value;

import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.value.Particles;
import org.jspecify.annotations.Nullable;

/**
 * A value as bins hold it and as it travels.
 *
 * @param type the particle type
 * @param bytes the encoded value; never changed once they are here
 */
public record Particle(int type, byte[] bytes) {
  /** Encodes a value, or returns null for nil, which no bin holds. */
  public static @Nullable Particle of(@Nullable Object value) {
    if (value == null) {
      return null;
    } else if (value instanceof MarkedMap entries) {
      return entries.toParticle();
    }
    WireWriter out = new WireWriter(32);
    Particles.write(out, value);
    return new Particle(Particles.typeOf(value), out.toByteArray());
  }

  /** Returns the value as an object; see {@link Particles#read}. */
  public @Nullable Object toObject() {
    return Particles.read(type, new WireReader(bytes), bytes.length);
  }
}
