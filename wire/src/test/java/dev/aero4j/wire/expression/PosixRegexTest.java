package dev.aero4j.wire.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.wire.ProtocolException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code regcomp} and {@code regexec} of the GNU C library say, asked through a server. */
class PosixRegexTest {
  @ParameterizedTest
  @CsvSource({
    // basic
    "0, a.*b, xaxb, true",
    "0, a+, aa, false",
    "0, a+, a+, true",
    "0, a\\+, aa, true",
    "0, *a, *a, true",
    "0, ^*a, *a, true",
    "0, a\\{2\\}, aa, true",
    "0, \\(a\\)\\1, aa, true",
    "0, \\(a\\)\\1, ab, false",
    "0, a|b, b, false",
    "0, a\\|b, b, true",
    "0, x^, x^, true",
    "0, \\<ab, x ab, true",
    "0, \\<ab, xab, false",
    "0, []a-], -, true",
    "0, [[:upper:]], a, false",
    // extended
    "1, (a|b)+c, xabc, true",
    "1, a{2}, a, false",
    "1, a**, b, true",
    "1, a|, b, true",
    "1, (), b, true",
    "1, a), a), true",
    // cases are those of ASCII
    "2, ABC, xabc, true",
    "2, [[:upper:]], a, true",
    "2, É, é, false",
    "3, [^a], A, false",
    // a dot is a byte
    "0, ^.$, é, false",
    "0, ^..$, é, true"
  })
  void findsWhatTheLibraryFinds(int flags, String pattern, String text, boolean found) {
    assertThat(PosixRegex.compile(flags, pattern).isIn(text)).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({"0, true, false", "4, true, true"})
  void aNewlineIsNothingSpecialUnlessAskedFor(int flags, boolean dot, boolean line) {
    assertThat(PosixRegex.compile(flags, "a.b").isIn("a\nb")).isEqualTo(flags == 0 ? dot : !dot);
    assertThat(PosixRegex.compile(flags, "^b").isIn("a\nb")).isEqualTo(line);
    assertThat(PosixRegex.compile(flags, "a$").isIn("a\nb")).isEqualTo(line);
    assertThat(PosixRegex.compile(flags, "a$").isIn("a\n")).isEqualTo(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 a**",
        "0 \\(a",
        "0 a\\)",
        "0 \\{1\\}",
        "0 \\1",
        "0 [",
        "0 [b-a]",
        "0 [[:nope:]]",
        "0 a\\",
        "1 *a",
        "1 ^*",
        "1 +",
        "1 (",
        "1 a{2,1}",
        "1 a{x",
        "1 a{40000}"
      })
  void aMalformedPatternIsRefused(String flagsAndPattern) {
    int flags = flagsAndPattern.charAt(0) - '0';
    assertThatThrownBy(() -> PosixRegex.compile(flags, flagsAndPattern.substring(2)))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining(flagsAndPattern.substring(2));
  }
}
