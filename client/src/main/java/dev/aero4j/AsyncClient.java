package dev.aero4j;

import dev.aero4j.batch.AsyncBatchClient;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.InfoPolicy;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.policy.WriteMeta;
import dev.aero4j.policy.WriteOption;
import dev.aero4j.policy.WritePolicy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The asynchronous face of the client: a call returns at once, and its future completes when the
 * server has answered. Safe for use by any number of threads; one client for a cluster is enough,
 * and closed at the end.
 *
 * <pre>{@code
 * AsyncClient client = Aerospike.asyncClient("aerospike://127.0.0.1:3000");
 * Key key = Key.of("test", "users", "alice");
 * client.connect()
 *     .thenCompose(c -> c.put(key, Bins.of("name", "Alice", "age", 30)))
 *     .thenCompose(done -> client.get(key))
 *     .thenAccept(record -> System.out.println(record.getLong("age")));
 * }</pre>
 *
 * <p>Names, parameters and results are those of {@link Client}. <b>Nothing is thrown by a call</b>:
 * whatever goes wrong, a bad argument too, completes the future with the very {@link
 * AerospikeException} that {@link Client} would throw. When more commands wait than the
 * configuration allows, it is a {@link BackpressureException}. Callbacks run on the configured
 * executor, or on threads of the client's that do no I/O. To cancel a future, or to complete it,
 * does not stop a command that was sent.
 */
public interface AsyncClient extends AsyncBatchClient, AutoCloseable {
  /**
   * Connects to the cluster. A client that is connected stays so.
   *
   * @return this, once commands can be sent; fails with {@link ClusterException} when no seed host
   *     leads to a usable node, which says what each answered
   */
  CompletableFuture<AsyncClient> connect();

  /** {@return whether at least one node is usable, as far as is known now, without asking} */
  boolean isConnected();

  /** {@return whether a node answers: asks all of them now} */
  CompletableFuture<Boolean> ping();

  /** {@return the names of the cluster's nodes, sorted; none before it is connected} */
  List<String> getNodeNames();

  /**
   * Asks every node an info command.
   *
   * @param command the command, such as {@code namespaces} or {@code namespace/test}
   * @return for each node its answer, or why there is none
   */
  CompletableFuture<List<InfoNodeResult>> infoAll(String command);

  /**
   * Asks every node an info command.
   *
   * @param command the command, such as {@code namespaces} or {@code namespace/test}
   * @param policy how to ask
   * @return for each node its answer, or why there is none
   */
  CompletableFuture<List<InfoNodeResult>> infoAll(String command, InfoPolicy policy);

  /**
   * Asks one node, whichever, an info command.
   *
   * @param command the command, such as {@code namespaces} or {@code namespace/test}
   * @return its answer; fails with {@link ServerException} when the answer is an error
   */
  CompletableFuture<String> infoRandomNode(String command);

  /**
   * Asks one node, whichever, an info command.
   *
   * @param command the command, such as {@code namespaces} or {@code namespace/test}
   * @param policy how to ask
   * @return its answer; fails with {@link ServerException} when the answer is an error
   */
  CompletableFuture<String> infoRandomNode(String command, InfoPolicy policy);

  /**
   * Writes bins to a record; makes it if there is none, and keeps its other bins, unless the policy
   * says otherwise. A bin without a value is removed.
   *
   * @param key the record's key
   * @param bins the bins to write
   * @param options a {@link WritePolicy} in place of the default one, and a {@link WriteMeta}
   * @return nothing, once it is done; fails with {@link RecordExistsException} when the policy asks
   *     to create it and it exists or {@link RecordGenerationException} when the generation is not
   *     the expected one or {@link RecordTooBigException} when the record would grow over the
   *     server's limit
   */
  CompletableFuture<Void> put(Key key, Bins bins, WriteOption... options);

  /**
   * Writes bins to a record, as {@link #put(Key, Bins, WriteOption...)} does.
   *
   * @param key the record's key
   * @param bins names and values, as {@link Bins#from} takes them
   * @param options a {@link WritePolicy} in place of the default one, and a {@link WriteMeta}
   * @return nothing, once it is done; fails with {@link InvalidArgumentException} when a name or a
   *     value cannot be stored or {@link RecordExistsException} when the policy asks to create it
   *     and it exists or {@link RecordGenerationException} when the generation is not the expected
   *     one or {@link RecordTooBigException} when the record would grow over the server's limit
   */
  CompletableFuture<Void> put(Key key, Map<String, ?> bins, WriteOption... options);

