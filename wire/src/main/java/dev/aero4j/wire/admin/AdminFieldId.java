package dev.aero4j.wire.admin;

/** Numbers of the fields of security messages. */
public final class AdminFieldId {
  /** User name, UTF-8. */
  public static final int USER = 0;

  /** The new password, hashed. */
  public static final int PASSWORD = 1;

  /** The password that is replaced, hashed. */
  public static final int OLD_PASSWORD = 2;

  /** The password to log in with, hashed. */
  public static final int CREDENTIAL = 3;

  /** The password to log in with as it is, for external authentication over TLS. */
  public static final int CLEAR_PASSWORD = 4;

  /** Opaque bytes that stand for a login. */
  public static final int SESSION_TOKEN = 5;

  /** Seconds until the session ends, 32 bits. */
  public static final int SESSION_TTL = 6;

  /** A list of role names. */
  public static final int ROLES = 10;

  /** One role name, UTF-8. */
  public static final int ROLE = 11;

  /** A list of {@link Privilege}. */
  public static final int PRIVILEGES = 12;

  /** Addresses with commas between, UTF-8. */
  public static final int WHITELIST = 13;

  /** Reads a second, 32 bits; 0 is no limit. */
  public static final int READ_QUOTA = 14;

  /** Writes a second, 32 bits; 0 is no limit. */
  public static final int WRITE_QUOTA = 15;

  /** A user's read statistics, a list of 32-bit numbers. */
  public static final int READ_INFO = 16;

  /** A user's write statistics, a list of 32-bit numbers. */
  public static final int WRITE_INFO = 17;

  /** A user's open connections, 32 bits. */
  public static final int CONNECTIONS = 18;

  private AdminFieldId() {}
}
