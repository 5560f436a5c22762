package dev.aero4j.embedded.internal.geo;

import com.google.common.geometry.S1Angle;
import com.google.common.geometry.S2Cap;
import com.google.common.geometry.S2CellId;
import com.google.common.geometry.S2CellUnion;
import com.google.common.geometry.S2LatLng;
import com.google.common.geometry.S2Loop;
import com.google.common.geometry.S2Point;
import com.google.common.geometry.S2Polygon;
import com.google.common.geometry.S2Region;
import com.google.common.geometry.S2RegionCoverer;
import com.google.common.geometry.S2RegionUnion;
import dev.aero4j.model.GeoJson;
import dev.aero4j.wire.WireWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A shape on the globe: a point, or a region. A point is where its cell of S2 has its middle, up to
 * a centimetre away, because that is what the server keeps of it.
 */
public final class GeoShape {
  private static final double EARTH_RADIUS_METERS = 6_371_000;

  /** As the server covers regions with cells. */
  private static final S2RegionCoverer COVERER =
      S2RegionCoverer.builder().setMinLevel(1).setMaxLevel(30).setMaxCells(12).build();

  private static final int IS_REGION = 1;

  private final @Nullable S2CellId point;
  private final List<S2Region> regions;

  /**
   * @param point null for a region
   * @param regions empty for a point
   */
  private GeoShape(@Nullable S2CellId point, List<S2Region> regions) {
    this.point = point;
    this.regions = regions;
  }

  /** Returns the shape, or null when the text is none that the server takes. */
  public static @Nullable GeoShape of(GeoJson geo) {
    try {
      Map<?, ?> top = object(Json.parse(geo.json()));
      return "Feature".equals(top.get("type")) ? shape(object(top.get("geometry"))) : shape(top);
    } catch (Json.Malformed | IllegalArgumentException e) {
      return null;
    }
  }

  /** Returns whether one of two shapes is a point and lies in the other one, a region. */
  public static boolean isOneInOther(GeoShape a, GeoShape b) {
    return a.contains(b) || b.contains(a);
  }

  private boolean contains(GeoShape other) {
    S2CellId cell = other.point;
    if (cell == null) {
      return false;
    }
    S2Point middle = cell.toPoint();
    return regions.stream().anyMatch(region -> region.contains(middle));
  }

  /**
   * Returns the particle that the server keeps of GeoJSON, with the cells that cover the shape;
   * null when the text is none.
   */
  public static byte @Nullable [] particle(GeoJson geo) {
    GeoShape shape = of(geo);
    if (shape == null) {
      return null;
    }
    List<S2CellId> cells = shape.cells();
    WireWriter out = new WireWriter(16 + 8 * cells.size() + geo.json().length());
    out.putByte(shape.point == null ? IS_REGION : 0);
    out.putShort(cells.size());
    for (S2CellId cell : cells) {
      out.putLong(cell.id());
    }
    out.putUtf8(geo.json());
    return out.toByteArray();
  }

  private List<S2CellId> cells() {
    if (point != null) {
      return List.of(point);
    }
    S2CellUnion covering = new S2CellUnion();
    COVERER.getCovering(new S2RegionUnion(regions), covering);
    return covering.cellIds();
  }

  private static GeoShape shape(Map<?, ?> object) throws Json.Malformed {
    Object coordinates = object.get("coordinates");
    if (!(object.get("type") instanceof String type)) {
      throw new Json.Malformed();
    }
    return switch (type) {
      case "Point" -> new GeoShape(S2CellId.fromPoint(point(coordinates)), List.of());
      case "Polygon" -> new GeoShape(null, List.of(polygon(coordinates)));
      case "MultiPolygon" -> {
        List<S2Region> polygons = new ArrayList<>();
        for (Object polygon : list(coordinates)) {
          polygons.add(polygon(polygon));
        }
        yield new GeoShape(null, polygons);
      }
      case "AeroCircle" -> new GeoShape(null, List.of(circle(list(coordinates))));
      default -> throw new Json.Malformed();
    };
  }

  private static S2Point point(@Nullable Object coordinates) throws Json.Malformed {
    List<?> pair = list(coordinates);
    if (pair.size() != 2) {
      throw new Json.Malformed();
    }
    // Longitude comes first in GeoJSON.
    S2LatLng place = S2LatLng.fromDegrees(number(pair.get(1)), number(pair.get(0)));
    if (!place.isValid()) {
      throw new Json.Malformed();
    }
    return place.toPoint();
  }

  private static S2Polygon polygon(@Nullable Object coordinates) throws Json.Malformed {
    List<S2Loop> loops = new ArrayList<>();
    for (Object loop : list(coordinates)) {
      loops.add(loop(list(loop)));
    }
    return new S2Polygon(loops);
  }

  private static S2Loop loop(List<?> vertices) throws Json.Malformed {
    List<S2Point> points = new ArrayList<>();
    for (Object vertex : vertices) {
      S2Point next = point(vertex);
      if (points.isEmpty() || !points.getLast().equals(next)) {
        points.add(next);
      }
    }
    if (points.size() < 4 || !points.getFirst().equals(points.getLast())) {
      throw new Json.Malformed();
    }
    points.removeLast();
    S2Loop loop = new S2Loop(points);
    // Whichever way round it goes, it is about the smaller part of the globe.
    loop.normalize();
    return loop;
  }

  private static S2Cap circle(List<?> parts) throws Json.Malformed {
    if (parts.size() != 2) {
      throw new Json.Malformed();
    }
    S2Point middle = point(parts.get(0));
    return S2Cap.fromAxisAngle(middle, S1Angle.radians(number(parts.get(1)) / EARTH_RADIUS_METERS));
  }

  private static double number(@Nullable Object value) throws Json.Malformed {
    if (value instanceof Double number) {
      return number;
    }
    throw new Json.Malformed();
  }

  private static List<?> list(@Nullable Object value) throws Json.Malformed {
    if (value instanceof List<?> list) {
      return list;
    }
    throw new Json.Malformed();
  }

  private static Map<?, ?> object(@Nullable Object value) throws Json.Malformed {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new Json.Malformed();
  }
}
