package dev.aero4j.batch;

import dev.aero4j.Key;
import dev.aero4j.columns.ColumnBatch;
import dev.aero4j.columns.Schema;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.BatchPolicy;
import dev.aero4j.policy.WriteOption;
import java.util.List;

/**
 * The batches of the blocking face.
 *
 * <p>What becomes of one record is in its result and never an exception: a node that fails, fails
 * only its own records, and only those are tried again, elsewhere. A whole call throws {@link
 * dev.aero4j.InvalidArgumentException} for an argument that nothing can be sent for (a null list or
 * key, a bin name that is too long), {@link dev.aero4j.BackpressureException} when too many
 * commands are in flight, and {@link dev.aero4j.ClientException} when the client is not connected
 * or closed, or when the calling thread, of either kind, is interrupted: then at once, in doubt if
 * the batch may have written, and with the thread's interrupt flag kept.
 */
public interface BatchClient {
  /**
   * Reads many records with all their bins.
   *
   * @param keys the records' keys, in any number and order, of any namespaces, also repeated
   * @return the results, in the order of the keys; none for no keys
   */
  BatchRecords batchRead(List<Key> keys);

  /**
   * Reads many records with all their bins.
   *
   * @param keys the records' keys, in any number and order, of any namespaces, also repeated
   * @param policy how to read
   * @return the results, in the order of the keys
   */
  BatchRecords batchRead(List<Key> keys, BatchPolicy policy);

  /**
   * Reads some bins of many records; only they travel.
   *
   * @param keys the records' keys
   * @param bins the names of the bins; none to ask only whether the records exist
   * @return the results, in the order of the keys
   */
  BatchRecords batchRead(List<Key> keys, String... bins);

  /**
   * Reads some bins of many records; only they travel.
   *
   * @param keys the records' keys
   * @param bins the names of the bins; none to ask only whether the records exist
   * @param policy how to read
   * @return the results, in the order of the keys
   */
  BatchRecords batchRead(List<Key> keys, List<String> bins, BatchPolicy policy);

  /**
   * Reads many records by operations.
   *
   * @param keys the records' keys
   * @param operations one or more, none of which writes
   * @return the results, in the order of the keys
   */
  BatchRecords batchRead(List<Key> keys, Operation... operations);

  /**
   * Reads many records by operations.
   *
   * @param keys the records' keys
   * @param policy how to read
   * @param operations one or more, none of which writes
   * @return the results, in the order of the keys
   */
  BatchRecords batchRead(List<Key> keys, BatchPolicy policy, Operation... operations);

  /**
   * Reads bins of many records into typed columns: primitive arrays, no object a record.
   *
   * @param keys the records' keys
   * @param schema the columns: names of bins and their types; {@code _key} is filled with the user
   *     keys
   * @return a row for each key, in order
   * @throws dev.aero4j.BinTypeException when a value does not fit its column
   */
  ColumnBatch batchRead(List<Key> keys, Schema schema);

  /**
   * Reads bins of many records into typed columns: primitive arrays, no object a record.
   *
   * @param keys the records' keys
   * @param schema the columns: names of bins and their types; {@code _key} is filled with the user
   *     keys
   * @param policy how to read, and what to do with a value that does not fit its column
   * @return a row for each key, in order
   * @throws dev.aero4j.BinTypeException when a value does not fit its column and the policy is
   *     strict
   */
  ColumnBatch batchRead(List<Key> keys, Schema schema, BatchPolicy policy);

  /**
   * Does the same operations on many records, on each as a whole.
   *
   * @param keys the records' keys
   * @param operations what to do, in order
   * @return the results, in the order of the keys; each record has the bins that were read
   */
  BatchRecords batchOperate(List<Key> keys, Operation... operations);

  /**
   * Does the same operations on many records, on each as a whole.
   *
   * @param keys the records' keys
   * @param operations what to do, in order
   * @param policy how the batch is done
   * @param options for the writes, in place of the policy's
   * @return the results, in the order of the keys; each record has the bins that were read
   */
  BatchRecords batchOperate(
      List<Key> keys, List<Operation> operations, BatchPolicy policy, WriteOption... options);

  /**
   * Removes many records.
   *
   * @param keys the records' keys
   * @param options for the removals, such as a generation that all must have
   * @return the results, in the order of the keys; a record that does not exist is missing
   */
  BatchRecords batchRemove(List<Key> keys, WriteOption... options);

