package dev.aero4j.wire.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.model.ExpType;
import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.value.MsgPackWriter;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bytes are those of the official client 9.3.0, but for what it cannot say. */
class ExpReaderTest {
  private static ExpNode read(String hex) {
    return ExpReader.read(HexFormat.of().parseHex(hex));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "c3 | true | BOOL",
        "05 | 5 | INT",
        "cb3ff8000000000000 | 1.5 | FLOAT",
        "c0 | null | NIL",
        "a20361 | \"a\" | STRING",
        "a2040f | 0x0f | BLOB",
        "927e920192a2036101 | [1, [\"a\", 1]] | LIST",
        "82c70001c00102 | {1=2} | MAP",
        "9100 | unknown() | BOOL",
        "935102a161 | intBin(\"a\") | INT",
        "935108a167 | geoBin(\"g\") | GEO",
        "9252a161 | binType(\"a\") | INT",
        "925003 | key(STRING) | STRING",
        "924003 | digestModulo(3) | INT",
        "9146 | setName() | STRING",
        "940703a5612e2ac3a9935103a162 | regexCompare(\"a.*é\", flags 3, stringBin(\"b\")) | BOOL",
        "9301935102a16105 | eq(intBin(\"a\"), 5) | BOOL",
        "931493 5102a1 6105 | add(intBin(\"a\"), 5) | INT",
        "947bc30102 | cond(true, 1, 2) | INT",
        "947bc3910002 | cond(true, unknown(), 2) | INT",
        "947da178935102a1619303927ca17801 |"
            + " let(def(\"x\", intBin(\"a\")), gt(var(\"x\"), 1)) | BOOL",
        "937a0201 | loopVar(INT, VALUE) | INT",
        "9164 | removeResult() | REMOVAL",
        "9265935105a16d | mapKeys(mapBin(\"m\")) | LIST",
        "93 09 01 935104a16c | inList(1, listBin(\"l\")) | BOOL",
        "957f0200 9110 935104a162 | ListExp.size(listBin(\"b\")) | INT",
        "957f020093ccff9422a2036b10019110935104a162 |"
            + " ListExp.size(listBin(\"b\")).at(mapKey(\"k\").listIndex(1)) | INT",
        "957f04009366ce0001000701935105a162 |"
            + " MapExp.getByValue(mapBin(\"b\"), returning VALUE inverted, 1) | LIST",
        "957f0641960a0103040000935106a162 |"
            + " BitExp.add(blobBin(\"b\"), 1, 3, 4, flags 0, integer flags 0) | BLOB",
        "957f0202 9132 935109a168 | HllExp.getCount(hllBin(\"h\")) | INT",
        "957f040093ccfe9204c301935104a162 |"
            + " PathExp.select(listBin(\"b\"), flags 1).at(allChildren()) | LIST",
        "957f044094ccfe9204c3049314937a020103935104a162 |"
            + " PathExp.modify(listBin(\"b\"), flags 4, add(loopVar(INT, VALUE), 3))"
            + ".at(allChildren()) | LIST",
        "957f04009110c0 | ListExp.size(null) | NIL"
      })
  void expressionsAreReadAndPrinted(String hex, String text, ExpType type) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    ExpNode node = ExpReader.read(bytes);
    assertThat(ExpPrinter.print(node)).isEqualTo(text);
    assertThat(node.type()).isEqualTo(type);
    assertThat(ExpPrinter.print(ExpReader.readUnchecked(bytes))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "90 | an empty list is no expression",
        "9163 | expressions have no operator of number 99",
        "91cf0000000100000001 | no operator of number 4294967297",
        "91a20361 | expected msgpack INTEGER, found BYTES",
        "0506 | bytes after the end",
        "92100105 | and takes 2 operands or more",
        "9310c301 | and takes a boolean as operand 2; it was given an integer, in and(true, 1)",
        "930101a20361 | eq compares values of one type; it was given an integer and a string",
        "9301935108a161935108a161 | eq cannot compare values of type geo",
        "931401cb3ff8000000000000 | operand 2 is a float after an integer",
        "92 51 02 | bin has 1 parts; expected are 2",
        "93510aa161 | bin names type 10, which there is not",
        "935102a0 | the name of bin '' is 0 bytes; allowed are 1 to 15",
        "935102b06162636465666768696a6b6c6d6e6f70 | is 16 bytes; allowed are 1 to 15",
        "925007 | a user key is an integer, a string or a blob, and never a float",
        "924000 | digestModulo by 0",
        "937a0302 | the index of a loop is an integer",
        "937a0203 | loopVar names part 3",
        "927ca178 | variable 'x' is not defined",
        "947da178927ca17801 | variable 'x' is used in its own definition",
        "967da17801a17802927ca178 | variable 'x' is defined twice",
        "947da2317801 05 | '1x' is no name of a variable",
        "937da17801 | let takes pairs of name and value",
        "927e05 | quote is for lists; it was given a INTEGER",
        "927e81c001 | quote is for lists",
        "957f02039110935104a162 | there are no calls of family 3",
        "957f02009110935102a162 | a call of family COLLECTION is made on an integer",
        "957f02019133935104a162 | a call of family BITS is made on a list",
        "957f020092ccff90935104a162 | a call at a path has 2 parts; expected are 3",
        "957f040092ccfe9204c3935104a162 | a selection by path has 2 parts",
        "d4ff01 | infinity and wildcard are only compared with",
        "c70001 | cannot stand in an expression",
        "d4ff05 | cannot stand in an expression",
        "dd7fffffff | reaches past the end",
        "9301 | more values are announced",
        "c1 | starts no msgpack value"
      })
  void whatServersRefuseIsRefusedWithTheReason(String hex, String why) {
    assertThatThrownBy(() -> read(hex.replace(" ", "")))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining(why);
  }

  /** For people who look for what is wrong. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "9310c301 | and(true, 1)",
        "927ca178 | var(\"x\")",
        "967da17801a17802927ca178 | let(def(\"x\", 1), def(\"x\", 2), var(\"x\"))",
        "957f02009110935102a162 | ListExp.size(intBin(\"b\"))"
      })
  void whatIsOnlyOfTheWrongTypeIsPrintedStill(String hex, String text) {
    assertThat(ExpPrinter.print(ExpReader.readUnchecked(HexFormat.of().parseHex(hex))))
        .isEqualTo(text);
  }

  /** Servers take such an expression, and find nothing when they evaluate it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "957f020091cc80935104a162 | there is no call of number 128",
        "957f020093ccff91109110935104a162 | a path of 1 elements; expected pairs",
        "957f040093ccfe9204c304935104a162 | it does not say what to apply"
      })
  void aCallThatCannotBeMadeIsAPartWithoutAValue(String hex, String why) {
    assertThat(read(hex))
        .isInstanceOfSatisfying(
            ExpNode.Impossible.class, node -> assertThat(node.why()).isEqualTo(why));
  }

  /** What counts is what servers need for the parts: 40 bytes for this comparison. */
  @Test
  void expressionsOverTheLimitAreRefused() {
    int most = (1 << 20) / 40;
    assertThat(read("dd%08x10".formatted(most) + "93010101".repeat(most - 1))).isNotNull();
    assertThatThrownBy(() -> read("dd%08x10".formatted(most + 2) + "93010101".repeat(most + 1)))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("an expression has too many parts");
    assertThat(read("db00200001" + "03" + "61".repeat(1 << 21))).isNotNull();
  }

  @Test
  void depthIsCountedThroughOperators() {
    assertThat(ExpReader.read(nested(ExpReader.MAX_DEPTH - 1, "9212", "c3"))).isNotNull();
    assertThatThrownBy(() -> ExpReader.read(nested(200_000, "9212", "c3")))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("nested deeper than " + ExpReader.MAX_DEPTH);
  }

  /** In each level, a selection's condition, or what it applies, holds the next selection. */
  @ParameterizedTest
  @CsvSource({"957f040093ccfe9204, 01935104a162", "957f044094ccfe9204c304, 935104a162"})
  void depthIsCountedThroughPaths(String begin, String end) {
    int levels = 2 * ExpReader.MAX_DEPTH;
    ExpNode node = ExpReader.read(nested(levels, begin, "9110" + end.repeat(levels)));
    assertThat(ExpPrinter.print(node)).contains("nested deeper than " + ExpReader.MAX_DEPTH);
  }

  private static byte[] nested(int levels, String prefix, String end) {
    return HexFormat.of().parseHex(prefix.repeat(levels) + end);
  }

  @Test
  void everyOperatorIsFoundByItsNumber() {
    for (ExpOpcode opcode : ExpOpcode.values()) {
      assertThat(ExpOpcode.of(opcode.code())).isSameAs(opcode);
      assertThat(opcode.label().toLowerCase(Locale.ROOT)).isNotEmpty();
    }
    assertThat(ExpOpcode.of(-1)).isNull();
    assertThat(ExpOpcode.of(128)).isNull();
    assertThat(ExpOpcode.of(Long.MIN_VALUE)).isNull();
  }

  @Test
  void aNameOfAVariableIsOfLettersDigitsAndUnderscores() {
    assertThat(ExpReader.isName("_a1")).isTrue();
    assertThat(ExpReader.isName("")).isFalse();
    assertThat(ExpReader.isName("1a")).isFalse();
    assertThat(ExpReader.isName("ä")).isFalse();
    assertThat(ExpReader.isName("a b")).isFalse();
  }

  @Test
  void variablesOfInnerScopesEndWithThem() {
    WireWriter out = new WireWriter(64);
    MsgPackWriter.writeListHeader(out, 3);
    MsgPackWriter.writeLong(out, ExpOpcode.ADD.code());
    for (int i = 0; i < 2; i++) {
      out.putBytes(HexFormat.of().parseHex("947da17801927ca178"));
    }
    assertThat(ExpPrinter.print(ExpReader.read(out.toByteArray())))
        .isEqualTo("add(let(def(\"x\", 1), var(\"x\")), let(def(\"x\", 1), var(\"x\")))");
  }
}
