package dev.aero4j.benchmarks;

import java.nio.charset.StandardCharsets;

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

  Dataset(String namespace, String set, int size) {
    this.namespace = namespace;
    this.set = set;
    this.texts = new String[size];
    for (int i = 0; i < size; i++) {
      texts[i] = "user-%015d".formatted(i);
    }
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
   * Checks that what was read is the record of this index. Of texts the digits that tell are read,
   * and the length: to fetch the expected text from memory, or to look at all the zeros, costs as
   * much as the client's own work on the record.
   *
   * @throws WrongAnswerException when it is another's
   */
  static void check(int index, long number, String text, double score) {
    if (number != index || (int) score != index || !isTextOf(index, text)) {
      throw wrong(index, number, text, score);
    }
  }

  /**
   * Checks a row of columns as {@link #check} does a record, without making an object of it.
   *
   * @param texts a column of {@link #TEXT_BYTES} a row
   */
  static void checkRow(int index, int row, long number, byte[] texts, double score) {
    if (number != index || (int) score != index || !isTextOf(index, texts, row * TEXT_BYTES)) {
      String text = new String(texts, row * TEXT_BYTES, TEXT_BYTES, StandardCharsets.ISO_8859_1);
      throw wrong(index, number, text, score);
    }
  }

  private static boolean isTextOf(int index, String text) {
    if (text.length() != TEXT_BYTES) {
      return false;
    }
    int at = TEXT_BYTES - 1;
    for (int rest = index; rest > 0; rest /= 10) {
      if (text.charAt(at--) != '0' + rest % 10) {
        return false;
      }
    }
    return text.charAt(at) == '0';
  }

  private static boolean isTextOf(int index, byte[] texts, int start) {
    int at = start + TEXT_BYTES - 1;
    for (int rest = index; rest > 0; rest /= 10) {
      if (texts[at--] != '0' + rest % 10) {
        return false;
      }
    }
    return texts[at] == '0';
  }

  private static WrongAnswerException wrong(int index, long number, String text, double score) {
    return new WrongAnswerException(
        "the record of key %d holds %d, '%s', %s".formatted(index, number, text, score));
  }
}
