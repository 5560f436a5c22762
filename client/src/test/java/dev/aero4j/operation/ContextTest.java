package dev.aero4j.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.expression.Exp;
import dev.aero4j.model.ExpType;
import dev.aero4j.model.LoopPart;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ContextTest {
  private static final Context ROOT = Context.root();

  static Stream<Context> paths() {
    return Stream.of(
        ROOT,
        ROOT.listIndex(-1).listRank(2).listValue("x").listValue(null),
        ROOT.mapIndex(1).mapRank(-1).mapKey("k").mapKey(5).mapKey(new byte[] {1}).mapValue(2.5),
        ROOT.listIndexCreate(3, ListOrder.UNORDERED, true)
            .listIndexCreate(0, ListOrder.UNORDERED, false)
            .listIndexCreate(0, ListOrder.ORDERED, false),
        ROOT.mapKeyCreate("k", MapOrder.UNORDERED)
            .mapKeyCreate("k", MapOrder.KEY_ORDERED)
            .mapKeyCreate("k", MapOrder.KEY_VALUE_ORDERED),
        ROOT.allChildren().mapKey("k").allChildrenWhere(above(3)),
        ROOT.mapKeys(List.of("a", 1)).where(above(3)).listIndex(0).where(above(4)));
  }

  private static Exp above(long limit) {
    return Exp.gt(Exp.loopVar(ExpType.INT, LoopPart.VALUE), Exp.val(limit));
  }

  @ParameterizedTest
  @MethodSource("paths")
  void whatIsWrittenIsReadBack(Context path) {
    Context read = Context.fromBytes(path.toBytes());
    assertThat(read).isEqualTo(path).hasSameHashCodeAs(path).hasToString(path.toString());
    assertThat(Context.fromBase64(path.toBase64())).isEqualTo(path);
    assertThat(read.branches()).isEqualTo(path.branches());
    assertThat(read.isRoot()).isEqualTo(path.isRoot());
    assertThat(read.mapKey("more")).isEqualTo(path.mapKey("more"));
  }

  @Test
  void aPathPrintsAsItIsWritten() {
    assertThat(paths().map(Context::toString))
        .containsExactly(
            "root",
            "listIndex(-1).listRank(2).listValue(\"x\").listValue(null)",
            "mapIndex(1).mapRank(-1).mapKey(\"k\").mapKey(5).mapKey(0x01).mapValue(2.5)",
            "listIndexCreate(3, UNORDERED padded).listIndexCreate(0, UNORDERED)"
                + ".listIndexCreate(0, ORDERED)",
            "mapKeyCreate(\"k\", UNORDERED).mapKeyCreate(\"k\", KEY_ORDERED)"
                + ".mapKeyCreate(\"k\", KEY_VALUE_ORDERED)",
            "allChildren().mapKey(\"k\").allChildrenWhere(gt(loopVar(INT, VALUE), 3))",
            "mapKeys([\"a\", 1]).where(gt(loopVar(INT, VALUE), 3)).listIndex(0)"
                + ".where(gt(loopVar(INT, VALUE), 4))");
  }

  @Test
  void numbersOfStepsMayTakeMoreBytesThanTheyNeed() {
    Context read = Context.fromBytes(HexFormat.of().parseHex("92cd0022a2036b"));
    assertThat(read).isEqualTo(ROOT.mapKey("k"));
    ListOperation create = ListOperation.create("l", ListOptions.ordered());
    assertThat(create.at(read)).isEqualTo(create.at(ROOT.mapKey("k")));
  }

  @Test
  void aStepOnlyMakesALongerPath() {
    Context path = ROOT.mapKey("a");
    byte[] before = path.toBytes();
    Context longer = path.mapKey("b");
    assertThat(path.toBytes()).isEqualTo(before);
    assertThat(longer).isNotEqualTo(path);
    assertThat(ROOT.isRoot()).isTrue();
    before[1] = 0x10;
    assertThat(path).isEqualTo(ROOT.mapKey("a"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', only 0 are left",
    "91, more values",
    "9122, expected pairs",
    "9222, more values",
    "92a2036b22, expected msgpack INTEGER",
    "92cd040001, no step of number 1024",
    "92ff01, no step of number -1",
    "9222a2036b00, bytes after its end",
    "c0, expected msgpack LIST",
    "920493cc, more values",
    "9204931001, more values"
  })
  void whatIsNoPathIsRefused(String hex, String why) {
    assertThatThrownBy(() -> Context.fromBytes(HexFormat.of().parseHex(hex)))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageStartingWith("this is no path: ")
        .hasMessageContaining(why);
  }

  @Test
  void textThatIsNoBase64IsRefused() {
    assertThatThrownBy(() -> Context.fromBase64("no base64!"))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("not Base64");
    assertThatThrownBy(() -> Context.fromBase64(Base64.getEncoder().encodeToString(new byte[] {1})))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("no path");
  }

  @Test
  void everyCutAndEveryFlippedBitIsAPathOrRefused() {
    paths()
        .map(Context::toBytes)
        .forEach(
            bytes -> {
              for (int length = 0; length < bytes.length; length++) {
                read(Arrays.copyOf(bytes, length));
              }
              for (int bit = 0; bit < 8 * bytes.length; bit++) {
                byte[] flipped = bytes.clone();
                flipped[bit / 8] ^= (byte) (1 << bit % 8);
                read(flipped);
              }
            });
  }

  private static void read(byte[] bytes) {
    try {
      Context path = Context.fromBytes(bytes);
      assertThat(Context.fromBytes(path.toBytes())).isEqualTo(path);
      assertThat(path.toString()).isNotEmpty();
    } catch (InvalidArgumentException refused) {
      assertThat(refused).hasMessageStartingWith("this is no path: ");
    }
  }

  @Test
  void aConditionIsBooleanAndForAStepWithoutOne() {
    assertThatThrownBy(() -> ROOT.allChildrenWhere(Exp.val(1)))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessage("path: a condition is boolean; given was an integer: 1");
    assertThatThrownBy(() -> ROOT.where(above(1)))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageEndingWith("this is root");
    assertThatThrownBy(() -> ROOT.allChildren().where(above(1)))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageEndingWith("this is allChildren()");
    assertThatThrownBy(() -> ROOT.mapKey("k").where(above(1)).where(above(2)))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("a condition is for a step without one");
  }
}
