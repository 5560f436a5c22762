package dev.aero4j.wire.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.model.BytesKey;
import dev.aero4j.model.GeoJson;
import dev.aero4j.model.HyperLogLog;
import dev.aero4j.model.RawValue;
import dev.aero4j.model.SpecialValue;
import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.WireWriter;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ParticlesTest {
  static Stream<Arguments> golden() {
    return Stream.of(
        Arguments.of(1L, 1, "0000000000000001", 1L),
        Arguments.of(-2, 1, "fffffffffffffffe", -2L),
        Arguments.of((short) 3, 1, "0000000000000003", 3L),
        Arguments.of((byte) 4, 1, "0000000000000004", 4L),
        Arguments.of(1.5, 2, "3ff8000000000000", 1.5),
        Arguments.of(1.5f, 2, "3ff8000000000000", 1.5),
        Arguments.of("\u00e9", 3, "c3a9", "\u00e9"),
        Arguments.of(new byte[] {1}, 4, "01", new byte[] {1}),
        Arguments.of(BytesKey.of(new byte[] {1}), 4, "01", new byte[] {1}),
        Arguments.of(true, 17, "01", true),
        Arguments.of(false, 17, "00", false),
        Arguments.of(HyperLogLog.of(new byte[] {5}), 18, "05", HyperLogLog.of(new byte[] {5})),
        Arguments.of(Map.of("a", 1), 19, "81a2036101", Map.of("a", 1L)),
        Arguments.of(List.of(1), 20, "9101", List.of(1L)),
        Arguments.of(
            GeoJson.of("{\"type\":\"Point\"}"),
            23,
            "0000007b2274797065223a22506f696e74227d",
            GeoJson.of("{\"type\":\"Point\"}")),
        Arguments.of(
            new RawValue(7, new byte[] {1, 2}), 7, "0102", new RawValue(7, new byte[] {1, 2})),
        Arguments.of(null, 0, "", null));
  }

  @ParameterizedTest
  @MethodSource("golden")
  void aValueHasTheTypeAndBytesOfTheOfficialClientAndComesBackEqual(
      Object value, int type, String bytes, Object readBack) {
    assertThat(Particles.typeOf(value)).isEqualTo(type);
    WireWriter out = new WireWriter(1);
    Particles.write(out, value);
    assertThat(HexFormat.of().formatHex(out.toByteArray())).isEqualTo(bytes);
    assertThat(Particles.read(type, reader(bytes), bytes.length() / 2)).isEqualTo(readBack);
  }

  @Test
  void shortIntegersAreReadUnsignedAsTheServerDoes() {
    assertThat(Particles.readLong(reader("ff"), 1)).isEqualTo(255);
    assertThat(Particles.readLong(reader("ffff"), 2)).isEqualTo(65_535);
    assertThat(Particles.readLong(reader("ffffffff"), 4)).isEqualTo(4_294_967_295L);
  }

  @Test
  void theCellsOfGeoJsonAreSkipped() {
    assertThat(Particles.read(ParticleType.GEOJSON, reader("0100010102030405060708" + "7b7d"), 13))
        .isEqualTo(GeoJson.of("{}"));
  }

  @Test
  void lengthsThatDoNotFitTheTypeAreRefused() {
    assertRefused(ParticleType.INTEGER, "000000");
    assertRefused(ParticleType.DOUBLE, "00000000");
    assertRefused(ParticleType.BOOL, "");
    assertRefused(ParticleType.GEOJSON, "0000");
    assertRefused(ParticleType.GEOJSON, "000002" + "0102030405060708");
    assertRefused(ParticleType.LIST, "80");
    assertRefused(ParticleType.MAP, "90");
    assertRefused(ParticleType.LIST, "9000");
    assertRefused(300, "");
  }

  @Test
  void aClassThatCannotBeStoredIsNamed() {
    assertThatThrownBy(() -> Particles.typeOf(Instant.EPOCH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.time.Instant");
    assertThatThrownBy(() -> Particles.write(new WireWriter(1), new Object()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Particles.typeOf(SpecialValue.INFINITY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void anyBytesOfAnyTypeAreAValueOrAProtocolError(
      @ForAll @IntRange(max = 255) int type, @ForAll byte[] bytes) {
    try {
      Particles.read(type, new WireReader(bytes, 0, bytes.length), bytes.length);
    } catch (ProtocolException expected) {
      assertThat(expected).hasMessageNotContaining("null");
    }
  }

  @Test
  void everyTypeHasAName() {
    assertThat(ParticleType.name(ParticleType.GEOJSON)).isEqualTo("GeoJSON");
    assertThat(ParticleType.name(99)).isEqualTo("type 99");
    for (int type = 0; type < 24; type++) {
      assertThat(ParticleType.name(type)).isNotBlank();
    }
  }

  private static void assertRefused(int type, String bytes) {
    assertThatThrownBy(() -> Particles.read(type, reader(bytes), bytes.length() / 2))
        .isInstanceOf(ProtocolException.class);
  }

  private static WireReader reader(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    return new WireReader(bytes, 0, bytes.length);
  }
}
