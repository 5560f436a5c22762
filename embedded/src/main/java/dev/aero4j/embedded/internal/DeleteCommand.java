package dev.aero4j.embedded.internal;

import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.message.MessageFlags;

/** Deletes a whole record. Its answer never has a generation or void time. */
final class DeleteCommand {
  private DeleteCommand() {}

  static int execute(
      RecordRequest request,
      Digest digest,
      NamespaceStore store,
      ServerClock clock,
      WireWriter out) {
    int resultCode = ResultCode.OK;
    try {
      if (request.info2(MessageFlags.INFO2_DURABLE_DELETE)) {
        throw Refusal.of(ResultCode.ENTERPRISE_ONLY);
      }
      store
          .partition(digest)
          .change(
              digest,
              present -> {
                if (present == null) {
                  throw Refusal.of(ResultCode.KEY_NOT_FOUND);
                }
                CommonChecks.setIfNamed(request, present);
                CommonChecks.generation(request, present.generation());
                CommonChecks.filter(request, digest, present, clock.millis());
                CommonChecks.key(request, present);
                return null;
              },
              clock.seconds());
    } catch (Refusal refusal) {
      resultCode = refusal.resultCode();
    }
    RecordAnswer.writeCode(out, resultCode, 0, 0, request.batchIndex());
    return resultCode;
  }
}
