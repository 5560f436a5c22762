package dev.aero4j.embedded.internal.value;

import dev.aero4j.wire.value.ParticleType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map with a mark that no map of Java says, and that stays when an expression gives the map, or
 * puts it into a bin: that its entries are in the order in which they were selected, or that it is
 * ordered by value and not by key. Never changed.
 */
public final class MarkedMap extends LinkedHashMap<@Nullable Object, @Nullable Object> {
  private static final long serialVersionUID = 1L;

  private final byte[] encoded;

  /**
   * @param entries the same entries as read
   * @param encoded the map as msgpack, with the mark; not copied
   */
  public MarkedMap(Map<?, ?> entries, byte[] encoded) {
    super(entries);
    this.encoded = encoded;
  }

  Particle toParticle() {
    return new Particle(ParticleType.MAP, encoded);
  }
}
