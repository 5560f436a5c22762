package dev.aero4j.wire.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.wire.ProtocolException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
    "0, \\(ab\\)*\\1, cabbb, false",
    "0, \\(ab\\)*\\1, xabab, true",
    "0, \\(a*\\)*\\1b, aab, true",
    "2, \\(a\\)\\1, aA, true",
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
    "1, ^a+?$, aa, true",
    "1, ^(ab){2}{1}{2}$, abababab, true",
    "1, ^(ab){2}{1}{2}$, ababab, false",
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
        "1 a{40000}",
        "1 ((a{9999}){9999}){9999}",
        "1 a{2}{2}{2}{2}{2}{2}{2}{2}{2}"
      })
  void aMalformedPatternIsRefused(String flagsAndPattern) {
    int flags = flagsAndPattern.charAt(0) - '0';
    assertThatThrownBy(() -> PosixRegex.compile(flags, flagsAndPattern.substring(2)))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining(flagsAndPattern.substring(2));
  }

  @Test
  @Timeout(20)
  void noTextAndNoPatternTakesUnreasonablyLong() {
    assertThat(PosixRegex.compile(1, "^(foo|bar)+$").isIn("foobar".repeat(100_000))).isTrue();
    assertThat(PosixRegex.compile(1, "^(a*)*$").isIn("a".repeat(10_000) + "!")).isFalse();
    assertThat(PosixRegex.compile(1, "^((a{0,50}){0,50}){0,50}$").isIn("a".repeat(200) + "b"))
        .isFalse();
    assertThat(PosixRegex.compile(1, "a" + "*+?".repeat(50_000)).isIn("b")).isTrue();
    assertThat(PosixRegex.compile(1, "ab".repeat(200_000)).isIn("ab".repeat(199_999))).isFalse();
    assertThat(PosixRegex.compile(0, "^\\(a*\\)*\\1!$").isIn("a".repeat(40) + "b")).isFalse();
  }

  @Test
  void groupsAreNestedAsDeepAsAnyoneNeedsThem() {
    assertThat(PosixRegex.compile(1, "(".repeat(200) + "a" + ")".repeat(200)).isIn("a")).isTrue();
    assertThatThrownBy(() -> PosixRegex.compile(1, "(".repeat(100_000) + ")".repeat(100_000)))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("nested deeper than 200");
  }
}
