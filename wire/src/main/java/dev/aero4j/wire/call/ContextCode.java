package dev.aero4j.wire.call;

/** Numbers of the steps of a path into nested lists and maps. */
public final class ContextCode {
  /** In the place of an opcode: a path follows, and then the call that is made at its end. */
  public static final int CALL_AT = 0xFF;

  /** In the place of an opcode: selects or modifies by a path that may branch. */
  public static final int SELECT = 0xFE;

  public static final int INDEX = 0;
  public static final int RANK = 1;
  public static final int KEY = 2;
  public static final int VALUE = 3;

  /** Every child for which an expression is true. */
  public static final int EXPRESSION = 4;

  /** Every child with one of these keys. */
  public static final int KEY_LIST = 10;

  /** The part of a step's number that tells what it goes by. */
  public static final int BASE_MASK = 0x0F;

  /** Flag: a step into a list. */
  public static final int LIST = 0x10;

  /** Flag: a step into a map. */
  public static final int MAP = 0x20;

  /** Which collection a step makes when there is none; none at all when 0. */
  public static final int CREATE_MASK = 0xC0;

  public static final int CREATE_LIST_UNORDERED = 0x40;

  /** An unordered list that is filled with nil up to the index that is missing. */
  public static final int CREATE_LIST_UNBOUNDED = 0x80;

  public static final int CREATE_LIST_ORDERED = 0xC0;
  public static final int CREATE_MAP_UNORDERED = 0x40;
  public static final int CREATE_MAP_KEY_ORDERED = 0x80;
  public static final int CREATE_MAP_KEY_VALUE_ORDERED = 0xC0;

  /** Flag: the collection that is made keeps its index. */
  public static final int CREATE_PERSIST_INDEX = 0x100;

  /** Flag: the step narrows what the step before it selected, instead of going into it. */
  public static final int AND = 0x200;

  private ContextCode() {}
}