  /**
   * Reads a record with all its bins.
   *
   * @param key the record's key
   * @return the record; fails with {@link RecordNotFoundException} when there is no such record
   */
  CompletableFuture<Record> get(Key key);

  /**
   * Reads a record with all its bins.
   *
   * @param key the record's key
   * @param policy how to read
   * @return the record; fails with {@link RecordNotFoundException} when there is no such record
   */
  CompletableFuture<Record> get(Key key, ReadPolicy policy);

  /**
   * Reads some bins of a record; only they travel.
   *
   * @param key the record's key
   * @param bins the names of the bins
   * @return the record with those of the bins that it has; fails with {@link
   *     RecordNotFoundException} when there is no such record
   */
  CompletableFuture<Record> select(Key key, String... bins);

  /**
   * Reads some bins of a record; only they travel.
   *
   * @param key the record's key
   * @param bins the names of the bins
   * @param policy how to read
   * @return the record with those of the bins that it has; fails with {@link
   *     RecordNotFoundException} when there is no such record
   */
  CompletableFuture<Record> select(Key key, List<String> bins, ReadPolicy policy);

  /**
   * Asks whether there is a record.
   *
   * @param key the record's key
   * @return generation and time to live, or that there is none, which is no error
   */
  CompletableFuture<ExistsResult> exists(Key key);

  /**
   * Asks whether there is a record.
   *
   * @param key the record's key
   * @param policy how to read
   * @return generation and time to live, or that there is none, which is no error
   */
  CompletableFuture<ExistsResult> exists(Key key, ReadPolicy policy);

  /**
   * Removes a record.
   *
   * @param key the record's key
   * @param options a {@link WritePolicy} in place of the default one, and a {@link WriteMeta}
   * @return nothing, once it is done; fails with {@link RecordNotFoundException} when there is no
   *     such record or {@link RecordGenerationException} when the generation is not the expected
   *     one
   */
  CompletableFuture<Void> remove(Key key, WriteOption... options);

  /**
   * Renews a record's time to live as the policy says, by default to the namespace's.
   *
   * @param key the record's key
   * @param options a {@link WritePolicy} in place of the default one, and a {@link WriteMeta}
   * @return nothing, once it is done; fails with {@link RecordNotFoundException} when there is no
   *     such record or {@link RecordGenerationException} when the generation is not the expected
   *     one
   */
  CompletableFuture<Void> touch(Key key, WriteOption... options);

  /**
   * Gives a record another time to live.
   *
   * @param key the record's key
   * @param ttlSeconds seconds from now, or a constant of {@link dev.aero4j.policy.Ttl}
   * @param options a {@link WritePolicy} in place of the default one, and a {@link WriteMeta}
   * @return nothing, once it is done; fails with {@link RecordNotFoundException} when there is no
   *     such record or {@link RecordGenerationException} when the generation is not the expected
   *     one
   */
  CompletableFuture<Void> touch(Key key, long ttlSeconds, WriteOption... options);

  /**
   * Puts text after that of a bin; makes bin and record if need be.
   *
   * @param key the record's key
   * @param bin the bin's name
   * @param text what to add
   * @param options a {@link WritePolicy} in place of the default one, and a {@link WriteMeta}
   * @return nothing, once it is done; fails with {@link BinTypeException} when the bin holds
   *     another type or {@link RecordGenerationException} when the generation is not the expected
   *     one
   */
  CompletableFuture<Void> append(Key key, String bin, String text, WriteOption... options);

  /**
   * Puts bytes after those of a bin; makes bin and record if need be.
   *
   * @param key the record's key
   * @param bin the bin's name
   * @param bytes what to add
   * @param options a {@link WritePolicy} in place of the default one, and a {@link WriteMeta}
   * @return nothing, once it is done; fails with {@link BinTypeException} when the bin holds
   *     another type or {@link RecordGenerationException} when the generation is not the expected
   *     one
   */
  CompletableFuture<Void> append(Key key, String bin, byte[] bytes, WriteOption... options);

  /**
   * Puts text before that of a bin; makes bin and record if need be.
   *
   * @param key the record's key
   * @param bin the bin's name
   * @param text what to add
   * @param options a {@link WritePolicy} in place of the default one, and a {@link WriteMeta}
   * @return nothing, once it is done; fails with {@link BinTypeException} when the bin holds
   *     another type or {@link RecordGenerationException} when the generation is not the expected
   *     one
   */
  CompletableFuture<Void> prepend(Key key, String bin, String text, WriteOption... options);

