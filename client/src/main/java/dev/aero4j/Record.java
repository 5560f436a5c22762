package dev.aero4j;

import dev.aero4j.internal.command.Errors;
import dev.aero4j.internal.command.RecordReply;
import dev.aero4j.model.GeoJson;
import dev.aero4j.model.HyperLogLog;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.value.ParticleType;
import dev.aero4j.wire.value.Particles;
import dev.aero4j.wire.value.Values;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A record as the server sent it. It keeps the bytes of the answer and decodes a bin when it is
 * asked for, every time: keep a list or a map that is used often. Immutable; what a read returns is
 * the caller's own.
 *
 * <p><b>Typed reads</b> ({@link #getLong}, {@link #getString}, …) never convert: a bin of another
 * type is a {@link BinTypeException}, one that is not there a {@link BinNotFoundException}; those
 * that take a second argument return it instead when the bin is not there. {@link #get} takes any
 * type and returns null for a bin that is not there.
 *
 * <p><b>Several results of one bin.</b> An {@code operate} may read a bin more than once. Then
 * {@link #get} and {@link #bins} give a List of all its results in order, as the official client
 * does, and a typed read looks at the last.
 */
@SuppressWarnings("AvoidCommonTypeNames") // The word of the field, and of every Aerospike client.
public final class Record {
  private final Key key;
  private final RecordReply bins;

  Record(Key key, RecordReply reply) {
    this.key = key;
    this.bins = reply;
  }

  /** {@return the key that was asked for} */
  public Key key() {
    return key;
  }

  /** {@return generation and time to live} */
  public RecordMeta meta() {
    return bins.meta();
  }

  /** {@return how often the record was written, as {@link RecordMeta#generation()}} */
  public int generation() {
    return bins.generation();
  }

  /** {@return the seconds left to live, as {@link RecordMeta#ttlSeconds()}} */
  public long ttlSeconds() {
    return meta().ttlSeconds();
  }

  /** {@return when the record expires, or null when it stays} */
  public @Nullable Instant expiresAt() {
    return meta().expiresAt();
  }

  /**
   * Returns whether the record has a bin, with a value or with the null of an operation.
   *
   * @param bin the bin's name
   * @return whether it was sent
   */
  public boolean has(String bin) {
    return bins.find(bin) >= 0;
  }

  /**
   * Returns whether a bin has no value.
   *
   * @param bin the bin's name
   * @return whether it is not there, or null
   */
  public boolean isNull(String bin) {
    int at = bins.find(bin);
    return at < 0 || bins.type(at) == ParticleType.NULL;
  }

  /** {@return the names of the bins, each once, in the server's order} */
  public List<String> binNames() {
    Set<String> names = new LinkedHashSet<>();
    for (int at = bins.first(); at >= 0; at = bins.next(at)) {
      names.add(bins.name(at));
    }
    return List.copyOf(names);
  }

  /**
   * Returns a bin's value, whatever it is.
   *
   * @param bin the bin's name
   * @return a Long, Double, String, byte[], Boolean, List, Map, GeoJson, HyperLogLog, or {@link
   *     dev.aero4j.model.RawValue} for a type that has no class here; a List of all its results
   *     when an operate read the bin several times; null when it is not there, or null
   */
  public @Nullable Object get(String bin) {
    if (bins.countOf(bin) > 1) {
      return results(bin);
    }
    int at = bins.find(bin);
    return at < 0 ? null : value(at);
  }

  /**
   * Returns all results that an operate gave for a bin.
   *
   * @param bin the bin's name
   * @return its results in order, none when it is not there; cannot be changed
   */
  public List<@Nullable Object> results(String bin) {
    List<@Nullable Object> results = new ArrayList<>();
    for (int at = bins.first(); at >= 0; at = bins.next(at)) {
      if (bins.isNamed(at, bin)) {
        results.add(value(at));
      }
    }
    return Collections.unmodifiableList(results);
  }

  private @Nullable Object value(int at) {
    try {
      return bins.value(at);
    } catch (ProtocolException e) {
      throw Errors.client(
          ResultCode.PARSE_ERROR,
          key + ": bin '" + bins.name(at) + "' cannot be read: " + e.getMessage(),
          e);
    }
  }

  /** {@return all bins by name, in the server's order, decoded now; as {@link #get} gives them} */
  public Map<String, @Nullable Object> bins() {
    Map<String, @Nullable Object> map = LinkedHashMap.newLinkedHashMap(bins.operationCount());
    for (int at = bins.first(); at >= 0; at = bins.next(at)) {
      String name = bins.name(at);
      if (map.containsKey(name)) {
        map.put(name, results(name));
      } else {
        map.put(name, value(at));
      }
    }
    return Collections.unmodifiableMap(map);
  }

  /** {@return every bin or result in the order of the answer, a name that comes twice twice} */
  public List<BinValue> binValues() {
    List<BinValue> list = new ArrayList<>(bins.operationCount());
    for (int at = bins.first(); at >= 0; at = bins.next(at)) {
      list.add(new BinValue(bins.name(at), value(at)));
    }
    return Collections.unmodifiableList(list);
  }

  /**
   * Returns the integer in a bin.
   *
   * @param bin the bin's name
   * @return its value
   * @throws BinNotFoundException when there is no such bin
   * @throws BinTypeException when it holds another type
   */
  public long getLong(String bin) {
    int at = require(bin, ParticleType.INTEGER);
    return Particles.readLong(bins.reader(at), bins.length(at));
  }

  /**
   * Returns the integer in a bin, or another value when there is none.
   *
   * @param bin the bin's name
   * @param otherwise returned when the bin is not there, or null
   * @return its value or the other
   * @throws BinTypeException when it holds another type
   */
  public long getLong(String bin, long otherwise) {
    return isNull(bin) ? otherwise : getLong(bin);
  }

  /**
   * Returns the integer in a bin as 32 bits.
   *
   * @param bin the bin's name
   * @return its value
   * @throws BinNotFoundException when there is no such bin
   * @throws BinTypeException when it holds another type, or an integer of more than 32 bits
   */
  public int getInt(String bin) {
    long value = getLong(bin);
    if (value != (int) value) {
      throw new BinTypeException(
          ResultCode.BIN_TYPE_MISMATCH,
          key + ": bin '" + bin + "' holds " + value + ", which is no int; read it with getLong",
          null);
    }
    return (int) value;
  }

  /**
   * Returns the double in a bin.
   *
   * @param bin the bin's name
   * @return its value
   * @throws BinNotFoundException when there is no such bin
   * @throws BinTypeException when it holds another type
   */
  public double getDouble(String bin) {
    int at = require(bin, ParticleType.DOUBLE);
    return Particles.readDouble(bins.reader(at), bins.length(at));
  }

  /**
   * Returns the double in a bin, or another value when there is none.
   *
   * @param bin the bin's name
   * @param otherwise returned when the bin is not there, or null
   * @return its value or the other
   * @throws BinTypeException when it holds another type
   */
  public double getDouble(String bin, double otherwise) {
    return isNull(bin) ? otherwise : getDouble(bin);
  }

  /**
   * Returns the text in a bin.
   *
   * @param bin the bin's name
   * @return its value
   * @throws BinNotFoundException when there is no such bin
   * @throws BinTypeException when it holds another type
   */
  public String getString(String bin) {
    int at = require(bin, ParticleType.STRING);
    return Particles.readString(bins.reader(at), bins.length(at));
  }

  /**
   * Returns the text in a bin, or another value when there is none.
   *
   * @param bin the bin's name
   * @param otherwise returned when the bin is not there, or null
   * @return its value or the other
   * @throws BinTypeException when it holds another type
   */
  public String getString(String bin, String otherwise) {
    return isNull(bin) ? otherwise : getString(bin);
  }

  /**
   * Returns the bytes in a bin.
   *
   * @param bin the bin's name
   * @return its value, a copy
   * @throws BinNotFoundException when there is no such bin
   * @throws BinTypeException when it holds another type
   */
  public byte[] getBytes(String bin) {
    int at = require(bin, ParticleType.BLOB);
    return Particles.readBlob(bins.reader(at), bins.length(at));
  }

  /**
   * Returns the boolean in a bin.
   *
   * @param bin the bin's name
   * @return its value
   * @throws BinNotFoundException when there is no such bin
   * @throws BinTypeException when it holds another type
   */
  public boolean getBoolean(String bin) {
    int at = require(bin, ParticleType.BOOL);
    return Particles.readBoolean(bins.reader(at), bins.length(at));
  }

  /**
   * Returns the boolean in a bin, or another value when there is none.
   *
   * @param bin the bin's name
   * @param otherwise returned when the bin is not there, or null
   * @return its value or the other
   * @throws BinTypeException when it holds another type
   */
  public boolean getBoolean(String bin, boolean otherwise) {
    return isNull(bin) ? otherwise : getBoolean(bin);
  }

  /**
   * Returns the list in a bin.
   *
   * @param bin the bin's name
   * @return its value
   * @throws BinNotFoundException when there is no such bin
   * @throws BinTypeException when it holds another type
   */
  public List<@Nullable Object> getList(String bin) {
    int at = require(bin, ParticleType.LIST);
    return castList(value(at));
  }

  /**
   * Returns the map in a bin.
   *
   * @param bin the bin's name
   * @return its value
   * @throws BinNotFoundException when there is no such bin
   * @throws BinTypeException when it holds another type
   */
  public Map<@Nullable Object, @Nullable Object> getMap(String bin) {
    int at = require(bin, ParticleType.MAP);
    return castMap(value(at));
  }

  /**
   * Returns the GeoJSON in a bin.
   *
   * @param bin the bin's name
   * @return its value
   * @throws BinNotFoundException when there is no such bin
   * @throws BinTypeException when it holds another type
   */
  public GeoJson getGeoJson(String bin) {
    int at = require(bin, ParticleType.GEOJSON);
    return Particles.readGeoJson(bins.reader(at), bins.length(at));
  }

  /**
   * Returns the HyperLogLog sketch in a bin.
   *
   * @param bin the bin's name
   * @return its value
   * @throws BinNotFoundException when there is no such bin
   * @throws BinTypeException when it holds another type
   */
  public HyperLogLog getHyperLogLog(String bin) {
    int at = require(bin, ParticleType.HLL);
    return HyperLogLog.of(bins.reader(at).readBytes(bins.length(at)));
  }

  private int require(String bin, int type) {
    int at = bins.find(bin);
    if (at < 0) {
      throw new BinNotFoundException(
          ResultCode.BIN_NOT_FOUND,
          key + ": there is no bin '" + bin + "'; the record that was read has " + binNames(),
          null);
    }
    if (bins.type(at) != type) {
      throw new BinTypeException(
          ResultCode.BIN_TYPE_MISMATCH,
          key
              + ": bin '"
              + bin
              + "' holds "
              + ParticleType.name(bins.type(at))
              + ", not "
              + ParticleType.name(type)
              + "; use the getter of its type, or get",
          null);
    }
    return at;
  }

  @SuppressWarnings("unchecked") // A list particle decodes to a list, or fails.
  private static List<@Nullable Object> castList(@Nullable Object value) {
    return (List<@Nullable Object>) Objects.requireNonNull(value);
  }

  @SuppressWarnings("unchecked") // A map particle decodes to a map, or fails.
  private static Map<@Nullable Object, @Nullable Object> castMap(@Nullable Object value) {
    return (Map<@Nullable Object, @Nullable Object>) Objects.requireNonNull(value);
  }

  /** {@return key, generation and bins, for people} */
  @Override
  public String toString() {
    return key + " generation " + generation() + " " + Values.toString(bins());
  }
}
