package dev.aero4j.embedded.internal;

import dev.aero4j.embedded.NamespaceOptions;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.message.FieldType;
import dev.aero4j.wire.message.MessageFlags;
import java.util.Map;

/** Executes commands on one record, for one node. Holds no state of its own. */
final class RecordService {
  /** Roll and verify bits, which only servers with transactions know. */
  private static final int INFO4_TRANSACTION = 0b111;

  private final Cluster cluster;
  private final NodeServer node;
  private final Map<String, NamespaceOptions> namespaces;

  RecordService(Cluster cluster, NodeServer node) {
    this.cluster = cluster;
    this.node = node;
    this.namespaces = cluster.options().namespaces();
  }

  boolean knowsNamespace(String namespace) {
    return namespaces.containsKey(namespace);
  }

  /**
   * Executes a command and appends its answer without the frame around it.
   *
   * @return the result code
   */
  int execute(RecordRequest request, WireWriter out) {
    try {
      String namespace = request.namespace();
      if (!knowsNamespace(namespace)) {
        throw Refusal.of(ResultCode.INVALID_NAMESPACE);
      }
      checkSupport(request);
      Digest digest = request.digest();
      NamespaceStore store = owner(namespace, digest).store(namespace);
      ServerClock clock = cluster.clock();
      if (!request.isWrite()) {
        return ReadCommand.execute(request, digest, store, clock, out);
      }
      return request.info2(MessageFlags.INFO2_DELETE)
          ? DeleteCommand.execute(request, digest, store, clock, out)
          : WriteCommand.execute(request, digest, store, clock, out);
    } catch (Refusal refusal) {
      RecordAnswer.writeCode(out, refusal.resultCode(), 0, 0, request.batchIndex());
      return refusal.resultCode();
    }
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
    if (request.field(FieldType.FILTER_EXPRESSION) != null
        || request.field(FieldType.UDF_PACKAGE) != null) {
      throw Refusal.of(ResultCode.UNSUPPORTED_FEATURE);
    }
  }

  /** Returns the node that serves the record. Another node passes the command on, as servers do. */
  private NodeServer owner(String namespace, Digest digest) {
    NodeServer owner = cluster.membership().master(namespace, digest.partitionId());
    if (owner != node) {
      node.counters().proxied().increment();
      owner.awaitResumed();
    }
    return owner;
  }
}
