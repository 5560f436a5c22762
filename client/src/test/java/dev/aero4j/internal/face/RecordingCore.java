package dev.aero4j.internal.face;

import dev.aero4j.AerospikeException;
import dev.aero4j.InfoNodeResult;
import dev.aero4j.internal.batch.BatchMessage;
import dev.aero4j.internal.batch.BatchRunner;
import dev.aero4j.internal.batch.BatchTask;
import dev.aero4j.internal.batch.RowFailure;
import dev.aero4j.internal.batch.RowSink;
import dev.aero4j.internal.batch.Rows;
import dev.aero4j.internal.command.RecordCommand;
import dev.aero4j.internal.command.Replies;
import dev.aero4j.internal.execute.ClientCore;
import dev.aero4j.model.ResultCode;
import dev.aero4j.policy.BatchPolicy;
import dev.aero4j.policy.InfoPolicy;
import dev.aero4j.wire.WireWriter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Keeps the bytes of every command, and answers as a server that has the record. */
final class RecordingCore implements ClientCore {
  final List<String> frames = new ArrayList<>();
  AerospikeException failure;

  private <T> CompletableFuture<T> answer(T value) {
    return failure == null
        ? CompletableFuture.completedFuture(value)
        : CompletableFuture.failedFuture(failure);
  }

  @Override
  public <T> T execute(RecordCommand<T> command) {
    if (failure != null) {
      throw failure;
    }
    frames.add(Replies.frame(command));
    return command.decode(Replies.reply(0, 1, 0, "a", 1L));
  }

  @Override
  public <T> CompletableFuture<T> submit(RecordCommand<T> command) {
    return failure != null
        ? CompletableFuture.failedFuture(failure)
        : CompletableFuture.completedFuture(execute(command));
  }

  @Override
  public <R> R execute(BatchTask<R> task) {
    if (failure != null) {
      throw failure;
    }
    try {
      return task.run(new RecordingRunner());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public <R> CompletableFuture<R> submit(BatchTask<R> task) {
    return failure != null
        ? CompletableFuture.failedFuture(failure)
        : CompletableFuture.completedFuture(execute(task));
  }

  /** Keeps the bytes of every batch message, and answers none of its rows. */
  private final class RecordingRunner implements BatchRunner {
    @Override
    public void run(Rows rows, BatchPolicy policy, RowSink sink) {
      WireWriter writer = new WireWriter(256);
      int[] order = IntStream.range(0, rows.size()).toArray();
      BatchMessage.write(
          writer,
          rows,
          order,
          0,
          order.length,
          policy,
          (row, why) -> {
            throw why;
          });
      frames.add(HexFormat.of().formatHex(writer.toByteArray()));
      for (int row = 0; row < rows.size(); row++) {
        sink.fail(row, new RowFailure(ResultCode.NO_RESPONSE, false, null, 0, "nobody was asked"));
      }
    }
  }

  @Override
  public void connect() {
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public boolean isConnected() {
    return true;
  }

  @Override
  public List<String> nodeNames() {
    return List.of("A1");
  }

  @Override
  public CompletableFuture<Boolean> ping(InfoPolicy policy) {
    return answer(true);
  }

  @Override
  public CompletableFuture<List<InfoNodeResult>> infoAll(String command, InfoPolicy policy) {
    return answer(List.of(new InfoNodeResult("A1", 0, command)));
  }

  @Override
  public CompletableFuture<String> infoRandomNode(String command, InfoPolicy policy) {
    return answer(command);
  }

  @Override
  public void close() {}
}
