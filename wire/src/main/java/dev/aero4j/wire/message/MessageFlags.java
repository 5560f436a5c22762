package dev.aero4j.wire.message;

/** The bits of the four info bytes in a {@link MessageHeader}. */
public final class MessageFlags {
  /** Info 1: contains a read. */
  public static final int INFO1_READ = 1;

  /** Info 1: read all bins. */
  public static final int INFO1_GET_ALL = 1 << 1;

  /** Info 1: a query expected to return few records. */
  public static final int INFO1_SHORT_QUERY = 1 << 2;

  /** Info 1: a batch, its rows in field {@link FieldType#BATCH_INDEX}. */
  public static final int INFO1_BATCH = 1 << 3;

  /** Info 1: comes from cross-datacentre replication. */
  public static final int INFO1_XDR = 1 << 4;

  /** Info 1: read the record's metadata only. */
  public static final int INFO1_NO_BIN_DATA = 1 << 5;

  /** Info 1: consult all replicas before answering a read (AP namespaces). */
  public static final int INFO1_READ_MODE_AP_ALL = 1 << 6;

  /** Info 1: the answer may be compressed. */
  public static final int INFO1_COMPRESS_RESPONSE = 1 << 7;

  /** Info 2: contains a write. */
  public static final int INFO2_WRITE = 1;

  /** Info 2: delete the record. */
  public static final int INFO2_DELETE = 1 << 1;

  /** Info 2: write only if the generation equals. */
  public static final int INFO2_GENERATION = 1 << 2;

  /** Info 2: write only if the given generation is greater than the record's. */
  public static final int INFO2_GENERATION_GT = 1 << 3;

  /** Info 2: a deletion leaves a tombstone. */
  public static final int INFO2_DURABLE_DELETE = 1 << 4;

  /** Info 2: fail if the record exists. */
  public static final int INFO2_CREATE_ONLY = 1 << 5;

  /** Info 2: a long query on an AP namespace may run during migrations. */
  public static final int INFO2_RELAX_AP_LONG_QUERY = 1 << 6;

  /** Info 2: every operation gets a result, in the order of the request. */
  public static final int INFO2_RESPOND_ALL_OPS = 1 << 7;

  /** Info 3: the last message of an answer in several messages. */
  public static final int INFO3_LAST = 1;

  /** Info 3: answer a write when the master has it, without waiting for replicas. */
  public static final int INFO3_COMMIT_MASTER = 1 << 1;

  /** Info 3: in a query's answer, this partition is complete. */
  public static final int INFO3_PARTITION_DONE = 1 << 2;

  /** Info 3: fail if the record does not exist. */
  public static final int INFO3_UPDATE_ONLY = 1 << 3;

  /** Info 3: replace the whole record, or create it. */
  public static final int INFO3_CREATE_OR_REPLACE = 1 << 4;

  /** Info 3: replace the whole record; fail if it does not exist. */
  public static final int INFO3_REPLACE_ONLY = 1 << 5;

  /** Info 3: with {@link #INFO3_SC_READ_RELAX}, the read mode in SC namespaces. */
  public static final int INFO3_SC_READ_TYPE = 1 << 6;

  /** Info 3: with {@link #INFO3_SC_READ_TYPE}, the read mode in SC namespaces. */
  public static final int INFO3_SC_READ_RELAX = 1 << 7;

  private MessageFlags() {}
}
