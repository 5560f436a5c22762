package dev.aero4j.internal.command;

import dev.aero4j.Bins;
import dev.aero4j.InvalidArgumentException;
import dev.aero4j.Key;
import dev.aero4j.policy.WritePolicy;
import dev.aero4j.wire.WireWriter;

/** Writes bins; those without a value are removed. */
public final class PutCommand extends VoidCommand {
  private final Bins bins;

  public PutCommand(Key key, Bins bins, WritePolicy policy) {
    this("PUT", key, bins, policy);
  }

  /**
   * @param name {@code PUT}, or {@code REMOVE_BIN} when no bin has a value
   */
  PutCommand(String name, Key key, Bins bins, WritePolicy policy) {
    super(name, key, policy);
    if (bins.size() == 0) {
      throw new InvalidArgumentException(name + " " + key + ": there is no bin to write");
    }
    this.bins = bins;
  }

  @Override
  public String details() {
    return Details.ofBins(bins.names());
  }

  @Override
  public int operationCount() {
    return bins.size();
  }

  @Override
  public void writeOperations(WireWriter writer) {
    ApiBridge.instance().write(bins, writer);
  }

  @Override
  boolean carriesData() {
    return true;
  }
}
