package dev.aero4j;

import dev.aero4j.internal.command.ApiBridge;
import dev.aero4j.internal.command.RecordReply;
import dev.aero4j.wire.WireWriter;
import org.jspecify.annotations.Nullable;

/** What this package lets the inside of the client do, and nobody else. */
final class PublicApi extends ApiBridge {
  @Override
  public byte[] digest(Key key) {
    return key.digestShared();
  }

  @Override
  public @Nullable Object userKey(Key key) {
    return key.userKeyShared();
  }

  @Override
  public void write(Bins bins, WireWriter writer) {
    bins.writeTo(writer);
  }

  @Override
  public Record record(Key key, RecordReply reply) {
    return new Record(key, reply);
  }

  @Override
  public void context(
      AerospikeException failure, @Nullable String node, int attempts, boolean inDoubt) {
    failure.context(node, attempts, inDoubt);
  }
}
