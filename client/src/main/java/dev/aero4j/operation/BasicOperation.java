package dev.aero4j.operation;

import dev.aero4j.internal.command.BinNames;
import dev.aero4j.internal.command.EncodedValue;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.message.OperationType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An operation on a bin's whole value, or on the record. */
final class BasicOperation implements Operation {
  private static final EncodedValue NONE = EncodedValue.of("", null);

  static final Operation READ_ALL = new BasicOperation(Kind.READ_ALL, OperationType.READ, "", NONE);
  static final Operation READ_HEADER =
      new BasicOperation(Kind.READ_HEADER, OperationType.READ, "", NONE);
  static final Operation TOUCH = new BasicOperation(Kind.WRITE, OperationType.TOUCH, "", NONE);
  static final Operation DELETE = new BasicOperation(Kind.WRITE, OperationType.DELETE, "", NONE);

  private final Kind kind;
  private final int type;
  private final String bin;
  private final EncodedValue value;

  private BasicOperation(Kind kind, int type, String bin, EncodedValue value) {
    this.kind = kind;
    this.type = type;
    this.bin = bin;
    this.value = value;
  }

  static Operation read(String bin) {
    return new BasicOperation(Kind.READ, OperationType.READ, BinNames.check(bin), NONE);
  }

  static Operation write(String bin, @Nullable Object value) {
    BinNames.check(bin);
    return new BasicOperation(Kind.WRITE, OperationType.WRITE, bin, EncodedValue.of(bin, value));
  }

  /** Does something with a bin's value by another, which must be there. */
  static Operation modify(int type, String bin, Object value) {
    BinNames.check(bin);
    return new BasicOperation(Kind.WRITE, type, bin, EncodedValue.ofPresent(bin, value));
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public boolean needsAllResults() {
    return false;
  }

  @Override
  public boolean isSilent() {
    return type == OperationType.TOUCH;
  }

  @Override
  public String toString() {
    return switch (type) {
      case OperationType.READ ->
          kind == Kind.READ_HEADER ? "Operation.getHeader()" : text("get", "");
      case OperationType.WRITE -> text("put", "…");
      case OperationType.INCREMENT -> text("add", "…");
      case OperationType.APPEND -> text("append", "…");
      case OperationType.PREPEND -> text("prepend", "…");
      case OperationType.TOUCH -> text("touch", "");
      default -> text("delete", "");
    };
  }

  private String text(String label, String argument) {
    return Texts.call(Operation.class, label, bin, argument, Context.root());
  }

  @Override
  public void writeTo(WireWriter writer) {
    value.writeBin(writer, type, bin);
  }

  private byte[] bytes() {
    WireWriter out = new WireWriter(64);
    writeTo(out);
    return out.toByteArray();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BasicOperation that
        && kind == that.kind
        && Arrays.equals(bytes(), that.bytes());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes());
  }
}
