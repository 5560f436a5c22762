package dev.aero4j.embedded.internal;

import dev.aero4j.embedded.internal.value.Particle;

/**
 * A bin's value as it travels: immutable, so the bytes are never changed once stored.
 *
 * @param name at most 15 bytes in UTF-8
 * @param type particle type
 * @param value encoded value
 */
record Bin(String name, int type, byte[] value) {
  static Bin of(String name, Particle particle) {
    return new Bin(name, particle.type(), particle.bytes());
  }

  Particle particle() {
    return new Particle(type, value);
  }
}
