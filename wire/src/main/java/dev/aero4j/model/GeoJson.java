package dev.aero4j.model;

import java.util.Objects;

/**
 * A GeoJSON value: a point, a region (polygon) or an Aerospike circle, kept as the JSON text.
 *
 * <p>The text is not checked here; the server answers {@link ResultCode#INVALID_GEOJSON} when it
 * cannot use it. Two values are equal when their texts are.
 *
 * @param json the GeoJSON text, for example <code>{"type":"Point","coordinates":[-122.0,37.5]}
 *     </code> (longitude first, in degrees)
 */
public record GeoJson(String json) {
  public GeoJson {
    Objects.requireNonNull(json, "json");
  }

  /** Returns a value with this text. */
  public static GeoJson of(String json) {
    return new GeoJson(json);
  }

  /** Returns the JSON text itself. */
  @Override
  public String toString() {
    return json;
  }
}