  /**
   * Puts bytes before those of a bin; makes bin and record if need be.
   *
   * @param key the record's key
   * @param bin the bin's name
   * @param bytes what to add
   * @param options a {@link WritePolicy} in place of the default one, and a {@link WriteMeta}
   * @return nothing, once it is done; fails with {@link BinTypeException} when the bin holds
   *     another type or {@link RecordGenerationException} when the generation is not the expected
   *     one
   */
  CompletableFuture<Void> prepend(Key key, String bin, byte[] bytes, WriteOption... options);

  /**
   * Adds to the integer in a bin; makes bin and record if need be. The sum wraps around at 64 bits.
   *
   * @param key the record's key
   * @param bin the bin's name
   * @param delta what to add
   * @param options a {@link WritePolicy} in place of the default one, and a {@link WriteMeta}
   * @return nothing, once it is done; fails with {@link BinTypeException} when the bin holds
   *     another type or {@link RecordGenerationException} when the generation is not the expected
   *     one
   */
  CompletableFuture<Void> increment(Key key, String bin, long delta, WriteOption... options);

  /**
   * Adds to the double in a bin; makes bin and record if need be.
   *
   * @param key the record's key
   * @param bin the bin's name
   * @param delta what to add
   * @param options a {@link WritePolicy} in place of the default one, and a {@link WriteMeta}
   * @return nothing, once it is done; fails with {@link BinTypeException} when the bin holds
   *     another type or {@link RecordGenerationException} when the generation is not the expected
   *     one
   */
  CompletableFuture<Void> increment(Key key, String bin, double delta, WriteOption... options);

  /**
   * Removes bins from a record; one without bins left is removed too.
   *
   * @param key the record's key
   * @param bins the names of the bins
   * @return nothing, once it is done; fails with {@link RecordGenerationException} when the
   *     generation is not the expected one
   */
  CompletableFuture<Void> removeBin(Key key, String... bins);

  /**
   * Removes bins from a record; one without bins left is removed too.
   *
   * @param key the record's key
   * @param bins the names of the bins
   * @param options a {@link WritePolicy} in place of the default one, and a {@link WriteMeta}
   * @return nothing, once it is done; fails with {@link RecordGenerationException} when the
   *     generation is not the expected one
   */
  CompletableFuture<Void> removeBin(Key key, List<String> bins, WriteOption... options);

  /**
   * Does several operations on a record as a whole, in order.
   *
   * @param key the record's key
   * @param operations what to do, in order
   * @return generation and time to live after them, and the bins that they read; fails with {@link
   *     RecordNotFoundException} when there is no such record or {@link BinTypeException} when the
   *     bin holds another type or {@link RecordGenerationException} when the generation is not the
   *     expected one
   */
  CompletableFuture<Record> operate(Key key, Operation... operations);

  /**
   * Does several operations on a record as a whole, in order.
   *
   * @param key the record's key
   * @param operations what to do, in order
   * @param options a {@link WritePolicy} in place of the default one, and a {@link WriteMeta}
   * @return generation and time to live after them, and the bins that they read; fails with {@link
   *     RecordNotFoundException} when there is no such record or {@link BinTypeException} when the
   *     bin holds another type or {@link RecordGenerationException} when the generation is not the
   *     expected one
   */
  CompletableFuture<Record> operate(Key key, List<Operation> operations, WriteOption... options);

  /**
   * Does several operations on a record as a whole, and gives the result of each.
   *
   * @param key the record's key
   * @param operations what to do, in order
   * @return one entry for each operation, in order; fails with {@link RecordNotFoundException} when
   *     there is no such record or {@link BinTypeException} when the bin holds another type or
   *     {@link RecordGenerationException} when the generation is not the expected one
   */
  CompletableFuture<OperateOrderedResult> operateOrdered(Key key, Operation... operations);

  /**
   * Does several operations on a record as a whole, and gives the result of each.
   *
   * @param key the record's key
   * @param operations what to do, in order
   * @param options a {@link WritePolicy} in place of the default one, and a {@link WriteMeta}
   * @return one entry for each operation, in order; fails with {@link RecordNotFoundException} when
   *     there is no such record or {@link BinTypeException} when the bin holds another type or
   *     {@link RecordGenerationException} when the generation is not the expected one
   */
  CompletableFuture<OperateOrderedResult> operateOrdered(
      Key key, List<Operation> operations, WriteOption... options);

  /**
   * Closes all connections. Commands in flight fail with {@link ClientException}; may be called
   * again.
   */
  @Override
  void close();
}
