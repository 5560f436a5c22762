package dev.aero4j.wire.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.testing.MapTestSuiteBuilder;
import com.google.common.collect.testing.SampleElements;
import com.google.common.collect.testing.TestMapGenerator;
import com.google.common.collect.testing.features.CollectionFeature;
import com.google.common.collect.testing.features.CollectionSize;
import com.google.common.collect.testing.features.MapFeature;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import junit.framework.TestCase;
import junit.framework.TestResult;
import junit.framework.TestSuite;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class CompactMapTest {
  /** A key whose hash is that of many others. */
  record Crowded(int number) implements Comparable<Crowded> {
    @Override
    public int hashCode() {
      return number % 2;
    }

    @Override
    public int compareTo(Crowded other) {
      return Integer.compare(number, other.number);
    }
  }

  @TestFactory
  Stream<DynamicNode> doesWhatEveryMapDoes() {
    return flatten(
        MapTestSuiteBuilder.using(new Maps())
            .named("CompactMap")
            .withFeatures(
                MapFeature.GENERAL_PURPOSE,
                MapFeature.ALLOWS_NULL_KEYS,
                MapFeature.ALLOWS_NULL_VALUES,
                MapFeature.ALLOWS_ANY_NULL_QUERIES,
                MapFeature.FAILS_FAST_ON_CONCURRENT_MODIFICATION,
                CollectionFeature.KNOWN_ORDER,
                CollectionFeature.SUPPORTS_ITERATOR_REMOVE,
                CollectionSize.ANY)
            .createTestSuite());
  }

  private static Stream<DynamicNode> flatten(TestSuite suite) {
    return Collections.list(suite.tests()).stream()
        .flatMap(
            test ->
                test instanceof TestSuite inner
                    ? flatten(inner)
                    : Stream.of(DynamicTest.dynamicTest(test.toString(), () -> run(test))));
  }

  private static void run(junit.framework.Test test) {
    TestResult result = new TestResult();
    test.run(result);
    assertThat(Collections.list(result.failures())).isEmpty();
    assertThat(Collections.list(result.errors())).isEmpty();
    assertThat(test).isInstanceOf(TestCase.class);
  }

  @Property(tries = 300)
  void isAsALinkedHashMapWhateverIsDoneToIt(@ForAll long seed) {
    Random random = new Random(seed);
    int keys = 1 + random.nextInt(random.nextBoolean() ? 12 : 400);
    boolean crowded = random.nextInt(4) == 0;
    Map<Object, Object> expected = new LinkedHashMap<>();
    Map<Object, Object> map = new CompactMap(random.nextInt(20));
    for (int i = 0; i < 2_000; i++) {
      int number = random.nextInt(keys);
      Object key = number == 0 ? null : crowded ? new Crowded(number) : (Object) (number * 1_024L);
      int action = random.nextInt(100);
      if (action < 50) {
        assertThat(map.put(key, i)).isEqualTo(expected.put(key, i));
      } else if (action < 80) {
        assertThat(map.remove(key)).isEqualTo(expected.remove(key));
      } else if (action < 98) {
        assertThat(map.get(key)).isEqualTo(expected.get(key));
        assertThat(map.containsKey(key)).isEqualTo(expected.containsKey(key));
      } else if (action == 98) {
        removeSome(map.entrySet().iterator(), expected.entrySet().iterator(), random);
      } else if (random.nextInt(20) == 0) {
        map.clear();
        expected.clear();
      }
      assertThat(map).hasSize(expected.size());
    }
    assertThat(new ArrayList<>(map.entrySet())).isEqualTo(new ArrayList<>(expected.entrySet()));
    assertThat(map).isEqualTo(expected).hasSameHashCodeAs(expected);
    assertThat(expected).isEqualTo(map);
  }

  private static void removeSome(Iterator<?> map, Iterator<?> expected, Random random) {
    while (map.hasNext()) {
      assertThat(map.next()).isEqualTo(expected.next());
      if (random.nextInt(3) == 0) {
        map.remove();
        expected.remove();
      }
    }
    assertThat(expected.hasNext()).isFalse();
  }

  @Test
  void keysThatWereChosenToHaveOneHashAreFoundQuickly() {
    Map<Object, Object> map = new CompactMap(0);
    for (int i = 0; i < 100_000; i++) {
      map.put(new Crowded(i), i);
    }
    assertThat(map).hasSize(100_000).containsEntry(new Crowded(99_999), 99_999);
    for (int i = 0; i < 100_000; i += 2) {
      map.remove(new Crowded(i));
    }
    assertThat(map).hasSize(50_000).doesNotContainKey(new Crowded(0));
  }

  @Test
  void aKeyThatComesTwiceKeepsItsPlaceAndTakesTheLastValue() {
    Map<?, ?> map = (Map<?, ?>) MsgPack.fromBytes(new byte[] {(byte) 0x83, 5, 1, 6, 2, 5, 3});
    assertThat(new ArrayList<>(map.entrySet()))
        .isEqualTo(List.of(new SimpleEntry<>(5L, 3L), new SimpleEntry<>(6L, 2L)));
  }

  @Test
  void forEachNoticesChanges() {
    Map<Object, Object> map = new CompactMap(2);
    map.put("a", 1);
    map.put("b", 2);
    assertThatThrownBy(() -> map.forEach((key, value) -> map.remove(key)))
        .isInstanceOf(ConcurrentModificationException.class);
  }

  @Test
  void isSerializedAsAMapThatEverybodyHas() throws IOException, ClassNotFoundException {
    Map<Object, Object> map = new CompactMap(1);
    map.put("a", List.of(1L));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(map);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isInstanceOf(LinkedHashMap.class).isEqualTo(map);
    }
  }

  private static final class Maps implements TestMapGenerator<Object, Object> {
    @Override
    public SampleElements<Map.Entry<Object, Object>> samples() {
      return new SampleElements<>(
          entry("a", 1L), entry("b", 2L), entry(3L, "c"), entry("d", "d"), entry(5L, 5L));
    }

    private static Map.Entry<Object, Object> entry(Object key, Object value) {
      return new SimpleEntry<>(key, value);
    }

    @Override
    @SuppressWarnings("unchecked") // The samples' own entries come back.
    public Map<Object, Object> create(Object... entries) {
      CompactMap map = new CompactMap(entries.length);
      for (Object entry : entries) {
        Map.Entry<Object, Object> given = (Map.Entry<Object, Object>) entry;
        map.put(given.getKey(), given.getValue());
      }
      return map;
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"}) // The interface asks for an array of generics.
    public Map.Entry<Object, Object>[] createArray(int length) {
      return new Map.Entry[length];
    }

    @Override
    public Iterable<Map.Entry<Object, Object>> order(List<Map.Entry<Object, Object>> inserted) {
      return inserted;
    }

    @Override
    public Object[] createKeyArray(int length) {
      return new Object[length];
    }

    @Override
    public Object[] createValueArray(int length) {
      return new Object[length];
    }
  }
}
