package dev.aero4j.benchmarks;

import dev.aero4j.Bins;
import dev.aero4j.Key;
import dev.aero4j.Record;
import dev.aero4j.batch.BatchRecord;
import dev.aero4j.batch.BatchRecords;
import dev.aero4j.batch.BatchWrite;
import dev.aero4j.columns.ColumnBatch;
import dev.aero4j.columns.ColumnBatchBuilder;
import dev.aero4j.columns.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * The batches of a plan in the terms of this project's client. The keys of reads and the texts are
 * there before anything is measured, as texts and as a column; all else of a write is made for it,
 * its keys too, since columns have numbers for keys and hash each.
 */
final class Aero4jBatchData {
  private static final String KEY_COLUMN = "_key";
  private static final String TEXT_TYPE = "S" + Dataset.TEXT_BYTES;

  static final Schema READ_SCHEMA =
      Schema.of(Dataset.INTEGER_BIN, "i8", Dataset.TEXT_BIN, TEXT_TYPE, Dataset.DOUBLE_BIN, "f8");

  private static final Schema WRITE_SCHEMA =
      Schema.of(
          KEY_COLUMN,
          "i8",
          Dataset.INTEGER_BIN,
          "i8",
          Dataset.TEXT_BIN,
          TEXT_TYPE,
          Dataset.DOUBLE_BIN,
          "f8");

  private final BatchPlan plan;
  private final List<List<Key>> keys = new ArrayList<>();
  private final List<long[]> numbers = new ArrayList<>();
  private final List<byte[]> texts = new ArrayList<>();

  Aero4jBatchData(BatchPlan plan) {
    this.plan = plan;
    for (int number = 0; number < plan.count(); number++) {
      int[] batch = plan.batch(number);
      List<Key> batchKeys = new ArrayList<>(batch.length);
      long[] batchNumbers = new long[batch.length];
      byte[] batchTexts = new byte[batch.length * Dataset.TEXT_BYTES];
      for (int row = 0; row < batch.length; row++) {
        batchKeys.add(key(batch[row]));
        batchNumbers[row] = batch[row];
        byte[] text = plan.textBytes(number, row);
        System.arraycopy(text, 0, batchTexts, row * Dataset.TEXT_BYTES, Dataset.TEXT_BYTES);
      }
      keys.add(batchKeys);
      numbers.add(batchNumbers);
      texts.add(batchTexts);
    }
  }

  private Key key(int index) {
    return Key.of(plan.data.namespace(), plan.data.set(), index);
  }

  List<Key> keys(int number) {
    return keys.get(number);
  }

  List<BatchWrite> writes(int number, int version) {
    int[] batch = plan.batch(number);
    List<BatchWrite> writes = new ArrayList<>(batch.length);
    for (int row = 0; row < batch.length; row++) {
      double score = plan.data.score(batch[row], version);
      Bins bins = Aero4jRecords.bins(batch[row], plan.text(number, row), score);
      writes.add(BatchWrite.put(key(batch[row]), bins));
    }
    return writes;
  }

  ColumnBatch rows(int number, int version) {
    int[] batch = plan.batch(number);
    double[] scores = new double[batch.length];
    for (int row = 0; row < batch.length; row++) {
      scores[row] = plan.data.score(batch[row], version);
    }
    ColumnBatchBuilder rows = ColumnBatch.builder(WRITE_SCHEMA, batch.length);
    rows.longs(KEY_COLUMN, numbers.get(number));
    rows.longs(Dataset.INTEGER_BIN, numbers.get(number));
    rows.bytes(Dataset.TEXT_BIN, texts.get(number));
    rows.doubles(Dataset.DOUBLE_BIN, scores);
    return rows.build();
  }

  /** Reads the three bins of each record. */
  void check(int number, BatchRecords answer) {
    int[] batch = plan.batch(number);
    checkSize(batch.length, answer.size());
    for (int row = 0; row < batch.length; row++) {
      BatchRecord one = answer.get(row);
      Record record = one.record();
      if (record == null) {
        throw new WrongAnswerException("the record of key " + batch[row] + ": " + one);
      }
      Aero4jRecords.check(batch[row], record);
    }
  }

  /** Reads every cell. */
  void check(int number, ColumnBatch answer) {
    int[] batch = plan.batch(number);
    checkSize(batch.length, answer.size());
    // A row without a record has no valid cells.
    if (!answer.isAllValid(Dataset.INTEGER_BIN)
        || !answer.isAllValid(Dataset.TEXT_BIN)
        || !answer.isAllValid(Dataset.DOUBLE_BIN)) {
      throw new WrongAnswerException("a batch of columns has cells without a value: " + answer);
    }
    long[] seenNumbers = answer.longs(Dataset.INTEGER_BIN);
    byte[] seenTexts = answer.bytes(Dataset.TEXT_BIN);
    double[] scores = answer.doubles(Dataset.DOUBLE_BIN);
    for (int row = 0; row < batch.length; row++) {
      Dataset.checkRow(batch[row], row, seenNumbers[row], seenTexts, scores[row]);
    }
  }

  private static void checkSize(int expected, int seen) {
    if (seen != expected) {
      throw new WrongAnswerException(seen + " results for " + expected + " keys");
    }
  }
}
