package dev.aero4j.conformance.harness;

/** A face on a backend. */
public record Target(Backend backend, Face face) {
  @Override
  public String toString() {
    return backend + " × " + face;
  }
}
