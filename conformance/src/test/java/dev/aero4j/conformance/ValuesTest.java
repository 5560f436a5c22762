package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.Key;
import dev.aero4j.Record;
import dev.aero4j.conformance.harness.Everywhere;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.conformance.harness.Same;
import dev.aero4j.conformance.harness.SampleValues;
import dev.aero4j.model.BytesKey;
import dev.aero4j.wire.value.OrderedList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every value that goes in comes out equal. */
class ValuesTest {
  @Everywhere
  void integersComeBackAsLongs(Client client) {
    check(client, SampleValues.longs());
    Key key = Keys.fresh();
    client.put(key, Bins.of("int", -7, "short", (short) -8, "byte", (byte) -9));
    assertThat(client.get(key).bins()).isEqualTo(Map.of("int", -7L, "short", -8L, "byte", -9L));
    assertThat(client.get(key).getInt("int")).isEqualTo(-7);
  }

  @Everywhere
  void doublesComeBackBitForBit(Client client) {
    check(client, SampleValues.doubles());
    Key key = Keys.fresh();
    client.put(key, Bins.of("float", 1.5f));
    assertThat(client.get(key).getDouble("float")).isEqualTo(1.5);
  }

  @Everywhere
  void textsOfEveryLengthAndScriptComeBack(Client client) {
    check(client, SampleValues.texts());
  }

  @Everywhere
  void bytesComeBack(Client client) {
    check(client, SampleValues.bytes());
  }

  @Everywhere
  void booleansComeBack(Client client) {
    check(client, List.of(true, false));
  }

  @Everywhere
  void listsComeBackToAnyDepth(Client client) {
    check(client, SampleValues.lists());
  }

  @Everywhere
  void orderedListsMayHoldMapsThatWereFilledInAnyOrder(Client client) {
    Map<Object, Object> backwards = new LinkedHashMap<>();
    backwards.put(2L, "two");
    backwards.put(1L, List.of(Map.of("b", 1L, "a", 2L)));
    Map<Object, Object> other = new LinkedHashMap<>();
    other.put(3L, true);
    other.put(1L, false);
    OrderedList list = OrderedList.of(List.of(other, 5L, backwards, List.of(backwards, other)));
    Key key = Keys.fresh();
    client.put(key, Bins.of("list", list));
    assertThat(client.get(key).bins().get("list")).isInstanceOf(OrderedList.class).isEqualTo(list);
  }

  @Everywhere
  void mapsComeBackToAnyDepth(Client client) {
    check(client, SampleValues.maps());
  }

  @Everywhere
  void bytesAsKeysOfMapsAreFoundByContent(Client client) {
    Key key = Keys.fresh();
    Map<Object, Object> map = new LinkedHashMap<>();
    map.put(new byte[] {1, 2}, "as an array");
    client.put(key, Bins.of("map", map));
    assertThat(client.get(key).getMap("map").get(BytesKey.of(new byte[] {1, 2})))
        .isEqualTo("as an array");
  }

  @Everywhere
  void placesAndSketchesComeBack(Client client) {
    check(client, SampleValues.places());
    check(client, List.of(SampleValues.sketch()));
    Key key = Keys.fresh();
    client.put(key, Bins.of("g", SampleValues.places().getFirst(), "h", SampleValues.sketch()));
    Record record = client.get(key);
    assertThat(record.getGeoJson("g")).isEqualTo(SampleValues.places().getFirst());
    assertThat(record.getHyperLogLog("h")).isEqualTo(SampleValues.sketch());
  }

  @Everywhere
  void aRecordHoldsAllTypesAtOnce(Client client) {
    Key key = Keys.fresh();
    client.put(key, SampleValues.oneOfEach());
    Record record = client.get(key);
    Same.assertSame(record.bins(), SampleValues.oneOfEach());
    assertThat(record.binNames()).containsExactlyElementsOf(SampleValues.oneOfEach().keySet());
    assertThat(record.key()).isEqualTo(key);
  }

  @Everywhere
  void aRecordHoldsHundredsOfBins(Client client) {
    Key key = Keys.fresh();
    Map<String, Object> bins = new LinkedHashMap<>();
    for (int i = 0; i < 500; i++) {
      bins.put("bin" + i, "value " + i);
    }
    client.put(key, bins);
    assertThat(client.get(key).bins()).isEqualTo(bins);
  }

  @Everywhere
  void namesOfBinsMayBeOfAnyScript(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("größe", 1, "日本語四五", 2, "a b:c;d=e", 3, "fifteen_bytes__", 4));
    Record record = client.get(key);
    assertThat(record.getLong("größe")).isEqualTo(1);
    assertThat(record.getLong("日本語四五")).isEqualTo(2);
    assertThat(record.getLong("a b:c;d=e")).isEqualTo(3);
    assertThat(record.getLong("fifteen_bytes__")).isEqualTo(4);
  }

  @Everywhere
  void whatACallerChangesAfterwardsDoesNotTravel(Client client) {
    Key key = Keys.fresh();
    byte[] bytes = {1, 2};
    List<Object> list = new ArrayList<>(List.of("a"));
    Bins bins = Bins.of("bytes", bytes, "list", list);
    bytes[0] = 9;
    list.add("b");
    client.put(key, bins);
    Record record = client.get(key);
    assertThat(record.getBytes("bytes")).containsExactly(1, 2);
    assertThat(record.getList("list")).containsExactly("a");
  }

  /** Each value in a bin of its own record, and read both as an object and by its type. */
  private static void check(Client client, List<?> values) {
    Key key = Keys.fresh();
    for (Object value : values) {
      client.put(key, Bins.of("bin", value));
      Same.assertSame(client.get(key).get("bin"), value);
      Same.assertSame(client.select(key, "bin").bins().get("bin"), value);
    }
  }
}
