package dev.aero4j.wire.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.value.MsgPackReader;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whatever the bytes: a tree that prints, or a ProtocolException. */
class ExpReaderFuzzTest {
  private static final List<byte[]> EXPRESSIONS =
      Stream.of(
              "947da178935102a1619303927ca17801",
              "957f020093ccff9422a2036b10019110935104a162",
              "957f044094ccfe9404c3049303937a020103049314937a020103935104a162",
              "940703a5612e2ac3a9935103a162",
              "9301927e920192a2036101935104a162",
              "930182c70001c00102935105a162",
              "967b9310c3c301c30203",
              "957f0641960a0103040000935106a162",
              "957f09029233927e91a20401935109a162")
          .map(HexFormat.of()::parseHex)
          .toList();

  @Test
  void everyCutIsRefused() {
    for (byte[] bytes : EXPRESSIONS) {
      assertThat(ExpReader.read(bytes)).isNotNull();
      for (int length = 0; length < bytes.length; length++) {
        byte[] cut = Arrays.copyOf(bytes, length);
        assertThatThrownBy(() -> ExpReader.read(cut)).isInstanceOf(ProtocolException.class);
        read(cut);
      }
    }
  }

  @Test
  void everyFlippedBitIsReadOrRefused() {
    for (byte[] bytes : EXPRESSIONS) {
      for (int bit = 0; bit < 8 * bytes.length; bit++) {
        byte[] flipped = bytes.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        read(flipped);
      }
    }
  }

  @Property(tries = 5_000)
  void severalChangedBytesAreReadOrRefused(
      @ForAll("expressions") byte[] bytes, @ForAll("changes") List<Integer> changes) {
    byte[] changed = bytes.clone();
    for (int change : changes) {
      changed[(change >>> 8) % changed.length] = (byte) change;
    }
    read(changed);
  }

  @Property(tries = 5_000)
  void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
    read(bytes);
  }

  @Provide
  Arbitrary<byte[]> expressions() {
    return Arbitraries.of(EXPRESSIONS);
  }

  @Provide
  Arbitrary<List<Integer>> changes() {
    return Arbitraries.integers().between(0, 0xFFFF).list().ofMinSize(1).ofMaxSize(4);
  }

  private static void read(byte[] bytes) {
    ExpNode checked = null;
    try {
      checked = ExpReader.read(bytes);
      assertThat(ExpPrinter.print(checked)).isNotEmpty();
    } catch (ProtocolException refused) {
      assertThat(refused.getMessage()).isNotEmpty();
    }
    try {
      ExpNode any = ExpReader.readUnchecked(bytes);
      assertThat(ExpPrinter.print(any)).isNotEmpty();
    } catch (ProtocolException refused) {
      assertThat(checked).as("what is refused by its form").isNull();
    }
    try {
      List<PathStep> path = PathReader.read(new MsgPackReader(new WireReader(bytes)));
      assertThat(ExpPrinter.print(path)).isNotNull();
    } catch (ProtocolException refused) {
      assertThat(refused.getMessage()).isNotEmpty();
    }
  }
}