  /**
   * Removes many records.
   *
   * @param keys the records' keys
   * @param policy how the batch is done
   * @param options for the removals, such as a generation that all must have
   * @return the results, in the order of the keys; a record that does not exist is missing
   */
  BatchRecords batchRemove(List<Key> keys, BatchPolicy policy, WriteOption... options);

  /**
   * Writes many records, each its own way.
   *
   * @param writes a command each
   * @return the results, in the order of the commands
   */
  BatchRecords batchWrite(List<BatchWrite> writes);

  /**
   * Writes many records, each its own way.
   *
   * @param writes a command each
   * @param policy how the batch is done
   * @return the results, in the order of the commands
   */
  BatchRecords batchWrite(List<BatchWrite> writes, BatchPolicy policy);

  /**
   * Writes each row of a batch of columns as a record; the key is in the column {@code _key}.
   *
   * @param rows the columns: each is a bin, except the key and others that begin with {@code _};
   *     invalid cells are not written
   * @param namespace the records' namespace
   * @param set the records' set, empty for none
   * @return which rows have failed, if any
   * @throws dev.aero4j.InvalidArgumentException when there is no such column, or its type cannot be
   *     a key
   */
  ColumnWriteResult batchWrite(ColumnBatch rows, String namespace, String set);

  /**
   * Writes each row of a batch of columns as a record, with the client's policies.
   *
   * @param rows the columns: each is a bin, except the key and others that begin with {@code _};
   *     invalid cells are not written
   * @param namespace the records' namespace
   * @param set the records' set, empty for none
   * @param keyColumn the column with the keys: integers, {@code S<n>} for text or {@code V<n>} for
   *     bytes
   * @return which rows have failed, if any
   */
  ColumnWriteResult batchWrite(ColumnBatch rows, String namespace, String set, String keyColumn);

  /**
   * Writes each row of a batch of columns as a record. Rows travel in messages of bounded number,
   * so there may be millions; the policy's {@code totalTimeout} is for each 16,384 rows.
   *
   * @param rows the columns: each is a bin, except the key and others that begin with {@code _};
   *     invalid cells are not written
   * @param namespace the records' namespace
   * @param set the records' set, empty for none
   * @param keyColumn the column with the keys: integers, {@code S<n>} for text or {@code V<n>} for
   *     bytes
   * @param policy how the batch is done
   * @param options for the writes, in place of the policy's; {@code maxRetries} of a policy is how
   *     often a row that failed for now is tried again
   * @return which rows have failed, if any
   * @throws dev.aero4j.InvalidArgumentException when there is no such column, its type cannot be a
   *     key, or a row has no key
   * @throws ColumnWriteException when the calling thread is interrupted and some row may have been
   *     written; it tells which
   */
  ColumnWriteResult batchWrite(
      ColumnBatch rows,
      String namespace,
      String set,
      String keyColumn,
      BatchPolicy policy,
      WriteOption... options);

  /**
   * Runs a Lua function that is registered on the servers on many records.
   *
   * @param keys the records' keys
   * @param module the module's name, without {@code .lua}
   * @param function the function's name
   * @param arguments what the function gets after the record
   * @return the results, in the order of the keys; see {@link BatchRecord#udfResult}
   */
  BatchRecords batchApply(List<Key> keys, String module, String function, Object... arguments);

  /**
   * Runs a Lua function that is registered on the servers on many records.
   *
   * @param keys the records' keys
   * @param module the module's name, without {@code .lua}
   * @param function the function's name
   * @param arguments what the function gets after the record
   * @param policy how the batch is done
   * @param options for the writes, in place of the policy's
   * @return the results, in the order of the keys; see {@link BatchRecord#udfResult}
   */
  BatchRecords batchApply(
      List<Key> keys,
      String module,
      String function,
      List<?> arguments,
      BatchPolicy policy,
      WriteOption... options);

  /**
   * Does commands of any kinds, mixed, in one batch. In which order they are done is not defined.
   *
   * @param commands a command each
   * @return the results, in the order of the commands
   */
  BatchRecords batch(List<? extends BatchCommand> commands);

  /**
   * Does commands of any kinds, mixed, in one batch. In which order they are done is not defined.
   *
   * @param commands a command each
   * @param policy how the batch is done
   * @return the results, in the order of the commands
   */
  BatchRecords batch(List<? extends BatchCommand> commands, BatchPolicy policy);
}
