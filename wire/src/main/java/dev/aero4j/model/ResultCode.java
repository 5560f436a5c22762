package dev.aero4j.model;

/**
 * Result codes. Codes from 0 on are the server's (a byte on the wire); negative ones are made by a
 * client when no server has answered.
 *
 * <p>The numbers are those of the server's protocol and, from -1 to -19, those that the other
 * Aerospike clients use, so that logs of different clients can be read together.
 */
public final class ResultCode {
  // Client side: no server sent these.
  /**
   * The TLS handshake with the node failed; check the certificates, the host name and the protocol
   * versions.
   */
  public static final int TLS_ERROR = -44;

  /** The client is closed; make a new one. */
  public static final int CLIENT_CLOSED = -43;

  /** An argument is not valid; nothing was sent. */
  public static final int INVALID_ARGUMENT = -42;

  /** No usable node of the cluster is known; check the seed addresses and that the nodes are up. */
  public static final int CLUSTER_ERROR = -41;

  /**
   * The connection to the node could not be made or broke; check the network and that the node is
   * up.
   */
  public static final int CONNECTION_ERROR = -40;

  /** The transaction was aborted before; start a new one. */
  public static final int TXN_ALREADY_ABORTED = -19;

  /** The transaction was committed before; there is nothing left to do. */
  public static final int TXN_ALREADY_COMMITTED = -18;

  /** The transaction failed; look at the cause, and start a new one. */
  public static final int TXN_FAILED = -17;

  /** At least one key of the batch failed; look at the result code of each record. */
  public static final int BATCH_FAILED = -16;

  /** The node sent no answer for this record; it is not known whether it was done. */
  public static final int NO_RESPONSE = -15;

  /** The node gave too many errors of late, and is being spared; try again in a second. */
  public static final int MAX_ERROR_RATE = -12;

  /** Every attempt failed; look at the cause, raise the retries or the timeout. */
  public static final int MAX_RETRIES_EXCEEDED = -11;

  /** The value cannot be encoded; use one of the supported types. */
  public static final int SERIALIZE_ERROR = -10;

  /** Too many commands are waiting; send fewer at once, or raise the limit. */
  public static final int ASYNC_QUEUE_FULL = -9;

  /**
   * The node cannot be reached; check that it is up and that its address can be reached from here.
   */
  public static final int SERVER_NOT_AVAILABLE = -8;

  /** Every connection to the node is in use; raise the connection limit. */
  public static final int NO_MORE_CONNECTIONS = -7;

  /** The query was stopped by the caller. */
  public static final int QUERY_TERMINATED = -5;

  /** The scan was stopped by the caller. */
  public static final int SCAN_TERMINATED = -4;

  /**
   * No node serves this partition now; check the namespace's name, or wait until the cluster has
   * settled.
   */
  public static final int INVALID_NODE = -3;

  /** The answer cannot be understood; the peer may not be an Aerospike node. */
  public static final int PARSE_ERROR = -2;

  /** The client failed; look at the message and the cause. */
  public static final int CLIENT_ERROR = -1;

  // Generic.
  /** Done. */
  public static final int OK = 0;

  /** The server failed for a reason that it does not name; look in the server's log. */
  public static final int SERVER_ERROR = 1;

  /** There is no such record. */
  public static final int KEY_NOT_FOUND = 2;

  /** The record has another generation than expected; read it again and repeat the change. */
  public static final int GENERATION_MISMATCH = 3;

  /**
   * The server refuses a parameter of the command; check the policy, the bin names and the types.
   */
  public static final int PARAMETER_ERROR = 4;

  /** The record exists already; use another exists policy to replace or update it. */
  public static final int KEY_EXISTS = 5;

  /** The bin exists already; use other write flags to update it. */
  public static final int BIN_EXISTS = 6;

  /** The cluster is changing its members; try again. */
  public static final int CLUSTER_KEY_MISMATCH = 7;

  /** The namespace is out of memory or storage, and stops writes; free space or add nodes. */
  public static final int OUT_OF_SPACE = 8;

  /** The time ran out; raise the timeout, or look for the cause of the delay. */
  public static final int TIMEOUT = 9;

  /** The server forbids this operation by its configuration. */
  public static final int ALWAYS_FORBIDDEN = 10;

