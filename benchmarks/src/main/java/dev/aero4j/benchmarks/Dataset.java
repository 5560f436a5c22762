package dev.aero4j.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The records that both clients read and write: an integer, a text of 20 characters and a double.
 * Each bin tells which key it belongs to, so every answer can be checked. A write gives the
 * fraction of the double another value, which readers ignore.
 */
final class Dataset {
  static final String INTEGER_BIN = "n";
  static final String TEXT_BIN = "name";
  static final String DOUBLE_BIN = "score";

  /** The length of every text, all of it ASCII. */
  static final int TEXT_BYTES = 20;

  /** Writers count their versions modulo this, so that the fraction stays exact. */
  private static final int VERSIONS = 1024;

  private final String namespace;
  private final String set;
  private final String[] texts;

  /** The texts again, one behind the other, for who compares bytes. */
  private final byte[] textBytes;

  Dataset(String namespace, String set, int size) {
    this.namespace = namespace;
    this.set = set;
    this.texts = new String[size];
    for (int i = 0; i < size; i++) {
      texts[i] = "user-%015d".formatted(i);
    }
    this.textBytes = String.join("", texts).getBytes(StandardCharsets.US_ASCII);
  }

  String namespace() {
    return namespace;
  }

  String set() {
    return set;
  }

  int size() {
    return texts.length;
  }

  String text(int index) {
    return texts[index];
  }

  double score(int index, int version) {
    return index + (double) Integer.remainderUnsigned(version, VERSIONS) / VERSIONS;
  }

  /**
   * Checks that what was read is the record of this index.
   *
   * @throws WrongAnswerException when it is another's
   */
  void check(int index, long number, String text, double score) {
    if (number != index || !texts[index].equals(text) || (int) score != index) {
      throw wrong(index, number, text, score);
    }
  }

  /**
   * Checks a row of columns as {@link #check} does a record, without making an object of it.
   *
   * @param texts a column of {@link #TEXT_BYTES} a row
   */
  void checkRow(int index, int row, long number, byte[] texts, double score) {
    int at = row * TEXT_BYTES;
    int expected = index * TEXT_BYTES;
    if (number != index
        || (int) score != index
        || !Arrays.equals(texts, at, at + TEXT_BYTES, textBytes, expected, expected + TEXT_BYTES)) {
      String text = new String(texts, at, TEXT_BYTES, StandardCharsets.ISO_8859_1);
      throw wrong(index, number, text, score);
    }
  }

  /** Copies a text to its row of a column of {@link #TEXT_BYTES} a row. */
  void copyText(int index, byte[] column, int row) {
    System.arraycopy(textBytes, index * TEXT_BYTES, column, row * TEXT_BYTES, TEXT_BYTES);
  }

  private static WrongAnswerException wrong(int index, long number, String text, double score) {
    return new WrongAnswerException(
        "the record of key %d holds %d, '%s', %s".formatted(index, number, text, score));
  }
}
