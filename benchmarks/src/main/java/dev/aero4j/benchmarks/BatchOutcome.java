package dev.aero4j.benchmarks;

import java.util.Map;

/**
 * What a cell of batches came to.
 *
 * @param figures a record, by the way in which the batches were done
 */
record BatchOutcome(BatchCell cell, Map<BatchFace, Figures> figures) {
  /** Returns one way beside the official client's. */
  Outcome beside(BatchFace face) {
    return new Outcome(cell.load(), figure(BatchFace.OFFICIAL), figure(face), 0, 0);
  }

  private Figures figure(BatchFace face) {
    Figures found = figures.get(face);
    if (found == null) {
      throw new IllegalArgumentException(face + " was not measured in " + cell.name());
    }
    return found;
  }
}
