package dev.aero4j.internal.command;

import dev.aero4j.Key;
import dev.aero4j.policy.WritePolicy;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.message.OperationType;
import java.util.List;

/** Changes one bin by a value: adds to a number, or puts text or bytes before or after. */
public final class ModifyBinCommand extends VoidCommand {
  private final int operation;
  private final String bin;
  private final EncodedValue value;

  private ModifyBinCommand(
      String name, int operation, Key key, String bin, Object value, WritePolicy policy) {
    super(name, key, policy);
    this.operation = operation;
    this.bin = BinNames.check(bin);
    this.value = EncodedValue.ofPresent(bin, value);
  }

  /**
   * @param value text or bytes
   */
  static ModifyBinCommand append(Key key, String bin, Object value, WritePolicy policy) {
    return new ModifyBinCommand("APPEND", OperationType.APPEND, key, bin, value, policy);
  }

  /**
   * @param value text or bytes
   */
  static ModifyBinCommand prepend(Key key, String bin, Object value, WritePolicy policy) {
    return new ModifyBinCommand("PREPEND", OperationType.PREPEND, key, bin, value, policy);
  }

  /**
   * @param value a Long or a Double
   */
  static ModifyBinCommand increment(Key key, String bin, Number value, WritePolicy policy) {
    return new ModifyBinCommand("INCREMENT", OperationType.INCREMENT, key, bin, value, policy);
  }

  @Override
  public String details() {
    return Details.ofBins(List.of(bin));
  }

  @Override
  public int operationCount() {
    return 1;
  }

  @Override
  public void writeOperations(WireWriter writer) {
    value.writeBin(writer, operation, bin);
  }

  @Override
  boolean carriesData() {
    return true;
  }
}
