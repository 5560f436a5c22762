package dev.aero4j;

import dev.aero4j.batch.BatchClient;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.InfoPolicy;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.policy.WriteMeta;
import dev.aero4j.policy.WriteOption;
import dev.aero4j.policy.WritePolicy;
import java.util.List;
import java.util.Map;

/**
 * The blocking face of the client: a call returns when the server has answered. Safe for use by any
 * number of threads, virtual ones too; one client for a cluster is enough, and closed at the end.
 *
 * <pre>{@code
 * try (Client client = Aerospike.client("aerospike://127.0.0.1:3000").connect()) {
 *   Key key = Key.of("test", "users", "alice");
 *   client.put(key, Bins.of("name", "Alice", "age", 30));
 *   long age = client.get(key).getLong("age");
 * }
 * }</pre>
 *
 * <p>Every call throws an {@link AerospikeException}; those named on a method are the answers of a
 * server that belong to it, besides {@link AerospikeTimeoutException}, {@link ConnectionException},
 * {@link ClusterException}, {@link ServerException} and {@link FilteredOutException}, which any may
 * throw. Before {@link #connect()} and after {@link #close()} a call throws {@link
 * ClientException}. {@link AsyncClient} is the same with futures.
 */
public interface Client extends BatchClient, AutoCloseable {
  /**
   * Connects to the cluster, and returns when commands can be sent. A client that is connected
   * stays so.
   *
   * @return this
   * @throws ClusterException when no seed host leads to a usable node; it says what each answered
   * @throws ClientException when the client is closed
   */
  Client connect();

  /** {@return whether at least one node is usable, as far as is known now, without asking} */
  boolean isConnected();

  /** {@return whether a node answers: asks all of them now} */
  boolean ping();

  /** {@return the names of the cluster's nodes, sorted; none before it is connected} */
  List<String> getNodeNames();

  /**
   * Asks every node an info command.
   *
   * @param command the command, such as {@code namespaces} or {@code namespace/test}
   * @return for each node its answer, or why there is none
   */
  List<InfoNodeResult> infoAll(String command);

  /**
   * Asks every node an info command.
   *
   * @param command the command, such as {@code namespaces} or {@code namespace/test}
   * @param policy how to ask
   * @return for each node its answer, or why there is none
   */
  List<InfoNodeResult> infoAll(String command, InfoPolicy policy);

  /**
   * Asks one node, whichever, an info command.
   *
   * @param command the command, such as {@code namespaces} or {@code namespace/test}
   * @return its answer
   * @throws ServerException when the answer is an error
   */
  String infoRandomNode(String command);

  /**
   * Asks one node, whichever, an info command.
   *
   * @param command the command, such as {@code namespaces} or {@code namespace/test}
   * @param policy how to ask
   * @return its answer
   * @throws ServerException when the answer is an error
   */
  String infoRandomNode(String command, InfoPolicy policy);

  /**
   * Writes bins to a record; makes it if there is none, and keeps its other bins, unless the policy
   * says otherwise. A bin without a value is removed.
   *
   * @param key the record's key
   * @param bins the bins to write
   * @param options a {@link WritePolicy} in place of the default one, and a {@link WriteMeta}
   * @throws RecordExistsException when the policy asks to create it and it exists
   * @throws RecordGenerationException when the generation is not the expected one
   * @throws RecordTooBigException when the record would grow over the server's limit
   */
  void put(Key key, Bins bins, WriteOption... options);

  /**
   * Writes bins to a record, as {@link #put(Key, Bins, WriteOption...)} does.
   *
   * @param key the record's key
   * @param bins names and values, as {@link Bins#from} takes them
   * @param options a {@link WritePolicy} in place of the default one, and a {@link WriteMeta}
   * @throws InvalidArgumentException when a name or a value cannot be stored
   * @throws RecordExistsException when the policy asks to create it and it exists
   * @throws RecordGenerationException when the generation is not the expected one
   * @throws RecordTooBigException when the record would grow over the server's limit
   */
  void put(Key key, Map<String, ?> bins, WriteOption... options);

