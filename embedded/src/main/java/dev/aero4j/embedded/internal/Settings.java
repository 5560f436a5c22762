package dev.aero4j.embedded.internal;

/** Settings that may change while the nodes run; shared by all nodes. */
public final class Settings {
  private volatile boolean batchEnabled = true;
  private volatile int batchMaxRequests;

  Settings(int batchMaxRequests) {
    setBatchMaxRequests(batchMaxRequests);
  }

  boolean batchEnabled() {
    return batchEnabled;
  }

  /** Allows or forbids batches. */
  public void setBatchEnabled(boolean enabled) {
    this.batchEnabled = enabled;
  }

  int batchMaxRequests() {
    return batchMaxRequests;
  }

  /**
   * Limits the rows of a batch.
   *
   * @param rows 0 for no limit
   */
  public void setBatchMaxRequests(int rows) {
    if (rows < 0) {
      throw new IllegalArgumentException("batch-max-requests cannot be negative: " + rows);
    }
    this.batchMaxRequests = rows;
  }
}
