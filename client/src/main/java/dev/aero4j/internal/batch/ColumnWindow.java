package dev.aero4j.internal.batch;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.expression.Expression;
import dev.aero4j.internal.columns.ColumnRows;
import dev.aero4j.internal.command.PutEncodedCommand;
import dev.aero4j.internal.command.RecordEncoder;
import dev.aero4j.internal.command.TouchCommand;
import dev.aero4j.policy.ReadModeSc;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.digest.Digests;
import dev.aero4j.wire.message.BatchRow;
import dev.aero4j.wire.message.Field;
import dev.aero4j.wire.message.FieldType;
import java.util.BitSet;

/**
 * Some of the rows of a batch of columns, encoded from their arrays: no object is made for a row.
 * It is moved along the columns, so that however many rows there are it needs the memory of one
 * window.
 */
final class ColumnWindow extends Rows {
  private final ColumnRows columns;
  private final String namespace;
  private final String set;
  private final TouchCommand template;
  private final byte[] digests;

  /** Which rows have been encoded, and so may have been sent. */
  private final BitSet encoded = new BitSet();

  private int start;
  private int size;

  /**
   * @param template a write whose header and policy all rows share
   * @param capacity how many rows the window can have
   */
  ColumnWindow(
      ColumnRows columns, String namespace, String set, TouchCommand template, int capacity) {
    this.columns = columns;
    this.namespace = namespace;
    this.set = set;
    this.template = template;
    this.digests = new byte[Math.min(capacity, columns.size()) * Digests.SIZE];
  }

  /** Moves the window to the rows from {@code start} on. */
  void moveTo(int start, int size) {
    this.start = start;
    this.size = size;
    encoded.clear();
    for (int row = 0; row < size; row++) {
      columns.digest(start + row, digests, row * Digests.SIZE);
    }
  }

  /** Whether a row has been encoded since the window was moved: any other was never sent. */
  boolean isEncoded(int row) {
    return encoded.get(row);
  }

  boolean isAnyEncoded() {
    return !encoded.isEmpty();
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public String namespace(int row) {
    return namespace;
  }

  @Override
  public int partition(int row) {
    return Digests.partitionId(digests, row * Digests.SIZE);
  }

  @Override
  public boolean isWrite(int row) {
    return true;
  }

  @Override
  public int maxRetries(int row) {
    return template.policy().maxRetries();
  }

  @Override
  public ReadModeSc readModeSc(int row) {
    return template.policy().readModeSc();
  }

  @Override
  public boolean fitsOldBatch(int row) {
    return false;
  }

  @Override
  public boolean travelsAlone(int row) {
    return !template.fitsRow();
  }

  @Override
  public String details(int row, int resultCode) {
    return "";
  }

  @Override
  public void beginMessage() {}

  @Override
  public void write(WireWriter writer, int row, int index) {
    int at = start + row;
    int operations = operations(at);
    int counts =
        BatchRow.begin(
            writer,
            index,
            digests,
            row * Digests.SIZE,
            template.info1(),
            template.info2(),
            template.info3(),
            template.generation(),
            template.expiration());
    int fields = RecordEncoder.writeNames(writer, namespace, set);
    if (template.sendKey()) {
      int field = Field.begin(writer, FieldType.KEY);
      writer.putByte(columns.keyType());
      columns.writeKey(writer, at);
      Field.end(writer, field);
      fields++;
    }
    Expression filter = template.policy().filterExpression();
    if (filter != null) {
      RecordEncoder.writeFilter(writer, filter);
      fields++;
    }
    BatchRow.end(writer, counts, fields, operations);
    columns.writeOperations(writer, at);
    encoded.set(row);
  }

  @Override
  public void writeAlone(WireWriter writer, int row, int serverTimeoutMillis) {
    int at = start + row;
    RecordEncoder.writeSingle(
        writer,
        new PutEncodedCommand(
            columns.key(at),
            template.policy(),
            operations(at),
            to -> columns.writeOperations(to, at)),
        serverTimeoutMillis);
    encoded.set(row);
  }

  private int operations(int at) {
    int operations = columns.operationCount(at);
    if (operations == 0) {
      throw new InvalidArgumentException("the row has no valid cell to write");
    }
    return operations;
  }
}
