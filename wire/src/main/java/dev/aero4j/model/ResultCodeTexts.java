package dev.aero4j.model;

import static java.util.Map.entry;

import java.util.Map;

/** The names and the wording of {@link ResultCode}. */
final class ResultCodeTexts {
  private record Entry(String name, String text) {}

  private static final Map<Integer, Entry> ENTRIES =
      Map.ofEntries(
          code(
              ResultCode.TLS_ERROR,
              "TLS_ERROR",
              "The TLS handshake with the node failed; check the certificates, the "
                  + "host name and the protocol versions"),
          code(ResultCode.CLIENT_CLOSED, "CLIENT_CLOSED", "The client is closed; make a new one"),
          code(
              ResultCode.INVALID_ARGUMENT,
              "INVALID_ARGUMENT",
              "An argument is not valid; nothing was sent"),
          code(
              ResultCode.CLUSTER_ERROR,
              "CLUSTER_ERROR",
              "No usable node of the cluster is known; check the seed addresses and "
                  + "that the nodes are up"),
          code(
              ResultCode.CONNECTION_ERROR,
              "CONNECTION_ERROR",
              "The connection to the node could not be made or broke; check the "
                  + "network and that the node is up"),
          code(
              ResultCode.TXN_ALREADY_ABORTED,
              "TXN_ALREADY_ABORTED",
              "The transaction was aborted before; start a new one"),
          code(
              ResultCode.TXN_ALREADY_COMMITTED,
              "TXN_ALREADY_COMMITTED",
              "The transaction was committed before; there is nothing left to do"),
          code(
              ResultCode.TXN_FAILED,
              "TXN_FAILED",
              "The transaction failed; look at the cause, and start a new one"),
          code(
              ResultCode.BATCH_FAILED,
              "BATCH_FAILED",
              "At least one key of the batch failed; look at the result code of each " + "record"),
          code(
              ResultCode.NO_RESPONSE,
              "NO_RESPONSE",
              "The node sent no answer for this record; it is not known whether it was " + "done"),
          code(
              ResultCode.MAX_ERROR_RATE,
              "MAX_ERROR_RATE",
              "The node gave too many errors of late, and is being spared; try again "
                  + "in a second"),
          code(
              ResultCode.MAX_RETRIES_EXCEEDED,
              "MAX_RETRIES_EXCEEDED",
              "Every attempt failed; look at the cause, raise the retries or the " + "timeout"),
          code(
              ResultCode.SERIALIZE_ERROR,
              "SERIALIZE_ERROR",
              "The value cannot be encoded; use one of the supported types"),
          code(
              ResultCode.ASYNC_QUEUE_FULL,
              "ASYNC_QUEUE_FULL",
              "Too many commands are waiting; send fewer at once, or raise the limit"),
          code(
              ResultCode.SERVER_NOT_AVAILABLE,
              "SERVER_NOT_AVAILABLE",
              "The node cannot be reached; check that it is up and that its address "
                  + "can be reached from here"),
          code(
              ResultCode.NO_MORE_CONNECTIONS,
              "NO_MORE_CONNECTIONS",
              "Every connection to the node is in use; raise the connection limit"),
          code(
              ResultCode.QUERY_TERMINATED,
              "QUERY_TERMINATED",
              "The query was stopped by the caller"),
          code(ResultCode.SCAN_TERMINATED, "SCAN_TERMINATED", "The scan was stopped by the caller"),
          code(
              ResultCode.INVALID_NODE,
              "INVALID_NODE",
              "No node serves this partition now; check the namespace's name, or wait "
                  + "until the cluster has settled"),
          code(
              ResultCode.PARSE_ERROR,
              "PARSE_ERROR",
              "What the server sent cannot be read: it is nested too deeply, or the peer is "
                  + "not an Aerospike node"),
          code(
              ResultCode.CLIENT_ERROR,
              "CLIENT_ERROR",
              "The client failed; look at the message and the cause"),
          code(ResultCode.OK, "OK", "Done"),
          code(
              ResultCode.SERVER_ERROR,
              "SERVER_ERROR",
              "The server failed for a reason that it does not name; look in the "
                  + "server's log"),
          code(ResultCode.KEY_NOT_FOUND, "KEY_NOT_FOUND", "There is no such record"),
          code(
              ResultCode.GENERATION_MISMATCH,
              "GENERATION_MISMATCH",
              "The record has another generation than expected; read it again and "
                  + "repeat the change"),
          code(
              ResultCode.PARAMETER_ERROR,
              "PARAMETER_ERROR",
              "The server refuses a parameter of the command; check the policy, the "
                  + "bin names, the values, and the types in expressions and filters"),
          code(
              ResultCode.KEY_EXISTS,
              "KEY_EXISTS",
              "The record exists already; use another exists policy to replace or " + "update it"),
          code(
              ResultCode.BIN_EXISTS,
              "BIN_EXISTS",
              "The bin exists already; use other write flags to update it"),
          code(
              ResultCode.CLUSTER_KEY_MISMATCH,
              "CLUSTER_KEY_MISMATCH",
              "The cluster is changing its members; try again"),
          code(
              ResultCode.OUT_OF_SPACE,
              "OUT_OF_SPACE",
              "The namespace is out of memory or storage, and stops writes; free space "
                  + "or add nodes"),
          code(
              ResultCode.TIMEOUT,
              "TIMEOUT",
              "The time ran out; raise the timeout, or look for the cause of the delay"),
          code(
              ResultCode.ALWAYS_FORBIDDEN,
              "ALWAYS_FORBIDDEN",
              "The server forbids this operation by its configuration"),
          code(
              ResultCode.PARTITION_UNAVAILABLE,
              "PARTITION_UNAVAILABLE",
              "The partition is not available; wait until the missing nodes are back"),
          code(
              ResultCode.BIN_TYPE_MISMATCH,
              "BIN_TYPE_MISMATCH",
              "The bin holds a value of another type than the operation needs"),
          code(
              ResultCode.RECORD_TOO_BIG,
              "RECORD_TOO_BIG",
              "The record is larger than the server allows (max-record-size or "
                  + "write-block-size); make it smaller"),
          code(
              ResultCode.KEY_BUSY,
              "KEY_BUSY",
              "Too many commands wait for this record (hot key); try again later, or "
                  + "spread the load over more keys"),
          code(
              ResultCode.SCAN_ABORTED,
              "SCAN_ABORTED",
              "The scan or query was aborted on the server"),
          code(
              ResultCode.UNSUPPORTED_FEATURE,
              "UNSUPPORTED_FEATURE",
              "The server does not support this; a newer version or another "
                  + "configuration may"),
          code(ResultCode.BIN_NOT_FOUND, "BIN_NOT_FOUND", "The record has no such bin"),
          code(
              ResultCode.DEVICE_OVERLOAD,
              "DEVICE_OVERLOAD",
              "The storage device cannot keep up with the writes; slow down and try " + "again"),
          code(
              ResultCode.KEY_MISMATCH,
              "KEY_MISMATCH",
              "The key sent differs from the key stored with the record of this digest"),
          code(
              ResultCode.INVALID_NAMESPACE,
              "INVALID_NAMESPACE",
              "The server has no such namespace; check the name"),
          code(
              ResultCode.BIN_NAME_INVALID,
              "BIN_NAME_INVALID",
              "A bin name is longer than 15 bytes or not valid, or there are too many " + "bins"),
          code(
              ResultCode.FORBIDDEN,
              "FORBIDDEN",
              "The operation is not allowed now; for example a durable delete or a TTL "
                  + "that the configuration forbids"),
          code(
              ResultCode.ELEMENT_NOT_FOUND,
              "ELEMENT_NOT_FOUND",
              "The list or map has no such element"),
          code(
              ResultCode.ELEMENT_EXISTS,
              "ELEMENT_EXISTS",
              "The list or map has this element already"),
          code(
              ResultCode.ENTERPRISE_ONLY,
              "ENTERPRISE_ONLY",
              "This needs the Enterprise Edition of the server"),
          code(
              ResultCode.OPERATION_NOT_APPLICABLE,
              "OPERATION_NOT_APPLICABLE",
              "The operation cannot be applied to what the bin holds now: its path leads "
                  + "nowhere, an index is out of range, or an expression has no value"),
          code(
              ResultCode.FILTERED_OUT,
              "FILTERED_OUT",
              "The filter expression is not true for this record, so that nothing was "
                  + "done; with a bin that is missing or of another type it is unknown"),
          code(
              ResultCode.LOST_CONFLICT,
              "LOST_CONFLICT",
              "The write lost against a newer one from another datacenter"),
          code(
              ResultCode.XDR_KEY_BUSY,
              "XDR_KEY_BUSY",
              "The record is being shipped by XDR; try again later"),
          code(ResultCode.QUERY_END, "QUERY_END", "The last answer of a list of users or roles"),
          code(
              ResultCode.SECURITY_NOT_SUPPORTED,
              "SECURITY_NOT_SUPPORTED",
              "The server has no security; it needs the Enterprise Edition"),
          code(
              ResultCode.SECURITY_NOT_ENABLED,
              "SECURITY_NOT_ENABLED",
              "Security is not enabled on the server; connect without a user"),
          code(
              ResultCode.SECURITY_SCHEME_NOT_SUPPORTED,
              "SECURITY_SCHEME_NOT_SUPPORTED",
              "The server does not know this version of the security protocol"),
          code(
              ResultCode.INVALID_COMMAND,
              "INVALID_COMMAND",
              "The server does not know this admin command"),
          code(
              ResultCode.INVALID_FIELD,
              "INVALID_FIELD",
              "The server cannot read a field of the admin command"),
          code(
              ResultCode.ILLEGAL_STATE,
              "ILLEGAL_STATE",
              "The admin command does not fit the state of the connection; log in " + "first"),
          code(
              ResultCode.INVALID_USER,
              "INVALID_USER",
              "There is no such user, or the name is not valid"),
          code(ResultCode.USER_EXISTS, "USER_EXISTS", "The user exists already"),
          code(ResultCode.INVALID_PASSWORD, "INVALID_PASSWORD", "The password is not valid"),
          code(
              ResultCode.EXPIRED_PASSWORD,
              "EXPIRED_PASSWORD",
              "The password has expired; set a new one"),
          code(
              ResultCode.FORBIDDEN_PASSWORD,
              "FORBIDDEN_PASSWORD",
              "The password may not be used, as it was used lately; choose another"),
          code(ResultCode.INVALID_CREDENTIAL, "INVALID_CREDENTIAL", "User or password are wrong"),
          code(
              ResultCode.EXPIRED_SESSION,
              "EXPIRED_SESSION",
              "The session has expired; log in again"),
          code(
              ResultCode.INVALID_ROLE,
              "INVALID_ROLE",
              "There is no such role, or the name is not valid"),
          code(ResultCode.ROLE_EXISTS, "ROLE_EXISTS", "The role exists already"),
          code(
              ResultCode.INVALID_PRIVILEGE,
              "INVALID_PRIVILEGE",
              "There is no such privilege, or it cannot have this scope"),
          code(
              ResultCode.INVALID_WHITELIST,
              "INVALID_WHITELIST",
              "The whitelist is not valid; give addresses or CIDR ranges"),
          code(
              ResultCode.QUOTAS_NOT_ENABLED,
              "QUOTAS_NOT_ENABLED",
              "Quotas are not enabled on the server (enable-quotas)"),
          code(ResultCode.INVALID_QUOTA, "INVALID_QUOTA", "The quota is not valid"),
          code(
              ResultCode.NOT_AUTHENTICATED,
              "NOT_AUTHENTICATED",
              "The connection is not logged in; give user and password"),
          code(
              ResultCode.ROLE_VIOLATION,
              "ROLE_VIOLATION",
              "The user's roles do not allow this; ask an administrator for the " + "privilege"),
          code(
              ResultCode.NOT_WHITELISTED,
              "NOT_WHITELISTED",
              "The role does not allow this client's address"),
          code(
              ResultCode.QUOTA_EXCEEDED,
              "QUOTA_EXCEEDED",
              "The role's quota of operations is used up; slow down"),
          code(
              ResultCode.LDAP_NOT_CONFIGURED,
              "LDAP_NOT_CONFIGURED",
              "LDAP is not configured on the server"),
          code(
              ResultCode.LDAP_SETUP,
              "LDAP_SETUP",
              "The server cannot set up LDAP; look in the server's log"),
          code(
              ResultCode.LDAP_TLS_SETUP,
              "LDAP_TLS_SETUP",
              "The server cannot set up TLS for LDAP; look in the server's log"),
          code(
              ResultCode.LDAP_AUTHENTICATION,
              "LDAP_AUTHENTICATION",
              "LDAP refuses this user or password"),
          code(
              ResultCode.LDAP_QUERY,
              "LDAP_QUERY",
              "The server cannot query LDAP; look in the server's log"),
          code(
              ResultCode.UDF_ERROR,
              "UDF_ERROR",
              "The function failed, or cannot be found; look at the message"),
          code(
              ResultCode.TXN_BLOCKED,
              "TXN_BLOCKED",
              "The record is locked by another transaction; try again later"),
          code(
              ResultCode.TXN_VERSION_MISMATCH,
              "TXN_VERSION_MISMATCH",
              "A record that the transaction has read was changed meanwhile; start the "
                  + "transaction again"),
          code(
              ResultCode.TXN_EXPIRED,
              "TXN_EXPIRED",
              "The transaction's time ran out; start it again"),
          code(
              ResultCode.TXN_TOO_MANY_WRITES,
              "TXN_TOO_MANY_WRITES",
              "The transaction writes more records than the server allows"),
          code(ResultCode.TXN_COMMITTED, "TXN_COMMITTED", "The transaction is committed already"),
          code(ResultCode.TXN_ABORTED, "TXN_ABORTED", "The transaction is aborted already"),
          code(
              ResultCode.TXN_ALREADY_LOCKED,
              "TXN_ALREADY_LOCKED",
              "The record is locked by this transaction already"),
          code(
              ResultCode.TXN_MONITOR_EXISTS,
              "TXN_MONITOR_EXISTS",
              "The transaction was begun already"),
          code(ResultCode.BATCH_DISABLED, "BATCH_DISABLED", "Batches are disabled on the server"),
          code(
              ResultCode.BATCH_MAX_REQUESTS_EXCEEDED,
              "BATCH_MAX_REQUESTS_EXCEEDED",
              "The batch has more keys than the server allows (batch-max-requests); "
                  + "send smaller ones"),
          code(
              ResultCode.BATCH_QUEUES_FULL,
              "BATCH_QUEUES_FULL",
              "The server's batch queues are full; try again later"),
          code(
              ResultCode.INVALID_GEOJSON,
              "INVALID_GEOJSON",
              "The text is not valid GeoJSON, or of a kind that the server cannot use"),
          code(ResultCode.INDEX_FOUND, "INDEX_FOUND", "The index exists already"),
          code(ResultCode.INDEX_NOT_FOUND, "INDEX_NOT_FOUND", "There is no such index"),
          code(
              ResultCode.INDEX_OUT_OF_MEMORY,
              "INDEX_OUT_OF_MEMORY",
              "The server has no memory for the index"),
          code(
              ResultCode.INDEX_NOT_READABLE,
              "INDEX_NOT_READABLE",
              "The index is still being built; wait and try again"),
          code(
              ResultCode.INDEX_ERROR,
              "INDEX_ERROR",
              "The index operation failed; look in the server's log"),
          code(
              ResultCode.INDEX_NAME_TOO_LONG,
              "INDEX_NAME_TOO_LONG",
              "The name of the index is too long"),
          code(
              ResultCode.INDEX_MAX_COUNT,
              "INDEX_MAX_COUNT",
              "The namespace has as many indexes as the server allows; remove one"),
          code(ResultCode.QUERY_ABORTED, "QUERY_ABORTED", "The query was aborted on the server"),
          code(
              ResultCode.QUERY_QUEUE_FULL,
              "QUERY_QUEUE_FULL",
              "The server has too many queries waiting; try again later"),
          code(
              ResultCode.QUERY_TIMEOUT,
              "QUERY_TIMEOUT",
              "The query's time ran out on the server; raise the timeout"),
          code(
              ResultCode.QUERY_ERROR, "QUERY_ERROR", "The query failed; look in the server's log"));

  private ResultCodeTexts() {}

  private static Map.Entry<Integer, Entry> code(int code, String name, String text) {
    return entry(code, new Entry(name, text));
  }

  static String name(int code) {
    Entry entry = ENTRIES.get(code);
    return entry == null ? "CODE_" + code : entry.name();
  }

  static String text(int code) {
    Entry entry = ENTRIES.get(code);
    return entry == null
        ? "Result code " + code + " is not known to this version; see the server's documentation"
        : entry.text();
  }
}
