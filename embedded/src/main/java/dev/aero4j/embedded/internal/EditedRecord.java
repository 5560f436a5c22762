package dev.aero4j.embedded.internal;

import dev.aero4j.embedded.internal.value.Particle;
import dev.aero4j.embedded.internal.value.RecordView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record as an expression sees it while a command works on it: with the bins as they are by now,
 * and everything else as it was before.
 */
final class EditedRecord implements RecordView {
  private static final byte[] NO_KEY = {};

  private final Digest digest;
  private final String set;
  private final byte @Nullable [] key;
  private final int voidTime;
  private final long lastUpdateMillis;
  private final long nowMillis;
  private final BinEditor bins;

  /**
   * @param stored the record, or null when the command makes it
   * @param set the set that it is made in
   * @param newKey the user key that is stored with it, or null
   */
  EditedRecord(
      Digest digest,
      @Nullable StoredRecord stored,
      String set,
      byte @Nullable [] newKey,
      BinEditor bins,
      long nowMillis) {
    this.digest = digest;
    this.set = stored == null ? set : stored.set();
    this.key = stored == null ? newKey : stored.key();
    this.voidTime = stored == null ? 0 : stored.voidTime();
    this.lastUpdateMillis = stored == null ? nowMillis : stored.lastUpdateMillis();
    this.nowMillis = nowMillis;
    this.bins = bins;
  }

  /** Shows a record that is only read. */
  static EditedRecord of(Digest digest, StoredRecord stored, long nowMillis) {
    return new EditedRecord(
        digest, stored, stored.set(), null, new BinEditor(stored.bins()), nowMillis);
  }

  @Override
  public @Nullable Particle bin(String name) {
    Bin bin = bins.find(name);
    return bin == null ? null : bin.particle();
  }

  @Override
  public String set() {
    return set;
  }

  @Override
  public byte @Nullable [] key() {
    return key;
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
    List<Bin> now = bins.bins();
    return RecordSize.of(set, key == null ? NO_KEY : key, voidTime, now);
  }

  @Override
  public long nowMillis() {
    return nowMillis;
  }
}
