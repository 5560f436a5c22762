package dev.aero4j.embedded.internal;

/**
 * A command ends with a result code other than 0. Thrown often and caught near, so it has no stack
 * trace and exists once per code.
 */
final class Refusal extends RuntimeException {
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

  static Refusal of(int resultCode) {
    return BY_CODE[resultCode];
  }

  int resultCode() {
    return resultCode;
  }
}