  /**
   * Reads a record with all its bins.
   *
   * @param key the record's key
   * @return the record
   * @throws RecordNotFoundException when there is no such record
   */
  Record get(Key key);

  /**
   * Reads a record with all its bins.
   *
   * @param key the record's key
   * @param policy how to read
   * @return the record
   * @throws RecordNotFoundException when there is no such record
   */
  Record get(Key key, ReadPolicy policy);

  /**
   * Reads some bins of a record; only they travel.
   *
   * @param key the record's key
   * @param bins the names of the bins
   * @return the record with those of the bins that it has
   * @throws RecordNotFoundException when there is no such record
   */
  Record select(Key key, String... bins);

  /**
   * Reads some bins of a record; only they travel.
   *
   * @param key the record's key
   * @param bins the names of the bins
   * @param policy how to read
   * @return the record with those of the bins that it has
   * @throws RecordNotFoundException when there is no such record
   */
  Record select(Key key, List<String> bins, ReadPolicy policy);

  /**
   * Asks whether there is a record.
   *
   * @param key the record's key
   * @return generation and time to live, or that there is none, which is no error
   */
  ExistsResult exists(Key key);

  /**
   * Asks whether there is a record.
   *
   * @param key the record's key
   * @param policy how to read
   * @return generation and time to live, or that there is none, which is no error
   */
  ExistsResult exists(Key key, ReadPolicy policy);

  /**
   * Removes a record.
   *
   * @param key the record's key
   * @param options a {@link WritePolicy} in place of the default one, and a {@link WriteMeta}
   * @throws RecordNotFoundException when there is no such record
   * @throws RecordGenerationException when the generation is not the expected one
   */
  void remove(Key key, WriteOption... options);

  /**
   * Renews a record's time to live as the policy says, by default to the namespace's.
   *
   * @param key the record's key
   * @param options a {@link WritePolicy} in place of the default one, and a {@link WriteMeta}
   * @throws RecordNotFoundException when there is no such record
   * @throws RecordGenerationException when the generation is not the expected one
   */
  void touch(Key key, WriteOption... options);

  /**
   * Gives a record another time to live.
   *
   * @param key the record's key
   * @param ttlSeconds seconds from now, or a constant of {@link dev.aero4j.policy.Ttl}
   * @param options a {@link WritePolicy} in place of the default one, and a {@link WriteMeta}
   * @throws RecordNotFoundException when there is no such record
   * @throws RecordGenerationException when the generation is not the expected one
   */
  void touch(Key key, long ttlSeconds, WriteOption... options);

  /**
   * Puts text after that of a bin; makes bin and record if need be.
   *
   * @param key the record's key
   * @param bin the bin's name
   * @param text what to add
   * @param options a {@link WritePolicy} in place of the default one, and a {@link WriteMeta}
   * @throws BinTypeException when the bin holds another type
   * @throws RecordGenerationException when the generation is not the expected one
   */
  void append(Key key, String bin, String text, WriteOption... options);

  /**
   * Puts bytes after those of a bin; makes bin and record if need be.
   *
   * @param key the record's key
   * @param bin the bin's name
   * @param bytes what to add
   * @param options a {@link WritePolicy} in place of the default one, and a {@link WriteMeta}
   * @throws BinTypeException when the bin holds another type
   * @throws RecordGenerationException when the generation is not the expected one
   */
  void append(Key key, String bin, byte[] bytes, WriteOption... options);

  /**
   * Puts text before that of a bin; makes bin and record if need be.
   *
   * @param key the record's key
   * @param bin the bin's name
   * @param text what to add
   * @param options a {@link WritePolicy} in place of the default one, and a {@link WriteMeta}
   * @throws BinTypeException when the bin holds another type
   * @throws RecordGenerationException when the generation is not the expected one
   */
  void prepend(Key key, String bin, String text, WriteOption... options);

