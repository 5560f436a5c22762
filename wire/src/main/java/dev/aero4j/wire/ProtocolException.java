package dev.aero4j.wire;

/**
 * The bytes at hand do not follow the Aerospike protocol: a length that cannot fit, a wrong
 * version, a value cut short. Whoever reads from a connection must close it when this is thrown,
 * because the position of the next frame is no longer known.
 */
public final class ProtocolException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what was expected, what was seen and at which offset
   */
  public ProtocolException(String message) {
    super(message);
  }
}
