package dev.aero4j.embedded.internal;

import dev.aero4j.embedded.internal.value.CallOutcome;
import dev.aero4j.embedded.internal.value.Particle;
import dev.aero4j.embedded.internal.value.RecordView;
import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.wire.message.BinOperation;
import dev.aero4j.wire.message.MessageFlags;
import dev.aero4j.wire.message.OperationType;
import dev.aero4j.wire.value.ParticleType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies the operations of a write to a record's bins, in their order. */
final class OperationApplier {
  private final RecordRequest request;
  private final BinEditor editor;
  private final RecordView record;
  private final boolean respondAll;
  private final List<RecordAnswer.Result> results = new ArrayList<>(4);

  OperationApplier(RecordRequest request, BinEditor editor, RecordView record) {
    this.request = request;
    this.editor = editor;
    this.record = record;
    this.respondAll = request.info2(MessageFlags.INFO2_RESPOND_ALL_OPS);
  }

  /**
   * Applies all operations.
   *
   * @return what goes into the answer
   * @throws Refusal when one of them cannot be applied; what was edited must then be forgotten
   */
  List<RecordAnswer.Result> apply() {
    List<BinOperation> operations = request.operations();
    for (int i = 0; i < operations.size(); i++) {
      apply(operations.get(i));
    }
    return results;
  }

  private void apply(BinOperation operation) {
    String name = operation.bin();
    switch (operation.operation()) {
      case OperationType.TOUCH -> {
        // The new generation and void time are all there is to a touch, and every write has them.
      }
      case OperationType.READ -> read(operation);
      case OperationType.WRITE -> {
        if (operation.particleType() == ParticleType.NULL) {
          editor.remove(name);
        } else {
          editor.put(BinValues.store(operation));
        }
        acknowledge(operation);
      }
      case OperationType.INCREMENT -> {
        editor.put(BinValues.increment(editor.find(name), operation));
        acknowledge(operation);
      }
      case OperationType.APPEND, OperationType.PREPEND -> {
        boolean append = operation.operation() == OperationType.APPEND;
        editor.put(BinValues.concatenate(editor.find(name), operation, append));
        acknowledge(operation);
      }
      case OperationType.DELETE -> {
        editor.clear();
        acknowledge(operation);
      }
      default -> call(operation);
    }
  }

  private void call(BinOperation operation) {
    String name = operation.bin();
    Bin present = editor.find(name);
    CallOutcome outcome = BinCalls.apply(operation, record);
    Particle changed = outcome.bin();
    if (changed == null) {
      if (present != null && !OperationType.isRead(operation.operation())) {
        editor.remove(name);
      }
    } else if (!OperationType.isRead(operation.operation())) {
      editor.put(Bin.of(name, changed));
    }
    Particle result = outcome.result();
    if (result != null || respondAll) {
      answer(operation.operation(), name, result == null ? null : Bin.of(name, result));
    }
  }

  private void read(BinOperation operation) {
    if (WriteRules.isReadAll(request, operation)) {
      for (Bin bin : editor.bins()) {
        answer(OperationType.READ, bin.name(), bin);
      }
      return;
    }
    Bin bin = editor.find(operation.bin());
    if (bin != null || respondAll) {
      answer(OperationType.READ, operation.bin(), bin);
    }
  }

  private void acknowledge(BinOperation operation) {
    if (respondAll) {
      answer(operation.operation(), operation.bin(), null);
    }
  }

  private void answer(int type, String name, @Nullable Bin bin) {
    results.add(new RecordAnswer.Result(type, name, bin));
  }
}