  /** The partition is not available; wait until the missing nodes are back. */
  public static final int PARTITION_UNAVAILABLE = 11;

  /** The bin holds a value of another type than the operation needs. */
  public static final int BIN_TYPE_MISMATCH = 12;

  /**
   * The record is larger than the server allows (max-record-size or write-block-size); make it
   * smaller.
   */
  public static final int RECORD_TOO_BIG = 13;

  /**
   * Too many commands wait for this record (hot key); try again later, or spread the load over more
   * keys.
   */
  public static final int KEY_BUSY = 14;

  /** The scan or query was aborted on the server. */
  public static final int SCAN_ABORTED = 15;

  /** The server does not support this; a newer version or another configuration may. */
  public static final int UNSUPPORTED_FEATURE = 16;

  /** The record has no such bin. */
  public static final int BIN_NOT_FOUND = 17;

  /** The storage device cannot keep up with the writes; slow down and try again. */
  public static final int DEVICE_OVERLOAD = 18;

  /** The key sent differs from the key stored with the record of this digest. */
  public static final int KEY_MISMATCH = 19;

  /** The server has no such namespace; check the name. */
  public static final int INVALID_NAMESPACE = 20;

  /** A bin name is longer than 15 bytes or not valid, or there are too many bins. */
  public static final int BIN_NAME_INVALID = 21;

  /**
   * The operation is not allowed now; for example a durable delete or a TTL that the configuration
   * forbids.
   */
  public static final int FORBIDDEN = 22;

  /** The list or map has no such element. */
  public static final int ELEMENT_NOT_FOUND = 23;

  /** The list or map has this element already. */
  public static final int ELEMENT_EXISTS = 24;

  /** This needs the Enterprise Edition of the server. */
  public static final int ENTERPRISE_ONLY = 25;

  /** The operation cannot be applied to the value that the bin holds now. */
  public static final int OPERATION_NOT_APPLICABLE = 26;

  /** The filter expression is false for this record, so that nothing was done. */
  public static final int FILTERED_OUT = 27;

  /** The write lost against a newer one from another datacenter. */
  public static final int LOST_CONFLICT = 28;

  /** The record is being shipped by XDR; try again later. */
  public static final int XDR_KEY_BUSY = 32;

  // Security.
  /** The last answer of a list of users or roles. */
  public static final int QUERY_END = 50;

  /** The server has no security; it needs the Enterprise Edition. */
  public static final int SECURITY_NOT_SUPPORTED = 51;

  /** Security is not enabled on the server; connect without a user. */
  public static final int SECURITY_NOT_ENABLED = 52;

  /** The server does not know this version of the security protocol. */
  public static final int SECURITY_SCHEME_NOT_SUPPORTED = 53;

  /** The server does not know this admin command. */
  public static final int INVALID_COMMAND = 54;

  /** The server cannot read a field of the admin command. */
  public static final int INVALID_FIELD = 55;

  /** The admin command does not fit the state of the connection; log in first. */
  public static final int ILLEGAL_STATE = 56;

  /** There is no such user, or the name is not valid. */
  public static final int INVALID_USER = 60;

  /** The user exists already. */
  public static final int USER_EXISTS = 61;

  /** The password is not valid. */
  public static final int INVALID_PASSWORD = 62;

  /** The password has expired; set a new one. */
  public static final int EXPIRED_PASSWORD = 63;

  /** The password may not be used, as it was used lately; choose another. */
  public static final int FORBIDDEN_PASSWORD = 64;

  /** User or password are wrong. */
  public static final int INVALID_CREDENTIAL = 65;

  /** The session has expired; log in again. */
  public static final int EXPIRED_SESSION = 66;

  /** There is no such role, or the name is not valid. */
  public static final int INVALID_ROLE = 70;

  /** The role exists already. */
  public static final int ROLE_EXISTS = 71;

  /** There is no such privilege, or it cannot have this scope. */
  public static final int INVALID_PRIVILEGE = 72;

  /** The whitelist is not valid; give addresses or CIDR ranges. */
  public static final int INVALID_WHITELIST = 73;

  /** Quotas are not enabled on the server (enable-quotas). */
  public static final int QUOTAS_NOT_ENABLED = 74;