  /**
   * Puts bytes before those of a bin; makes bin and record if need be.
   *
   * @param key the record's key
   * @param bin the bin's name
   * @param bytes what to add
   * @param options a {@link WritePolicy} in place of the default one, and a {@link WriteMeta}
   * @throws BinTypeException when the bin holds another type
   * @throws RecordGenerationException when the generation is not the expected one
   */
  void prepend(Key key, String bin, byte[] bytes, WriteOption... options);

  /**
   * Adds to the integer in a bin; makes bin and record if need be. The sum wraps around at 64 bits.
   *
   * @param key the record's key
   * @param bin the bin's name
   * @param delta what to add
   * @param options a {@link WritePolicy} in place of the default one, and a {@link WriteMeta}
   * @throws BinTypeException when the bin holds another type
   * @throws RecordGenerationException when the generation is not the expected one
   */
  void increment(Key key, String bin, long delta, WriteOption... options);

  /**
   * Adds to the double in a bin; makes bin and record if need be.
   *
   * @param key the record's key
   * @param bin the bin's name
   * @param delta what to add
   * @param options a {@link WritePolicy} in place of the default one, and a {@link WriteMeta}
   * @throws BinTypeException when the bin holds another type
   * @throws RecordGenerationException when the generation is not the expected one
   */
  void increment(Key key, String bin, double delta, WriteOption... options);

  /**
   * Removes bins from a record; one without bins left is removed too.
   *
   * @param key the record's key
   * @param bins the names of the bins
   * @throws RecordGenerationException when the generation is not the expected one
   */
  void removeBin(Key key, String... bins);

  /**
   * Removes bins from a record; one without bins left is removed too.
   *
   * @param key the record's key
   * @param bins the names of the bins
   * @param options a {@link WritePolicy} in place of the default one, and a {@link WriteMeta}
   * @throws RecordGenerationException when the generation is not the expected one
   */
  void removeBin(Key key, List<String> bins, WriteOption... options);

  /**
   * Does several operations on a record as a whole, in order.
   *
   * @param key the record's key
   * @param operations what to do, in order
   * @return generation and time to live after them, and the bins that they read
   * @throws RecordNotFoundException when there is no such record
   * @throws BinTypeException when the bin holds another type
   * @throws RecordGenerationException when the generation is not the expected one
   */
  Record operate(Key key, Operation... operations);

  /**
   * Does several operations on a record as a whole, in order.
   *
   * @param key the record's key
   * @param operations what to do, in order
   * @param options a {@link WritePolicy} in place of the default one, and a {@link WriteMeta}
   * @return generation and time to live after them, and the bins that they read
   * @throws RecordNotFoundException when there is no such record
   * @throws BinTypeException when the bin holds another type
   * @throws RecordGenerationException when the generation is not the expected one
   */
  Record operate(Key key, List<Operation> operations, WriteOption... options);

  /**
   * Does several operations on a record as a whole, and gives the result of each.
   *
   * @param key the record's key
   * @param operations what to do, in order
   * @return one entry for each operation, in order
   * @throws RecordNotFoundException when there is no such record
   * @throws BinTypeException when the bin holds another type
   * @throws RecordGenerationException when the generation is not the expected one
   */
  OperateOrderedResult operateOrdered(Key key, Operation... operations);

  /**
   * Does several operations on a record as a whole, and gives the result of each.
   *
   * @param key the record's key
   * @param operations what to do, in order
   * @param options a {@link WritePolicy} in place of the default one, and a {@link WriteMeta}
   * @return one entry for each operation, in order
   * @throws RecordNotFoundException when there is no such record
   * @throws BinTypeException when the bin holds another type
   * @throws RecordGenerationException when the generation is not the expected one
   */
  OperateOrderedResult operateOrdered(Key key, List<Operation> operations, WriteOption... options);

  /**
   * Closes all connections. Commands in flight fail with {@link ClientException}; may be called
   * again.
   */
  @Override
  void close();
}
