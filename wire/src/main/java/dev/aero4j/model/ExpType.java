package dev.aero4j.model;

import org.jspecify.annotations.Nullable;

/** The types that expressions have. */
public enum ExpType {
  NIL(0, "nil"),
  BOOL(1, "boolean"),
  INT(2, "integer"),
  STRING(3, "string"),
  LIST(4, "list"),
  MAP(5, "map"),
  BLOB(6, "blob"),
  FLOAT(7, "float"),
  GEO(8, "geo"),
  HLL(9, "HyperLogLog"),
  /** What makes an element go away when it is the result of a modification by path. */
  REMOVAL(-1, "removal"),
  /** The values that are only compared with inside lists and maps: infinity and wildcard. */
  SPECIAL(-2, "special value");

  private static final ExpType[] BY_CODE = values();

  private final int code;
  private final String label;

  ExpType(int code, String label) {
    this.code = code;
    this.label = label;
  }

  /** Returns the number on the wire; negative when the type is never named there. */
  public int code() {
    return code;
  }

  /** Returns the name for messages. */
  public String label() {
    return label;
  }

  /** Returns the name with its article, for messages. */
  public String phrase() {
    return switch (this) {
      case NIL -> label;
      case INT -> "an " + label;
      default -> "a " + label;
    };
  }

  /** Returns the type with this number, or null. */
  public static @Nullable ExpType of(long code) {
    return code >= 0 && code <= HLL.code ? BY_CODE[(int) code] : null;
  }
}
