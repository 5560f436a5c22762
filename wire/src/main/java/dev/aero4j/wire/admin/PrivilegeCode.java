package dev.aero4j.wire.admin;

/** Codes of privileges. Those from {@link #READ} on may be limited to a namespace or set. */
public final class PrivilegeCode {
  public static final int USER_ADMIN = 0;
  public static final int SYS_ADMIN = 1;
  public static final int DATA_ADMIN = 2;
  public static final int UDF_ADMIN = 3;
  public static final int SINDEX_ADMIN = 4;
  public static final int READ = 10;
  public static final int READ_WRITE = 11;
  public static final int READ_WRITE_UDF = 12;
  public static final int WRITE = 13;
  public static final int TRUNCATE = 14;
  public static final int MASKING_ADMIN = 15;
  public static final int READ_MASKED = 16;
  public static final int WRITE_MASKED = 17;

  private PrivilegeCode() {}

  /** Returns whether the privilege has a scope, on the wire as well. */
  public static boolean scoped(int code) {
    return code >= READ;
  }

  /** Returns the privilege's name as the server's tools have it, such as {@code read-write}. */
  public static String text(int code) {
    return switch (code) {
      case USER_ADMIN -> "user-admin";
      case SYS_ADMIN -> "sys-admin";
      case DATA_ADMIN -> "data-admin";
      case UDF_ADMIN -> "udf-admin";
      case SINDEX_ADMIN -> "sindex-admin";
      case READ -> "read";
      case READ_WRITE -> "read-write";
      case READ_WRITE_UDF -> "read-write-udf";
      case WRITE -> "write";
      case TRUNCATE -> "truncate";
      case MASKING_ADMIN -> "masking-admin";
      case READ_MASKED -> "read-masked";
      case WRITE_MASKED -> "write-masked";
      default -> "privilege " + code;
    };
  }
}
