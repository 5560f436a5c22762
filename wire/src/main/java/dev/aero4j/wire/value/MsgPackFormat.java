package dev.aero4j.wire.value;

/** The bytes that msgpack and Aerospike's dialect of it are made of. */
final class MsgPackFormat {
  static final int FIXMAP = 0x80;
  static final int FIXLIST = 0x90;
  static final int FIXSTR = 0xa0;
  static final int NIL = 0xc0;
  static final int FALSE = 0xc2;
  static final int TRUE = 0xc3;
  static final int BIN8 = 0xc4;
  static final int BIN16 = 0xc5;
  static final int BIN32 = 0xc6;
  static final int EXT8 = 0xc7;
  static final int EXT16 = 0xc8;
  static final int EXT32 = 0xc9;
  static final int FLOAT32 = 0xca;
  static final int FLOAT64 = 0xcb;
  static final int UINT8 = 0xcc;
  static final int UINT16 = 0xcd;
  static final int UINT32 = 0xce;
  static final int UINT64 = 0xcf;
  static final int INT8 = 0xd0;
  static final int INT16 = 0xd1;
  static final int INT32 = 0xd2;
  static final int INT64 = 0xd3;
  static final int FIXEXT1 = 0xd4;
  static final int FIXEXT2 = 0xd5;
  static final int FIXEXT4 = 0xd6;
  static final int FIXEXT8 = 0xd7;
  static final int FIXEXT16 = 0xd8;
  static final int STR8 = 0xd9;
  static final int STR16 = 0xda;
  static final int STR32 = 0xdb;
  static final int LIST16 = 0xdc;
  static final int LIST32 = 0xdd;
  static final int MAP16 = 0xde;
  static final int MAP32 = 0xdf;

  /** The smallest of the one-byte negative integers. */
  static final int NEGATIVE_FIXINT = 0xe0;

  /** The extension type of the values that are only compared with. */
  static final int SPECIAL_EXTENSION = 0xff;

  static final int SPECIAL_WILDCARD = 0;
  static final int SPECIAL_INFINITY = 1;

  /** Flag of an ordered list, and of a map ordered by key. */
  static final int FLAG_ORDERED = 1;

  /** Flag of a map whose values are ordered too; never without {@link #FLAG_ORDERED}. */
  static final int FLAG_VALUE_ORDERED = 2;

  private MsgPackFormat() {}
}
