package dev.aero4j.embedded.internal.value;

import dev.aero4j.wire.value.ParticleType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The entries that a call has selected, in the order of the selection. Servers mark such a map, and
 * the mark stays when an expression gives it, or puts it into a bin. Never changed.
 */
public final class KeyValueMap extends LinkedHashMap<@Nullable Object, @Nullable Object> {
  private static final long serialVersionUID = 1L;

  private final byte[] encoded;

  /**
   * @param entries the same entries as read
   * @param encoded the map as msgpack, with the mark; not copied
   */
  public KeyValueMap(Map<?, ?> entries, byte[] encoded) {
    super(entries);
    this.encoded = encoded;
  }

  Particle toParticle() {
    return new Particle(ParticleType.MAP, encoded);
  }
}
