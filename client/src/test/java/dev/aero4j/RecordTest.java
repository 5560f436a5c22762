package dev.aero4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.internal.command.Replies;
import dev.aero4j.model.GeoJson;
import dev.aero4j.model.HyperLogLog;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordTest {
  private static final Key KEY = Key.of("test", "demo", "user1");
  private static final GeoJson POINT = GeoJson.of("{\"type\":\"Point\",\"coordinates\":[1.0,2.0]}");

  private static Record record(Object... pairs) {
    return Replies.reply(0, 3, 0, pairs).toRecord(KEY);
  }

  @Test
  void typedReadsGiveWhatIsThere() {
    Record record =
        record(
            "l",
            5_000_000_000L,
            "i",
            -7,
            "d",
            1.5,
            "s",
            "h\u00e9",
            "y",
            new byte[] {1, 2},
            "t",
            true,
            "list",
            List.of(1L, "x"),
            "map",
            Map.of("k", 2L),
            "geo",
            POINT,
            "hll",
            HyperLogLog.of(new byte[] {1, 2, 3}),
            "\u00e9",
            9);
    assertThat(record.getLong("l")).isEqualTo(5_000_000_000L);
    assertThat(record.getInt("i")).isEqualTo(-7);
    assertThat(record.getDouble("d")).isEqualTo(1.5);
    assertThat(record.getString("s")).isEqualTo("h\u00e9");
    assertThat(record.getBytes("y")).containsExactly(1, 2);
    assertThat(record.getBoolean("t")).isTrue();
    assertThat(record.getList("list")).containsExactly(1L, "x");
    assertThat(record.getMap("map")).containsExactly(Map.entry("k", 2L));
    assertThat(record.getGeoJson("geo")).isEqualTo(POINT);
    assertThat(record.getHyperLogLog("hll").toBytes()).containsExactly(1, 2, 3);
    assertThat(record.getLong("\u00e9")).isEqualTo(9);
    assertThat(record.binNames())
        .containsExactly("l", "i", "d", "s", "y", "t", "list", "map", "geo", "hll", "\u00e9");
    assertThat(record.generation()).isEqualTo(3);
    assertThat(record.key()).isSameAs(KEY);
  }

  @Test
  void aReadOfAnotherTypeSaysWhatWasFound() {
    assertThatThrownBy(() -> record("a", "text").getLong("a"))
        .isInstanceOf(BinTypeException.class)
        .hasMessageContaining("test.demo[user1]")
        .hasMessageContaining("bin 'a' holds string, not integer");
    assertThatThrownBy(() -> record("a", 1L).getDouble("a")).isInstanceOf(BinTypeException.class);
    assertThatThrownBy(() -> record("a", 1L).getString("a", "x"))
        .isInstanceOf(BinTypeException.class);
  }

  @Test
  void anIntegerThatIsNoIntIsNotCut() {
    assertThatThrownBy(() -> record("a", 1L << 31).getInt("a"))
        .isInstanceOf(BinTypeException.class)
        .hasMessageContaining("2147483648");
  }

  @Test
  void aTypedReadOfAnAbsentBinSaysWhichThereAre() {
    assertThatThrownBy(() -> record("a", 1L, "b", 2L).getLong("c"))
        .isInstanceOf(BinNotFoundException.class)
        .hasMessageContaining("no bin 'c'")
        .hasMessageContaining("[a, b]");
    Record record = record("a", 1L);
    assertThat(record.get("c")).isNull();
    assertThat(record.has("c")).isFalse();
    assertThat(record.isNull("c")).isTrue();
    assertThat(record.has("a")).isTrue();
    assertThat(record.isNull("a")).isFalse();
  }

  @Test
  void theOtherValueStandsInForAnAbsentBin() {
    Record record = record("a", 1L, "n", null);
    assertThat(record.getLong("a", 5)).isEqualTo(1);
    assertThat(record.getLong("n", 5)).isEqualTo(5);
    assertThat(record.getDouble("x", 5.5)).isEqualTo(5.5);
    assertThat(record.getString("x", "o")).isEqualTo("o");
    assertThat(record.getBoolean("x", true)).isTrue();
  }

  @Test
  void namesAreComparedWhole() {
    Record record = record("ab", 1L, "a", 2L, "abc", 3L);
    assertThat(record.getLong("a")).isEqualTo(2);
    assertThat(record.getLong("abc")).isEqualTo(3);
    assertThat(record.has("b")).isFalse();
    assertThat(record.has("")).isFalse();
  }

  @Test
  void severalResultsOfOneBinAreAList() {
    Record record = record("a", null, "b", "x", "a", 5L);
    assertThat(record.get("a")).isEqualTo(Arrays.asList(null, 5L));
    assertThat(record.results("a")).containsExactly(null, 5L);
    assertThat(record.results("b")).containsExactly("x");
    assertThat(record.getLong("a")).isEqualTo(5);
    assertThat(record.bins()).isEqualTo(Map.of("a", Arrays.asList(null, 5L), "b", "x"));
    assertThat(record.binNames()).containsExactly("a", "b");
    assertThat(record.binValues())
        .containsExactly(new BinValue("a", null), new BinValue("b", "x"), new BinValue("a", 5L));
  }

  @Test
  void everyReadGivesItsOwnValue() {
    Record record = record("y", new byte[] {1});
    record.getBytes("y")[0] = 9;
    assertThat(record.getBytes("y")).containsExactly(1);
  }

  @Test
  void aRecordWithoutBinsIsEmpty() {
    Record record = record();
    assertThat(record.bins()).isEmpty();
    assertThat(record.binNames()).isEmpty();
    assertThat(record.get("a")).isNull();
  }

  @Test
  void timesCountFromTwoThousandTen() {
    assertThat(new RecordMeta(1, 0).ttlSeconds()).isEqualTo(-1);
    assertThat(new RecordMeta(1, 0).expiresAt()).isNull();
    assertThat(new RecordMeta(1, 86_400).expiresAt())
        .isEqualTo(Instant.parse("2010-01-02T00:00:00Z"));
    assertThat(new RecordMeta(1, 86_400).ttlSeconds()).isEqualTo(1);
    long inAnHour = Instant.now().getEpochSecond() - 1_262_304_000L + 3_600;
    assertThat(new RecordMeta(1, inAnHour).ttlSeconds()).isBetween(3_500L, 3_600L);
    assertThat(Replies.reply(0, 1, -1).meta().voidTime()).isEqualTo(0xFFFF_FFFFL);
  }

  @Test
  void theTextShowsTheBins() {
    assertThat(record("a", 1L).toString())
        .contains("test.demo[user1]")
        .contains("generation 3")
        .contains("\"a\"=1");
  }
}
