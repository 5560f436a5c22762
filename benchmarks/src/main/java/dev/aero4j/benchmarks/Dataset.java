package dev.aero4j.benchmarks;

/**
 * The records that both clients read and write: an integer, a text of 20 characters and a double.
 * Each bin tells which key it belongs to, so every answer can be checked. A write gives the
 * fraction of the double another value, which readers ignore.
 */
final class Dataset {
  static final String INTEGER_BIN = "n";
  static final String TEXT_BIN = "name";
  static final String DOUBLE_BIN = "score";

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
   * Checks that what was read is the record of this index.
   *
   * @throws WrongAnswerException when it is another's
   */
  void check(int index, long number, String text, double score) {
    if (number != index || !texts[index].equals(text) || (int) score != index) {
      throw new WrongAnswerException(
          "the record of key %d holds %d, '%s', %s".formatted(index, number, text, score));
    }
  }
}
