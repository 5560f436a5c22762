package dev.aero4j.internal.command;

import dev.aero4j.Key;
import dev.aero4j.policy.WritePolicy;
import dev.aero4j.wire.WireWriter;
import java.util.function.Consumer;

/** Writes bins that somebody else encodes, of whatever form they are. */
public final class PutEncodedCommand extends VoidCommand {
  private final int bins;
  private final Consumer<WireWriter> encoder;

  /**
   * @param bins how many there are, at least one
   * @param encoder appends a write for each of them
   */
  public PutEncodedCommand(Key key, WritePolicy policy, int bins, Consumer<WireWriter> encoder) {
    super("PUT", key, policy);
    this.bins = bins;
    this.encoder = encoder;
  }

  @Override
  public int operationCount() {
    return bins;
  }

  @Override
  public void writeOperations(WireWriter writer) {
    encoder.accept(writer);
  }

  @Override
  boolean carriesData() {
    return true;
  }
}
