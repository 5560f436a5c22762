package dev.aero4j.wire.expression;

import dev.aero4j.model.ExpType;
import org.jspecify.annotations.Nullable;

/** The operators and functions of expressions. */
public enum ExpOpcode {
  UNKNOWN(0, "unknown", Operands.NONE, ExpType.BOOL),
  EQ(1, "eq", Operands.COMPARABLE, ExpType.BOOL),
  NE(2, "ne", Operands.COMPARABLE, ExpType.BOOL),
  GT(3, "gt", Operands.COMPARABLE, ExpType.BOOL),
  GE(4, "ge", Operands.COMPARABLE, ExpType.BOOL),
  LT(5, "lt", Operands.COMPARABLE, ExpType.BOOL),
  LE(6, "le", Operands.COMPARABLE, ExpType.BOOL),
  REGEX(7, "regexCompare", Operands.OTHER, ExpType.BOOL),
  GEO(8, "geoCompare", Operands.GEO_PAIR, ExpType.BOOL),
  IN_LIST(9, "inList", Operands.VALUE_AND_LIST, ExpType.BOOL),
  AND(16, "and", Operands.BOOLEANS, ExpType.BOOL),
  OR(17, "or", Operands.BOOLEANS, ExpType.BOOL),
  NOT(18, "not", Operands.BOOLEAN, ExpType.BOOL),
  EXCLUSIVE(19, "exclusive", Operands.BOOLEANS, ExpType.BOOL),
  ADD(20, "add", Operands.NUMBERS, null),
  SUB(21, "sub", Operands.NUMBERS, null),
  MUL(22, "mul", Operands.NUMBERS, null),
  DIV(23, "div", Operands.NUMBERS, null),
  POW(24, "pow", Operands.TWO_FLOATS, ExpType.FLOAT),
  LOG(25, "log", Operands.TWO_FLOATS, ExpType.FLOAT),
  MOD(26, "mod", Operands.TWO_INTEGERS, ExpType.INT),
  ABS(27, "abs", Operands.NUMBER, null),
  FLOOR(28, "floor", Operands.FLOAT, ExpType.FLOAT),
  CEIL(29, "ceil", Operands.FLOAT, ExpType.FLOAT),
  TO_INT(30, "toInt", Operands.FLOAT, ExpType.INT),
  TO_FLOAT(31, "toFloat", Operands.INTEGER, ExpType.FLOAT),
  INT_AND(32, "intAnd", Operands.INTEGERS, ExpType.INT),
  INT_OR(33, "intOr", Operands.INTEGERS, ExpType.INT),
  INT_XOR(34, "intXor", Operands.INTEGERS, ExpType.INT),
  INT_NOT(35, "intNot", Operands.INTEGER, ExpType.INT),
  LSHIFT(36, "lshift", Operands.TWO_INTEGERS, ExpType.INT),
  RSHIFT(37, "rshift", Operands.TWO_INTEGERS, ExpType.INT),
  ARSHIFT(38, "arshift", Operands.TWO_INTEGERS, ExpType.INT),
  COUNT(39, "count", Operands.INTEGER, ExpType.INT),
  LSCAN(40, "lscan", Operands.INTEGER_AND_BOOLEAN, ExpType.INT),
  RSCAN(41, "rscan", Operands.INTEGER_AND_BOOLEAN, ExpType.INT),
  MIN(50, "min", Operands.NUMBERS, null),
  MAX(51, "max", Operands.NUMBERS, null),
  DIGEST_MODULO(64, "digestModulo", Operands.OTHER, ExpType.INT),
  DEVICE_SIZE(65, "deviceSize", Operands.NONE, ExpType.INT),
  LAST_UPDATE(66, "lastUpdate", Operands.NONE, ExpType.INT),
  SINCE_UPDATE(67, "sinceUpdate", Operands.NONE, ExpType.INT),
  VOID_TIME(68, "voidTime", Operands.NONE, ExpType.INT),
  TTL(69, "ttl", Operands.NONE, ExpType.INT),
  SET_NAME(70, "setName", Operands.NONE, ExpType.STRING),
  KEY_EXISTS(71, "keyExists", Operands.NONE, ExpType.BOOL),
  IS_TOMBSTONE(72, "isTombstone", Operands.NONE, ExpType.BOOL),
  MEMORY_SIZE(73, "memorySize", Operands.NONE, ExpType.INT),
  RECORD_SIZE(74, "recordSize", Operands.NONE, ExpType.INT),
  KEY(80, "key", Operands.OTHER, null),
  BIN(81, "bin", Operands.OTHER, null),
  BIN_TYPE(82, "binType", Operands.OTHER, ExpType.INT),
  REMOVE_RESULT(100, "removeResult", Operands.NONE, ExpType.REMOVAL),
  MAP_KEYS(101, "mapKeys", Operands.MAP, ExpType.LIST),
  MAP_VALUES(102, "mapValues", Operands.MAP, ExpType.LIST),
  LOOP_VARIABLE(122, "loopVar", Operands.OTHER, null),
  COND(123, "cond", Operands.CASES, null),
  VAR(124, "var", Operands.OTHER, null),
  LET(125, "let", Operands.OTHER, null),
  QUOTE(126, "quote", Operands.OTHER, ExpType.LIST),
  CALL(127, "call", Operands.OTHER, null);

  private static final @Nullable ExpOpcode[] BY_CODE = new ExpOpcode[128];

  static {
    for (ExpOpcode opcode : values()) {
      BY_CODE[opcode.code] = opcode;
    }
  }

  private final int code;
  private final String label;
  private final Operands operands;
  private final @Nullable ExpType result;

  ExpOpcode(int code, String label, Operands operands, @Nullable ExpType result) {
    this.code = code;
    this.label = label;
    this.operands = operands;
    this.result = result;
  }

  /** Returns the number on the wire. */
  public int code() {
    return code;
  }

  /** Returns the name, as the client's builders have it. */
  public String label() {
    return label;
  }

  Operands operands() {
    return operands;
  }

  /** Returns the type of the result, or null when it depends on the operands. */
  @Nullable ExpType result() {
    return result;
  }

  /** Returns the operator with this number, or null. */
  public static @Nullable ExpOpcode of(long code) {
    return code >= 0 && code < BY_CODE.length ? BY_CODE[(int) code] : null;
  }
}
