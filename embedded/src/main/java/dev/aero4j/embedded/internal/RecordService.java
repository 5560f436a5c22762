package dev.aero4j.embedded.internal;

import dev.aero4j.embedded.NamespaceOptions;
import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.message.FieldType;
import dev.aero4j.wire.message.MessageFlags;
import java.util.Map;

/** Executes commands on one record, for one node. Holds no state of its own. */
final class RecordService {
  /** Roll and verify bits, which only servers with transactions know. */
  private static final int INFO4_TRANSACTION = 0b111;

  private final NodeServer node;
  private final ServerClock clock;
  private final RecordRouter router;
  private final boolean alone;
  private final Map<String, NamespaceOptions> namespaces;

  RecordService(Cluster cluster, NodeServer node) {
    this.node = node;
    this.clock = cluster.clock();
    this.router = new RecordRouter(cluster, node);
    this.alone = cluster.options().nodes() == 1;
    this.namespaces = cluster.options().namespaces();
  }

  boolean knowsNamespace(String namespace) {
    return namespaces.containsKey(namespace);
  }

  /**
   * Executes a command as far as that needs no waiting, and appends its answer without the frame
   * around it. What comes too late is not executed, like on a server that finds it in its queue.
   */
  Progress begin(RecordRequest request, WireWriter out) {
    try {
      String namespace = request.namespace();
      if (!knowsNamespace(namespace)) {
        throw Refusal.of(ResultCode.INVALID_NAMESPACE);
      }
      checkSupport(request);
      if (request.isLate()) {
        return Progress.done(RecordAnswer.timeout(request, out));
      }
      Digest digest = request.digest();
      // A lone node has everything, and nobody to wait for.
      return alone
          ? Progress.done(apply(request, digest, node.store(namespace), out))
          : router.begin(
              request, namespace, digest, out, store -> apply(request, digest, store, out));
    } catch (Refusal refusal) {
      RecordAnswer.writeCode(out, refusal.resultCode(), 0, 0, request.batchIndex());
      return Progress.done(refusal.resultCode());
    }
  }

  private int apply(RecordRequest request, Digest digest, NamespaceStore store, WireWriter out) {
    if (!request.isWrite()) {
      return ReadCommand.execute(request, digest, store, clock, out);
    }
    return request.info2(MessageFlags.INFO2_DELETE)
        ? DeleteCommand.execute(request, digest, store, clock, out)
        : WriteCommand.execute(request, digest, store, clock, out);
  }

  private static void checkSupport(RecordRequest request) {
    if (!request.isWrite() && !request.isRead()) {
      throw Refusal.of(ResultCode.PARAMETER_ERROR);
    }
    boolean linearize =
        !request.isWrite()
            && request.info3(MessageFlags.INFO3_SC_READ_TYPE)
            && !request.info3(MessageFlags.INFO3_SC_READ_RELAX);
    if (linearize
        || (request.header().info4() & INFO4_TRANSACTION) != 0
        || request.field(FieldType.TRANSACTION_ID) != null) {
      throw Refusal.of(ResultCode.ENTERPRISE_ONLY);
    }
    if (request.field(FieldType.UDF_PACKAGE) != null) {
      throw Refusal.of(ResultCode.UNSUPPORTED_FEATURE);
    }
  }
}
