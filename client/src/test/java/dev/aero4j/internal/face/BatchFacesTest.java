package dev.aero4j.internal.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.AsyncClient;
import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.ClientConfig;
import dev.aero4j.InvalidArgumentException;
import dev.aero4j.Key;
import dev.aero4j.batch.AsyncBatchClient;
import dev.aero4j.batch.BatchClient;
import dev.aero4j.batch.BatchCommand;
import dev.aero4j.batch.BatchRead;
import dev.aero4j.batch.BatchRemove;
import dev.aero4j.batch.BatchWrite;
import dev.aero4j.columns.ColumnBatch;
import dev.aero4j.columns.Schema;
import dev.aero4j.internal.command.Errors;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.BatchPolicy;
import dev.aero4j.policy.WriteMeta;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BatchFacesTest {
  private static final ClientConfig CONFIG = ClientConfig.builder().host("127.0.0.1").build();
  private static final List<Key> KEYS =
      List.of(Key.of("test", "demo", 1), Key.of("test", "demo", 2));
  private static final BatchPolicy POLICY = BatchPolicy.builder().allowInline(false).build();
  private static final WriteMeta META = WriteMeta.ttl(5);
  private static final Schema SCHEMA = Schema.of("_key", "i8", "a", "i4", "b", "i4");

  /** A call on either face; both faces are asked the same. */
  private interface Call {
    void on(BatchClient client, AsyncBatchClient async);
  }

  @Test
  void everyBatchIsTheSameMessageOnBothFaces() {
    RecordingCore blocking = new RecordingCore();
    RecordingCore async = new RecordingCore();
    Client client = new BlockingClient(CONFIG, blocking);
    AsyncClient asyncClient = new FutureClient(CONFIG, async);
    List<Operation> operations = List.of(Operation.add("a", 1));
    Bins bins = Bins.of("a", 1);
    List<BatchWrite> writes = List.of(BatchWrite.put(KEYS.get(0), bins, META));
    ColumnBatch columns =
        ColumnBatch.builder(SCHEMA, 1)
            .longs("_key", new long[] {7})
            .ints("a", new int[] {1})
            .ints("b", new int[] {2})
            .build();
    List<Call> calls =
        List.of(
            (c, a) -> wait(c.batchRead(KEYS), a.batchRead(KEYS)),
            (c, a) -> wait(c.batchRead(KEYS, POLICY), a.batchRead(KEYS, POLICY)),
            (c, a) -> wait(c.batchRead(KEYS, "a"), a.batchRead(KEYS, "a")),
            (c, a) ->
                wait(
                    c.batchRead(KEYS, List.of("b"), POLICY),
                    a.batchRead(KEYS, List.of("b"), POLICY)),
            (c, a) ->
                wait(
                    c.batchRead(KEYS, Operation.getHeader()),
                    a.batchRead(KEYS, Operation.getHeader())),
            (c, a) ->
                wait(
                    c.batchRead(KEYS, POLICY, Operation.getHeader()),
                    a.batchRead(KEYS, POLICY, Operation.getHeader())),
            (c, a) ->
                wait(
                    c.batchRead(KEYS, Schema.of("d", "i4")),
                    a.batchRead(KEYS, Schema.of("d", "i4"))),
            (c, a) -> wait(c.batchRead(KEYS, SCHEMA, POLICY), a.batchRead(KEYS, SCHEMA, POLICY)),
            (c, a) ->
                wait(
                    c.batchOperate(KEYS, Operation.touch()),
                    a.batchOperate(KEYS, Operation.touch())),
            (c, a) ->
                wait(
                    c.batchOperate(KEYS, operations, POLICY, META),
                    a.batchOperate(KEYS, operations, POLICY, META)),
            (c, a) -> wait(c.batchRemove(KEYS), a.batchRemove(KEYS)),
            (c, a) -> wait(c.batchRemove(KEYS, POLICY, META), a.batchRemove(KEYS, POLICY, META)),
            (c, a) -> wait(c.batchWrite(writes), a.batchWrite(writes)),
            (c, a) -> wait(c.batchWrite(writes, POLICY), a.batchWrite(writes, POLICY)),
            (c, a) -> wait(c.batchWrite(columns, "test", "x"), a.batchWrite(columns, "test", "x")),
            (c, a) ->
                wait(
                    c.batchWrite(columns, "test", "x", "b"),
                    a.batchWrite(columns, "test", "x", "b")),
            (c, a) ->
                wait(
                    c.batchWrite(columns, "test", "x", "a", POLICY, META),
                    a.batchWrite(columns, "test", "x", "a", POLICY, META)),
            (c, a) -> wait(c.batchApply(KEYS, "m", "f", 1), a.batchApply(KEYS, "m", "f", 1)),
            (c, a) ->
                wait(
                    c.batchApply(KEYS, "m", "f", List.of("x"), POLICY, META),
                    a.batchApply(KEYS, "m", "f", List.of("x"), POLICY, META)),
            (c, a) -> wait(c.batch(mixed()), a.batch(mixed())),
            (c, a) -> wait(c.batch(mixed(), POLICY), a.batch(mixed(), POLICY)));

    calls.forEach(call -> call.on(client, asyncClient));

    assertThat(calls).hasSameSizeAs(BatchClient.class.getMethods());
    assertThat(blocking.frames).hasSameSizeAs(calls).doesNotHaveDuplicates();
    assertThat(async.frames).isEqualTo(blocking.frames);
  }

  private static List<BatchCommand> mixed() {
    return List.of(
        BatchRead.of(KEYS.get(0), "a"),
        BatchWrite.put(KEYS.get(1), Bins.of("a", 2)),
        BatchRemove.of(KEYS.get(1), WriteMeta.generation(3)));
  }

  private static <T> void wait(T done, CompletableFuture<T> future) {
    assertThat(future.join()).hasSameClassAs(done);
  }

  @Test
  void aBadArgumentIsThrownByOneFaceAndFailsTheFutureOfTheOther() {
    Client client = new BlockingClient(CONFIG, new RecordingCore());
    AsyncClient async = new FutureClient(CONFIG, new RecordingCore());
    List<Key> holed = Arrays.asList(KEYS.get(0), null);
    assertThatThrownBy(() -> client.batchRead(holed))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessage("batchRead: key 1 of 2 is null");
    assertThat(async.batchRead(holed).exceptionNow()).isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> client.batchRemove(null))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessage("batchRemove: the list of keys is null");
    assertThat(async.batchWrite((List<BatchWrite>) null).exceptionNow())
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessage("batchWrite: the list of commands is null");
    assertThat(async.batch(Arrays.asList(mixed().get(0), null)).exceptionNow())
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessage("command 1 of a batch of 2 is null");
    assertThat(async.batchRead(KEYS, Operation.add("a", 1)).exceptionNow())
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("writes");
  }

  @Test
  void whatAWholeBatchFailsWithIsThrownOrCompletesTheFuture() {
    RecordingCore core = new RecordingCore();
    core.failure = Errors.closed();
    assertThatThrownBy(() -> new BlockingClient(CONFIG, core).batchRead(KEYS))
        .isSameAs(core.failure);
    assertThat(new FutureClient(CONFIG, core).batchRead(KEYS).exceptionNow())
        .isSameAs(core.failure);
  }
}
