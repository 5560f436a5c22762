package dev.aero4j.embedded.internal.value;

/**
 * A command ends with a result code other than 0. Thrown often and caught near, so it has no stack
 * trace and exists once per code.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Refusal[] BY_CODE = new Refusal[256];

  static {
    for (int code = 0; code < BY_CODE.length; code++) {
      BY_CODE[code] = new Refusal(code);
    }
  }

  private final int resultCode;

  private Refusal(int resultCode) {
    super("result code " + resultCode, null, false, false);
    this.resultCode = resultCode;
  }

  /** Returns the refusal with a code. */
  public static Refusal of(int resultCode) {
    return BY_CODE[resultCode];
  }

  public int resultCode() {
    return resultCode;
  }
}
