package dev.aero4j.wire.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireReader;
import java.util.HexFormat;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MsgPackFuzzTest {
  @Property(tries = 5000)
  void anyBytesAreAValueOrAProtocolError(@ForAll byte[] bytes) {
    decode(bytes);
  }

  @Property(tries = 3000)
  void aDamagedValueIsAValueOrAProtocolError(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] bytes = MsgPack.toBytes(new ArbitraryValues(random).next(4));
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    decode(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ddffffffff", // a list of 2^32 - 1 elements
        "dfffffffff",
        "dbffffffff03",
        "c6ffffffff04",
        "c9ffffffff00",
        "dd7fffffff00",
        "df4000000000",
        "9201", // one element of two
        "820102", // one entry of two
        "92dc000301", // an inner list that takes what the outer one is owed
        "c1", // not a token
        "cfffffffffffffffff", // past the largest long
        "93c7000101" // flags and one element of two
      })
  void announcedSizesThatCannotBeAreRefused(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    assertThatThrownBy(() -> MsgPack.fromBytes(bytes)).isInstanceOf(ProtocolException.class);
  }

  @Test
  void listsInListsThatEachAnnounceAllThatIsLeftAreRefusedAtTheSecond() {
    // Without counting what is owed already, each level would be given an array for a million.
    byte[] bytes = new byte[1_200_000];
    for (int i = 0; i < 200; i++) {
      bytes[5 * i] = (byte) 0xdd;
      bytes[5 * i + 2] = 0x10;
    }
    assertThatThrownBy(() -> MsgPack.fromBytes(bytes))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("2097151 are expected in all");
  }

  private static void decode(byte[] bytes) {
    Object value;
    try {
      value = MsgPack.read(new WireReader(bytes, 0, bytes.length));
    } catch (ProtocolException expected) {
      return;
    }
    // What has been read can be written: nothing comes out that does not go in.
    Object back = MsgPack.fromBytes(MsgPack.toBytes(value));
    assertThat(Values.deepEquals(back, value)).as("%s", Values.toString(value)).isTrue();
    new MsgPackReader(new WireReader(bytes, 0, bytes.length)).skipValue();
  }
}
