package dev.aero4j.internal.columns.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.columns.ColumnBatch;
import dev.aero4j.columns.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as NumPy 2.4 wrote them, byte for byte; only the padding inside rows is made visible. */
class NpyFixturesTest {
  /** {@code np.dtype([('n', '>i2'), ('x', '>f8'), ('s', 'S3')], align=True)}. */
  private static final String VERSION_1 =
      """
      934e554d50590100b6007b276465736372273a205b28276e272c20273e693227292c202827272c20
      277c563627292c20282778272c20273e663827292c20282773272c20277c533327292c202827272c
      20277c563527295d2c2027666f727472616e5f6f72646572273a2046616c73652c20277368617065
      273a2028322c292c207d202020202020202020202020202020202020202020202020202020202020
      202020202020202020202020202020202020202020202020202020202020200a
      0102aabbccddeeff3fe0000000000000616200aabbccddee
      fffeaabbccddeeffbff8000000000000630000aabbccddee
      """;

  /** {@code np.array([1, 2**63 + 5], '<u8')} with {@code version=(2, 0)}. */
  private static final String VERSION_2 =
      """
      934e554d50590200740000007b276465736372273a20273c7538272c2027666f727472616e5f6f72
      646572273a2046616c73652c20277368617065273a2028322c292c207d2020202020202020202020
      20202020202020202020202020202020202020202020202020202020202020202020202020202020
      202020202020200a
      0100000000000000
      0500000000000080
      """;

  /** {@code np.dtype([('€', 'u1'), ('v', '<f4', (2,))])}. */
  private static final String VERSION_3 =
      """
      934e554d50590300740000007b276465736372273a205b2827e282ac272c20277c753127292c2028
      2776272c20273c6634272c2028322c29295d2c2027666f727472616e5f6f72646572273a2046616c
      73652c20277368617065273a2028312c292c207d2020202020202020202020202020202020202020
      202020202020200a
      07
      0000803f000000c0
      """;

  /** {@code np.asfortranarray([[1, 2], [3, 4]])} of {@code i1}. */
  private static final String FORTRAN =
      """
      934e554d5059010076007b276465736372273a20277c6931272c2027666f727472616e5f6f726465
      72273a20547275652c20277368617065273a2028322c2032292c207d202020202020202020202020
      20202020202020202020202020202020202020202020202020202020202020202020202020202020
      202020202020200a
      01030204
      """;

  @TempDir private Path directory;

  private ColumnBatch read(String hex) throws IOException {
    Path file = directory.resolve("fixture.npy");
    Files.write(file, HexFormat.of().parseHex(hex.replaceAll("\\s", "")));
    return ColumnBatch.readNpy(file);
  }

  @Test
  void versionOneWithBigEndianFieldsAndPadding() throws IOException {
    ColumnBatch batch = read(VERSION_1);
    assertThat(batch.schema()).isEqualTo(Schema.parse("n:i2, x:f8, s:S3"));
    assertThat(batch.shorts("n")).containsExactly(258, -2);
    assertThat(batch.doubles("x")).containsExactly(0.5, -1.5);
    assertThat(batch.bytes("s")).containsExactly('a', 'b', 0, 'c', 0, 0);
  }

  @Test
  void versionTwoWithUnsignedNumbersOverTheLargestLong() throws IOException {
    ColumnBatch batch = read(VERSION_2);
    assertThat(batch.schema()).isEqualTo(Schema.of("value", "u8"));
    assertThat(batch.longs("value")).containsExactly(1, Long.MIN_VALUE + 5);
  }

  @Test
  void versionThreeWithNamesInUtf8() throws IOException {
    ColumnBatch batch = read(VERSION_3);
    assertThat(batch.schema()).isEqualTo(Schema.parse("€:u1, v:f4[2]"));
    assertThat(batch.bytes("€")).containsExactly(7);
    assertThat(batch.floats("v")).containsExactly(1, -2);
  }

  @Test
  void fortranOrderIsRefused() {
    assertThatThrownBy(() -> read(FORTRAN))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("Fortran order");
  }
}
