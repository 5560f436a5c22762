package dev.aero4j.wire.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.model.ExtensionValue;
import dev.aero4j.wire.WireWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class SnapshotTest {
  private static byte[] written(Object value) {
    WireWriter out = new WireWriter(16);
    MsgPack.write(out, value);
    return out.toByteArray();
  }

  @Test
  void isWrittenAsItWasWhenItWasTaken() {
    byte[] blob = {1, 2};
    List<Object> inner = new ArrayList<>(List.of("a", blob));
    Map<Object, Object> map = new LinkedHashMap<>(Map.of("list", inner));
    byte[] before = written(map);
    Object snapshot = Snapshot.of(map);
    blob[0] = 9;
    inner.add("b");
    map.put("more", 1);
    assertThat(written(snapshot)).isEqualTo(before);
    assertThat(Particles.typeOf(snapshot)).isEqualTo(ParticleType.MAP);
  }

  @Property(tries = 200)
  void isWrittenAsItsCollection(@ForAll List<String> texts) {
    assertThat(written(Snapshot.of(texts))).isEqualTo(written(texts));
    OrderedList ordered = OrderedList.of(texts);
    assertThat(written(Snapshot.of(ordered))).isEqualTo(written(ordered));
    Map<String, Object> sorted = new TreeMap<>();
    texts.forEach(text -> sorted.put(text, text.length()));
    assertThat(written(Snapshot.of(sorted))).isEqualTo(written(sorted));
  }

  @Test
  void elementsAndEntriesHaveNoOrderWhateverTheirCollectionHas() {
    assertThat(written(Snapshot.ofElements(OrderedList.of(List.of(2, 1)))))
        .isEqualTo(written(List.of(1, 2)));
    assertThat(written(Snapshot.ofEntries(new TreeMap<>(Map.of("a", 1)))))
        .isEqualTo(written(Map.of("a", 1)));
  }

  @Test
  void anExtensionInTheFirstPlaceIsNotTakenForFlags() {
    List<Object> list = List.of(new ExtensionValue(1, new byte[0]), 2L);
    assertThat(MsgPack.fromBytes(written(Snapshot.of(list)))).isEqualTo(list);
  }

  @Test
  void saysWhereAValueIsThatCannotBeStored() {
    assertThatThrownBy(() -> Snapshot.of(Map.of("a", List.of(1, Instant.EPOCH))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("at [\"a\"][1]: a value of class java.time.Instant");
  }

  @Test
  void refusesKeysThatServersDoNotStore() {
    assertThatThrownBy(() -> Snapshot.of(Map.of(1.5, "a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the key 1.5 of class java.lang.Double");
    assertThatThrownBy(() -> Snapshot.ofEntries(new TreeMap<>(Map.of(true, "a"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the key true");
  }

  @Test
  void refusesWhatIsNestedTooDeeply() {
    Object value = Arrays.asList(1, null);
    for (int i = 1; i < MsgPack.MAX_DEPTH; i++) {
      value = List.of(value);
    }
    assertThat(MsgPack.fromBytes(written(Snapshot.of(value)))).isNotNull();
    Object deeper = List.of(value);
    assertThatThrownBy(() -> Snapshot.of(deeper)).isInstanceOf(IllegalArgumentException.class);
  }
}
