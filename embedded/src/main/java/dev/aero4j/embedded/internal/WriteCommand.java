package dev.aero4j.embedded.internal;

import dev.aero4j.embedded.NamespaceOptions;
import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.message.Field;
import dev.aero4j.wire.message.FieldType;
import dev.aero4j.wire.message.MessageFlags;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes, touches or operates on a record. One object serves one command and is confined to its
 * thread; {@link #apply} runs while the record is locked.
 */
final class WriteCommand implements RecordChange {
  private static final byte[] NO_KEY = {};

  /** A record has at most so many bins. */
  private static final int MAX_BINS = 0x7FFF;

  private final RecordRequest request;
  private final Digest digest;
  private final NamespaceStore store;
  private final WriteRules rules;
  private final String set;
  private final long nowMillis;
  private final int now;

  /** The record's generation as far as the answer shows it: before the write if it fails. */
  private int generation;

  private int voidTime;
  private List<RecordAnswer.Result> results = List.of();

  private WriteCommand(
      RecordRequest request,
      Digest digest,
      NamespaceStore store,
      WriteRules rules,
      ServerClock clock) {
    this.request = request;
    this.digest = digest;
    this.store = store;
    this.rules = rules;
    this.set = request.set();
    this.nowMillis = clock.millis();
    this.now = (int) (nowMillis / 1000);
  }

  static int execute(
      RecordRequest request,
      Digest digest,
      NamespaceStore store,
      ServerClock clock,
      WireWriter out) {
    WriteRules rules;
    try {
      rules = WriteRules.of(request);
    } catch (Refusal refusal) {
      RecordAnswer.writeCode(out, refusal.resultCode(), 0, 0, request.batchIndex());
      return refusal.resultCode();
    }
    WriteCommand command = new WriteCommand(request, digest, store, rules, clock);
    int resultCode = ResultCode.OK;
    try {
      store.partition(digest).change(digest, command, command.now);
    } catch (Refusal refusal) {
      resultCode = refusal.resultCode();
    }
    command.answer(resultCode, out);
    return resultCode;
  }

  private void answer(int resultCode, WireWriter out) {
    if (resultCode == ResultCode.OK && !results.isEmpty()) {
      RecordAnswer.writeResults(out, generation, voidTime, request.batchIndex(), results);
    } else {
      RecordAnswer.writeCode(out, resultCode, generation, voidTime, request.batchIndex());
    }
  }

  @Override
  public @Nullable StoredRecord apply(@Nullable StoredRecord present) {
    if (present != null) {
      generation = present.generation();
      voidTime = present.voidTime();
    }
    StoredRecord live = present != null && present.isLive(now) ? present : null;
    if (live == null) {
      checkCreation();
    } else {
      checkUpdate(live);
    }
    return write(live);
  }

  private void checkCreation() {
    if (rules.mustExist()) {
      throw Refusal.of(ResultCode.KEY_NOT_FOUND);
    }
    CommonChecks.generation(request, 0);
    CommonChecks.newSetName(set);
    checkNewKey();
  }

  private void checkUpdate(StoredRecord live) {
    if (request.info2(MessageFlags.INFO2_CREATE_ONLY)) {
      throw Refusal.of(ResultCode.KEY_EXISTS);
    }
    CommonChecks.generation(request, live.generation());
    if (!set.equals(live.set())) {
      throw Refusal.of(ResultCode.PARAMETER_ERROR);
    }
    CommonChecks.filter(request, digest, live, nowMillis);
    if (live.key() == null) {
      checkNewKey();
    } else {
      CommonChecks.key(request, live);
    }
  }

  private void checkNewKey() {
    Field key = request.field(FieldType.KEY);
    if (key != null) {
      CommonChecks.newKey(key);
    }
  }

  private @Nullable StoredRecord write(@Nullable StoredRecord live) {
    NamespaceOptions options = store.options();
    int newVoidTime =
        TimeToLive.voidTime(
            request.header().expiration(),
            live == null ? 0 : live.voidTime(),
            live == null,
            options,
            now);
    BinEditor editor = new BinEditor(live == null || rules.replace() ? List.of() : live.bins());
    long updated = live == null ? nowMillis : Math.max(nowMillis, live.lastUpdateMillis());
    EditedRecord record = EditedRecord.of(digest, live, set, newVoidTime, updated, editor);
    List<RecordAnswer.Result> done = new OperationApplier(request, editor, record).apply();
    List<Bin> bins = editor.bins();
    if (bins.size() > MAX_BINS) {
      throw Refusal.of(ResultCode.PARAMETER_ERROR);
    }
    if (bins.isEmpty()) {
      return delete(live, done);
    }
    byte[] key = key(live);
    if (RecordSize.of(set, key == null ? NO_KEY : key, newVoidTime, bins)
        > options.maxRecordSize()) {
      throw Refusal.of(ResultCode.RECORD_TOO_BIG);
    }
    generation = live == null ? 1 : StoredRecord.nextGeneration(live.generation());
    voidTime = newVoidTime;
    results = done;
    return new StoredRecord(set, key, generation, newVoidTime, updated, bins);
  }

  /** A record without bins is no record. */
  private @Nullable StoredRecord delete(
      @Nullable StoredRecord live, List<RecordAnswer.Result> done) {
    if (live == null || rules.replace()) {
      throw Refusal.of(ResultCode.KEY_NOT_FOUND);
    }
    if (request.info2(MessageFlags.INFO2_DURABLE_DELETE)) {
      throw Refusal.of(ResultCode.ENTERPRISE_ONLY);
    }
    generation = 0;
    voidTime = 0;
    results = done;
    return null;
  }

  /** A key that was stored stays; a key that comes with the write is stored. */
  private byte @Nullable [] key(@Nullable StoredRecord live) {
    if (live != null && live.key() != null) {
      return live.key();
    }
    Field key = request.field(FieldType.KEY);
    return key == null ? null : key.bytes();
  }
}
