package dev.aero4j.batch;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.Key;

/**
 * What a batch does with one record. Commands of all kinds can be mixed in one batch. Immutable: a
 * command may be kept and used again, by many threads.
 *
 * <p>A policy that a command has is about its record: time to live, generation, filter and so on.
 * How long the batch may take, and which replica is asked, is the matter of the batch's own policy.
 */
public abstract sealed class BatchCommand permits BatchRead, BatchWrite, BatchRemove, BatchApply {
  private final Key key;

  BatchCommand(Key key) {
    if (key == null) {
      throw new InvalidArgumentException("a command of a batch has a key that is null");
    }
    this.key = key;
  }

  /** {@return the key of the record} */
  public final Key key() {
    return key;
  }
}