  /** The quota is not valid. */
  public static final int INVALID_QUOTA = 75;

  /** The connection is not logged in; give user and password. */
  public static final int NOT_AUTHENTICATED = 80;

  /** The user's roles do not allow this; ask an administrator for the privilege. */
  public static final int ROLE_VIOLATION = 81;

  /** The role does not allow this client's address. */
  public static final int NOT_WHITELISTED = 82;

  /** The role's quota of operations is used up; slow down. */
  public static final int QUOTA_EXCEEDED = 83;

  /** LDAP is not configured on the server. */
  public static final int LDAP_NOT_CONFIGURED = 90;

  /** The server cannot set up LDAP; look in the server's log. */
  public static final int LDAP_SETUP = 91;

  /** The server cannot set up TLS for LDAP; look in the server's log. */
  public static final int LDAP_TLS_SETUP = 92;

  /** LDAP refuses this user or password. */
  public static final int LDAP_AUTHENTICATION = 93;

  /** The server cannot query LDAP; look in the server's log. */
  public static final int LDAP_QUERY = 94;

  // User-defined functions.
  /** The function failed, or cannot be found; look at the message. */
  public static final int UDF_ERROR = 100;

  // Transactions.
  /** The record is locked by another transaction; try again later. */
  public static final int TXN_BLOCKED = 120;

  /** A record that the transaction has read was changed meanwhile; start the transaction again. */
  public static final int TXN_VERSION_MISMATCH = 121;

  /** The transaction's time ran out; start it again. */
  public static final int TXN_EXPIRED = 122;

  /** The transaction writes more records than the server allows. */
  public static final int TXN_TOO_MANY_WRITES = 123;

  /** The transaction is committed already. */
  public static final int TXN_COMMITTED = 124;

  /** The transaction is aborted already. */
  public static final int TXN_ABORTED = 125;

  /** The record is locked by this transaction already. */
  public static final int TXN_ALREADY_LOCKED = 126;

  /** The transaction was begun already. */
  public static final int TXN_MONITOR_EXISTS = 127;

  // Batches.
  /** Batches are disabled on the server. */
  public static final int BATCH_DISABLED = 150;

  /** The batch has more keys than the server allows (batch-max-requests); send smaller ones. */
  public static final int BATCH_MAX_REQUESTS_EXCEEDED = 151;

  /** The server's batch queues are full; try again later. */
  public static final int BATCH_QUEUES_FULL = 152;

  // Geometry.
  /** The text is not valid GeoJSON, or of a kind that the server cannot use. */
  public static final int INVALID_GEOJSON = 160;

  // Secondary indexes and queries.
  /** The index exists already. */
  public static final int INDEX_FOUND = 200;

  /** There is no such index. */
  public static final int INDEX_NOT_FOUND = 201;

  /** The server has no memory for the index. */
  public static final int INDEX_OUT_OF_MEMORY = 202;

  /** The index is still being built; wait and try again. */
  public static final int INDEX_NOT_READABLE = 203;

  /** The index operation failed; look in the server's log. */
  public static final int INDEX_ERROR = 204;

  /** The name of the index is too long. */
  public static final int INDEX_NAME_TOO_LONG = 205;

  /** The namespace has as many indexes as the server allows; remove one. */
  public static final int INDEX_MAX_COUNT = 206;

  /** The query was aborted on the server. */
  public static final int QUERY_ABORTED = 210;

  /** The server has too many queries waiting; try again later. */
  public static final int QUERY_QUEUE_FULL = 211;

  /** The query's time ran out on the server; raise the timeout. */
  public static final int QUERY_TIMEOUT = 212;

  /** The query failed; look in the server's log. */
  public static final int QUERY_ERROR = 213;

  private ResultCode() {}

  /** Returns true when the code was made by a client, not sent by a server. */
  public static boolean isClientSide(int code) {
    return code < 0;
  }

  /** Returns what the code means and what can be done, in plain words, without a full stop. */
  public static String text(int code) {
    return ResultCodeTexts.text(code);
  }

  /** Returns the name of the constant, such as {@code KEY_BUSY}, or {@code CODE_77}. */
  public static String name(int code) {
    return ResultCodeTexts.name(code);
  }
}
