package dev.aero4j.wire.value;

/** Particle types: the byte that says what a bin, a key or a value inside a collection holds. */
public final class ParticleType {
  public static final int NULL = 0;
  public static final int INTEGER = 1;
  public static final int DOUBLE = 2;
  public static final int STRING = 3;
  public static final int BLOB = 4;

  /** An object serialized by an old Java client. */
  public static final int JAVA_BLOB = 7;

  /** An object serialized by an old C# client. */
  public static final int CSHARP_BLOB = 8;

  /** An object serialized by an old Python client. */
  public static final int PYTHON_BLOB = 9;

  /** An object serialized by an old Ruby client. */
  public static final int RUBY_BLOB = 10;

  /** An object serialized by an old PHP client. */
  public static final int PHP_BLOB = 11;

  /** An object serialized by an old Erlang client. */
  public static final int ERLANG_BLOB = 12;

  public static final int VECTOR = 16;
  public static final int BOOL = 17;
  public static final int HLL = 18;
  public static final int MAP = 19;
  public static final int LIST = 20;
  public static final int GEOJSON = 23;

  private ParticleType() {}

  /** Returns a word for the type, for messages: {@code "integer"}, or {@code "type 77"}. */
  public static String name(int type) {
    return switch (type) {
      case NULL -> "null";
      case INTEGER -> "integer";
      case DOUBLE -> "double";
      case STRING -> "string";
      case BLOB -> "blob";
      case JAVA_BLOB -> "Java blob";
      case CSHARP_BLOB -> "C# blob";
      case PYTHON_BLOB -> "Python blob";
      case RUBY_BLOB -> "Ruby blob";
      case PHP_BLOB -> "PHP blob";
      case ERLANG_BLOB -> "Erlang blob";
      case VECTOR -> "vector";
      case BOOL -> "boolean";
      case HLL -> "HyperLogLog";
      case MAP -> "map";
      case LIST -> "list";
      case GEOJSON -> "GeoJSON";
      default -> "type " + type;
    };
  }
}
