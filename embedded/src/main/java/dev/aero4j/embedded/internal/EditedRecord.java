package dev.aero4j.embedded.internal;

import dev.aero4j.embedded.internal.value.Particle;
import dev.aero4j.embedded.internal.value.RecordView;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A record as an expression sees it while a command works on it. A write shows its bins as they are
 * by now and the times that it is about to give the record, but the key and the size that are
 * stored.
 */
final class EditedRecord implements RecordView {
  private final Digest digest;
  private final @Nullable StoredRecord stored;
  private final String set;
  private final int voidTime;
  private final long lastUpdateMillis;
  private final long nowMillis;
  private final Function<String, @Nullable Bin> bins;

  private EditedRecord(
      Digest digest,
      @Nullable StoredRecord stored,
      String set,
      int voidTime,
      long lastUpdateMillis,
      long nowMillis,
      Function<String, @Nullable Bin> bins) {
    this.digest = digest;
    this.stored = stored;
    this.set = set;
    this.voidTime = voidTime;
    this.lastUpdateMillis = lastUpdateMillis;
    this.nowMillis = nowMillis;
    this.bins = bins;
  }

  /** Shows a record that is only read. */
  static EditedRecord of(Digest digest, StoredRecord stored, long nowMillis) {
    return new EditedRecord(
        digest,
        stored,
        stored.set(),
        stored.voidTime(),
        stored.lastUpdateMillis(),
        nowMillis,
        stored::bin);
  }

  /**
   * Shows a record that is written.
   *
   * @param stored the record before, or null when the write makes it
   * @param set the set that it is in
   * @param voidTime what the write gives it
   * @param lastUpdateMillis the time of the write
   */
  static EditedRecord of(
      Digest digest,
      @Nullable StoredRecord stored,
      String set,
      int voidTime,
      long lastUpdateMillis,
      BinEditor bins) {
    return new EditedRecord(
        digest, stored, set, voidTime, lastUpdateMillis, lastUpdateMillis, bins::find);
  }

  @Override
  public @Nullable Particle bin(String name) {
    Bin bin = bins.apply(name);
    return bin == null ? null : bin.particle();
  }

  @Override
  public String set() {
    return set;
  }

  @Override
  public byte @Nullable [] key() {
    return stored == null ? null : stored.key();
  }

  @Override
  public byte[] digest() {
    return digest.bytes();
  }

  @Override
  public int voidTime() {
    return voidTime;
  }

  @Override
  public long lastUpdateMillis() {
    return lastUpdateMillis;
  }

  @Override
  public long size() {
    return stored == null ? RecordSize.BLOCK : RecordSize.inBlocks(stored);
  }

  @Override
  public long nowMillis() {
    return nowMillis;
  }
}
