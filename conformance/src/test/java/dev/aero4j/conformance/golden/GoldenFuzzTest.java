package dev.aero4j.conformance.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aero4j.expression.Exp;
import dev.aero4j.expression.Expression;
import dev.aero4j.model.ExpType;
import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.expression.ExpNode;
import dev.aero4j.wire.expression.ExpPrinter;
import dev.aero4j.wire.expression.ExpReader;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The expressions of the table, whole and damaged, are read or refused, and nothing else. */
class GoldenFuzzTest {
  private static final int DAMAGES = 40;

  private static final List<byte[]> EXPRESSIONS =
      Table.expressions().stream().map(row -> row.ours().build().toBytes()).toList();

  /** Infinity and the wildcard are only parts. */
  private static final List<Table.ExpRow> WHOLE =
      Table.expressions().stream().filter(row -> row.ours().type() != ExpType.SPECIAL).toList();

  @Test
  void allAreReadByTheRulesWithTheTypeTheyWereMadeWith() {
    for (Table.ExpRow row : WHOLE) {
      Exp exp = row.ours();
      assertThat(ExpReader.read(exp.build().toBytes()).type()).as(row.name()).isEqualTo(exp.type());
    }
  }

  @Test
  void allAreUsedAsPartsOfOthers() {
    for (Table.ExpRow row : WHOLE) {
      Expression built = row.ours().build();
      Exp part = Exp.of(built);
      assertThat(part.type()).as(row.name()).isEqualTo(row.ours().type());
      assertThat(part.build()).isEqualTo(built);
    }
  }

  @Test
  void everyCutIsRefused() {
    for (byte[] bytes : EXPRESSIONS) {
      int length = bytes.length;
      IntStream.range(Math.max(0, length - DAMAGES), length)
          .forEach(end -> read(Arrays.copyOf(bytes, end)));
    }
  }

  @Test
  void flippedBitsAreReadOrRefused() {
    Random random = new Random(1);
    for (byte[] bytes : EXPRESSIONS) {
      for (int i = 0; i < DAMAGES; i++) {
        byte[] damaged = bytes.clone();
        int bit = random.nextInt(8 * bytes.length);
        damaged[bit / 8] ^= (byte) (1 << bit % 8);
        read(damaged);
      }
    }
  }

  private static void read(byte[] bytes) {
    try {
      ExpNode node = ExpReader.read(bytes);
      assertThat(ExpPrinter.print(node)).isNotEmpty();
    } catch (ProtocolException refused) {
      assertThat(refused.getMessage()).isNotEmpty();
    }
  }
}
