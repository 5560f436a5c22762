package dev.aero4j.wire.admin;

/** Codes of the security commands. */
public final class AdminCommand {
  public static final int AUTHENTICATE = 0;
  public static final int CREATE_USER = 1;
  public static final int DROP_USER = 2;
  public static final int SET_PASSWORD = 3;
  public static final int CHANGE_PASSWORD = 4;
  public static final int GRANT_ROLES = 5;
  public static final int REVOKE_ROLES = 6;
  public static final int QUERY_USERS = 9;
  public static final int CREATE_ROLE = 10;
  public static final int DROP_ROLE = 11;
  public static final int GRANT_PRIVILEGES = 12;
  public static final int REVOKE_PRIVILEGES = 13;
  public static final int SET_WHITELIST = 14;
  public static final int SET_QUOTAS = 15;
  public static final int QUERY_ROLES = 16;
  public static final int LOGIN = 20;

  private AdminCommand() {}

  /** Returns words for the command, for messages. */
  public static String name(int command) {
    return switch (command) {
      case AUTHENTICATE -> "authenticate";
      case CREATE_USER -> "create user";
      case DROP_USER -> "drop user";
      case SET_PASSWORD -> "set password";
      case CHANGE_PASSWORD -> "change password";
      case GRANT_ROLES -> "grant roles";
      case REVOKE_ROLES -> "revoke roles";
      case QUERY_USERS -> "query users";
      case CREATE_ROLE -> "create role";
      case DROP_ROLE -> "drop role";
      case GRANT_PRIVILEGES -> "grant privileges";
      case REVOKE_PRIVILEGES -> "revoke privileges";
      case SET_WHITELIST -> "set whitelist";
      case SET_QUOTAS -> "set quotas";
      case QUERY_ROLES -> "query roles";
      case LOGIN -> "log in";
      default -> "command " + command;
    };
  }
}
