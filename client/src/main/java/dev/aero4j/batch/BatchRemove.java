package dev.aero4j.batch;

import dev.aero4j.Key;
import dev.aero4j.policy.WriteOption;
import java.util.List;

/** Removes a record as part of a batch. */
public final class BatchRemove extends BatchCommand {
  private final List<WriteOption> options;

  private BatchRemove(Key key, WriteOption... options) {
    super(key);
    this.options = List.of(options);
  }

  /**
   * Removes a record.
   *
   * @param key the record's key
   * @param options such as {@code WriteMeta.generation(3)}, in place of the batch's; as for {@link
   *     BatchWrite#put}
   * @return the command
   */
  public static BatchRemove of(Key key, WriteOption... options) {
    return new BatchRemove(key, options);
  }

  /** {@return the policy and meta of its own} */
  public List<WriteOption> options() {
    return options;
  }
}
