package dev.aero4j.conformance.harness;

import com.aerospike.client.Value;
import dev.aero4j.Key;
import dev.aero4j.model.BytesKey;
import dev.aero4j.model.GeoJson;
import dev.aero4j.model.HyperLogLog;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Turns our values into those of the official client, and back. */
public final class OfficialValues {
  private OfficialValues() {}

  /** Returns the same key. */
  public static com.aerospike.client.Key toTheirs(Key key) {
    Object user = key.userKey();
    return new com.aerospike.client.Key(
        key.namespace(),
        key.digest(),
        key.set().isEmpty() ? null : key.set(),
        user == null ? Value.getAsNull() : toTheirs(user));
  }

  /** Returns the same value. */
  public static Value toTheirs(@Nullable Object value) {
    return Value.get(object(value));
  }

  private static @Nullable Object object(@Nullable Object value) {
    return switch (value) {
      case GeoJson place -> Value.getAsGeoJSON(place.json());
      case HyperLogLog sketch -> Value.getAsHLL(sketch.toBytes());
      case BytesKey bytes -> bytes.toBytes();
      case List<?> list -> each(list, OfficialValues::object);
      case Map<?, ?> map -> each(map, OfficialValues::object);
      case null, default -> value;
    };
  }

  /** Returns what the official client read, in our classes. */
  public static @Nullable Object toOurs(@Nullable Object value) {
    return switch (value) {
      case Value.GeoJSONValue place -> GeoJson.of(place.toString());
      case Value.HLLValue sketch -> HyperLogLog.of(sketch.getBytes());
      case ByteBuffer bytes -> bytesOf(bytes);
      case List<?> list -> each(list, OfficialValues::toOurs);
      case Map<?, ?> map -> each(map, OfficialValues::toOurs);
      case null, default -> value;
    };
  }

  /** What a blob is, as a key of a map. */
  private static byte[] bytesOf(ByteBuffer buffer) {
    byte[] copy = new byte[buffer.remaining()];
    buffer.duplicate().get(copy);
    return copy;
  }

  private static List<@Nullable Object> each(List<?> list, UnaryOperator<Object> change) {
    List<@Nullable Object> copy = new ArrayList<>();
    list.forEach(element -> copy.add(change.apply(element)));
    return copy;
  }

  private static Map<@Nullable Object, @Nullable Object> each(
      Map<?, ?> map, UnaryOperator<Object> change) {
    Map<@Nullable Object, @Nullable Object> copy = new LinkedHashMap<>();
    map.forEach((key, held) -> copy.put(change.apply(key), change.apply(held)));
    return copy;
  }
}
