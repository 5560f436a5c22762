package dev.aero4j.embedded.internal.expression;

import dev.aero4j.embedded.internal.geo.GeoShape;
import dev.aero4j.model.ExpType;
import dev.aero4j.model.GeoJson;
import dev.aero4j.model.HyperLogLog;
import dev.aero4j.wire.value.ParticleType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types of expressions beside those of values. */
final class ValueTypes {
  private ValueTypes() {}

  /** Returns whether a value is of a type. */
  static boolean isOf(ExpType type, @Nullable Object value) {
    return switch (type) {
      case NIL -> value == null;
      case BOOL -> value instanceof Boolean;
      case INT -> value instanceof Long;
      case STRING -> value instanceof String;
      case LIST -> value instanceof List;
      case MAP -> value instanceof Map;
      case BLOB -> value instanceof byte[];
      case FLOAT -> value instanceof Double;
      case GEO -> value instanceof GeoJson geo && GeoShape.of(geo) != null;
      case HLL -> value instanceof HyperLogLog;
      case REMOVAL, SPECIAL -> false;
    };
  }

  /** Returns the particle type of bins that hold values of a type. */
  static int particleType(ExpType type) {
    return switch (type) {
      case BOOL -> ParticleType.BOOL;
      case INT -> ParticleType.INTEGER;
      case STRING -> ParticleType.STRING;
      case LIST -> ParticleType.LIST;
      case MAP -> ParticleType.MAP;
      case BLOB -> ParticleType.BLOB;
      case FLOAT -> ParticleType.DOUBLE;
      case GEO -> ParticleType.GEOJSON;
      case HLL -> ParticleType.HLL;
      case NIL, REMOVAL, SPECIAL -> ParticleType.NULL;
    };
  }
}
