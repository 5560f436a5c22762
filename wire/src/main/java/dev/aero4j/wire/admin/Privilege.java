package dev.aero4j.wire.admin;

/**
 * A permission that a role has.
 *
 * @param code one of {@link PrivilegeCode}
 * @param namespace the namespace that it is limited to, or ""
 * @param set the set that it is limited to, or ""
 */
public record Privilege(int code, String namespace, String set) {
  public Privilege {
    if (code < 0 || code > 255) {
      throw new IllegalArgumentException("privilege code " + code + " is not between 0 and 255");
    }
    if (!PrivilegeCode.scoped(code) && !(namespace.isEmpty() && set.isEmpty())) {
      throw new IllegalArgumentException(
          PrivilegeCode.text(code) + " cannot be limited to a namespace or set");
    }
    if (namespace.isEmpty() && !set.isEmpty()) {
      throw new IllegalArgumentException("set " + set + " needs a namespace");
    }
  }

  /** Returns a privilege for everything. */
  public static Privilege global(int code) {
    return new Privilege(code, "", "");
  }

  /** Returns a privilege for a set, or with set "" for a namespace. */
  public static Privilege of(int code, String namespace, String set) {
    return new Privilege(code, namespace, set);
  }

  /** Returns {@code read.test.users}, as the server's tools write it. */
  @Override
  public String toString() {
    String text = PrivilegeCode.text(code);
    if (namespace.isEmpty()) {
      return text;
    }
    return text + "." + namespace + (set.isEmpty() ? "" : "." + set);
  }
}
