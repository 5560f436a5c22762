package dev.aero4j.internal.columns.npy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aero4j.columns.AnyBatches;
import dev.aero4j.columns.ColumnBatch;
import dev.aero4j.columns.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** What a reader and a writer that are not ours say of our files, and we of theirs. */
class NpyJudgedTest {
  // Owned by the thread of the tests.
  private static NpyJudge judge = null;

  @BeforeContainer
  static void start() {
    judge = NpyJudge.start();
  }

  @AfterContainer
  static void stop() {
    if (judge != null) {
      judge.close();
    }
  }

  @Property(tries = 200)
  void anyBatchIsReadByAnotherReaderAndComesBackFromItsFile(@ForAll("batches") ColumnBatch batch)
      throws IOException {
    Path file = Files.createTempFile("any", ".npy");
    try {
      batch.writeNpy(file);
      List<String> said = judge.read(file);
      assertThat(said.subList(1, said.size())).isEqualTo(NpyJudge.expected(batch));
      AnyBatches.assertSame(ColumnBatch.readNpy(file), batch);
    } finally {
      Files.delete(file);
    }
  }

  @Provide
  Arbitrary<ColumnBatch> batches() {
    return AnyBatches.batches();
  }

  @Property(tries = 200)
  void anyFileOfAnotherWriterIsRead(@ForAll long seed) throws IOException {
    Path file = Files.createTempFile("theirs", ".npy");
    try {
      List<String> said = judge.write(seed, file);
      assertThat(NpyJudge.expected(ColumnBatch.readNpy(file)))
          .isEqualTo(said.subList(1, said.size()));
    } finally {
      Files.delete(file);
    }
  }

  @Example
  void aHeaderOfManyColumnsIsReadByAnotherReader() throws IOException {
    Schema.Builder schema = Schema.builder();
    for (int i = 0; i < 5_000; i++) {
      schema.column("c" + i, "u1");
    }
    var builder = ColumnBatch.builder(schema.build(), 1);
    for (int i = 0; i < 5_000; i++) {
      builder.bytes("c" + i, new byte[] {(byte) i});
    }
    ColumnBatch batch = builder.invalid("c4999", 0).build();
    Path file = Files.createTempFile("wide", ".npy");
    try {
      batch.writeNpy(file);
      List<String> said = judge.read(file);
      assertThat(said).first().isEqualTo("version 2 0");
      assertThat(said.subList(1, said.size())).isEqualTo(NpyJudge.expected(batch));
    } finally {
      Files.delete(file);
    }
  }
}
