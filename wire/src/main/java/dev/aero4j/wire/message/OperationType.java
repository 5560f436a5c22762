package dev.aero4j.wire.message;

/** Numbers of the operations on bins. */
public final class OperationType {
  public static final int READ = 1;
  public static final int WRITE = 2;
  public static final int CDT_READ = 3;
  public static final int CDT_MODIFY = 4;
  public static final int INCREMENT = 5;
  public static final int EXPRESSION_READ = 7;
  public static final int EXPRESSION_MODIFY = 8;
  public static final int APPEND = 9;
  public static final int PREPEND = 10;
  public static final int TOUCH = 11;
  public static final int BIT_READ = 12;
  public static final int BIT_MODIFY = 13;
  public static final int DELETE = 14;
  public static final int HLL_READ = 15;
  public static final int HLL_MODIFY = 16;

  private OperationType() {}

  /** Returns whether an operation of this type leaves the record as it is. */
  public static boolean isRead(int type) {
    return switch (type) {
      case READ, CDT_READ, EXPRESSION_READ, BIT_READ, HLL_READ -> true;
      default -> false;
    };
  }
}
