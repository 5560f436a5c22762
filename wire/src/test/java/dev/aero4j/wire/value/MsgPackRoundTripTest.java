package dev.aero4j.wire.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.model.BytesKey;
import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class MsgPackRoundTripTest {
  @Property(tries = 3000)
  void everyValueComesBackEqualAndIsWrittenTheSameAgain(@ForAll long seed) {
    Object value = new ArbitraryValues(new Random(seed)).next(5);
    byte[] bytes = MsgPack.toBytes(value);
    Object back = MsgPack.fromBytes(bytes);
    assertThat(Values.deepEquals(value, back))
        .as("%s came back as %s", Values.toString(value), Values.toString(back))
        .isTrue();
    assertThat(Values.deepHashCode(back)).isEqualTo(Values.deepHashCode(value));
    assertThat(Values.deepEquals(back, value)).isTrue();
    // A float comes back as a double; from then on the bytes stay the same.
    byte[] again = MsgPack.toBytes(back);
    assertThat(MsgPack.toBytes(MsgPack.fromBytes(again))).isEqualTo(again);
  }

  @Property(tries = 300)
  void aReaderSkipsExactlyOneValue(@ForAll long seed) {
    byte[] bytes = MsgPack.toBytes(new ArbitraryValues(new Random(seed)).next(4));
    byte[] twice = Arrays.copyOf(bytes, bytes.length + 1);
    WireReader in = new WireReader(twice, 0, twice.length);
    new MsgPackReader(in).skipValue();
    assertThat(in.remaining()).isEqualTo(1);
  }

  @Property(tries = 200)
  void aValueCutAnywhereIsAProtocolError(@ForAll long seed) {
    byte[] bytes = MsgPack.toBytes(new ArbitraryValues(new Random(seed)).next(3));
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> MsgPack.fromBytes(cut)).isInstanceOf(ProtocolException.class);
      assertThatThrownBy(() -> new MsgPackReader(new WireReader(cut, 0, cut.length)).skipValue())
          .isInstanceOf(ProtocolException.class);
    }
  }

  @Test
  void aBlobCanBeFoundAsTheKeyOfAMap() {
    byte[] key = {1, 2};
    Map<?, ?> unordered = (Map<?, ?>) MsgPack.fromBytes(MsgPack.toBytes(Map.of(key, "x")));
    assertThat(unordered.get(BytesKey.of(key))).isEqualTo("x");
    OrderedMap ordered = new OrderedMap();
    ordered.put(key, "x");
    Map<?, ?> back = (Map<?, ?>) MsgPack.fromBytes(MsgPack.toBytes(ordered));
    assertThat(back.get(BytesKey.of(key))).isEqualTo("x");
    assertThat(back.get(new byte[] {1, 2})).isEqualTo("x");
    Map<?, ?> inList = (Map<?, ?>) MsgPack.fromBytes(MsgPack.toBytes(Map.of(List.of(key), "x")));
    assertThat(inList.get(List.of(BytesKey.of(key)))).isEqualTo("x");
  }

  @Test
  void keysOfEveryTypeMixInAnOrderedMap() {
    OrderedMap map = new OrderedMap();
    for (Object key : Arrays.asList("b", null, 2L, true, 1.5, List.of(1L), new byte[] {1}, "a")) {
      map.put(key, 1L);
    }
    OrderedMap back = (OrderedMap) MsgPack.fromBytes(MsgPack.toBytes(map));
    assertThat(new ArrayList<>(back.keySet()))
        .containsExactly(null, true, 2L, "a", "b", List.of(1L), BytesKey.of(new byte[] {1}), 1.5);
  }

  @Test
  void aValueNestedAsDeepAsAllowedComesBackAndADeeperOneIsRefusedBothWays() {
    Object deepest = nested(MsgPack.MAX_DEPTH);
    assertThat(MsgPack.fromBytes(MsgPack.toBytes(deepest))).isEqualTo(deepest);
    assertThatThrownBy(() -> MsgPack.toBytes(nested(MsgPack.MAX_DEPTH + 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("deeper than 256");
    byte[] tooDeep = new byte[100_000];
    Arrays.fill(tooDeep, (byte) 0x91);
    assertThatThrownBy(() -> MsgPack.fromBytes(tooDeep))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("deeper than 256");
  }

  @Test
  void aListThatContainsItselfIsRefused() {
    List<Object> list = new ArrayList<>();
    list.add(list);
    list.add(list);
    assertThatThrownBy(() -> MsgPack.toBytes(list)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aValueThatCannotBeStoredIsNamedWithItsPlace() {
    Map<String, Object> inner = new HashMap<>();
    inner.put("when", Instant.EPOCH);
    assertThatThrownBy(() -> MsgPack.toBytes(List.of(1, inner)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at [1][\"when\"]: a value of class java.time.Instant");
    assertThatThrownBy(() -> MsgPack.toBytes(Map.of(Instant.EPOCH, 1)))
        .hasMessageContaining("at .key#0: a value of class java.time.Instant");
    assertThatThrownBy(() -> MsgPack.toBytes('c')).hasMessageStartingWith("a value of class");
  }

  private static Object nested(int depth) {
    Object value = new ArrayList<>();
    for (int i = 1; i < depth; i++) {
      value = List.of(value);
    }
    return value;
  }
}
