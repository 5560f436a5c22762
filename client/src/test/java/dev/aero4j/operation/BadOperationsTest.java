package dev.aero4j.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.expression.Exp;
import dev.aero4j.expression.Expression;
import dev.aero4j.model.HyperLogLog;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.value.MsgPack;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be sent is found when the operation is made; the message says where and why. */
class BadOperationsTest {
  private static final Expression FIVE = Exp.val(5).build();
  private static final Context ROOT = Context.root();

  private static AbstractThrowableAssert<?, ?> refused(ThrowingCallable call) {
    return assertThatThrownBy(call).isInstanceOf(InvalidArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sixteen-letters!", "fünfzehnfünfzeh"})
  void everyFamilyChecksTheNameOfTheBin(String bin) {
    List<ThrowingCallable> calls =
        List.of(
            () -> ListOperation.append(bin, 1),
            () -> ListOperation.getByRank(bin, 0),
            () -> ListOperation.create(bin, ListOptions.ordered()),
            () -> MapOperation.put(bin, 1, 1),
            () -> MapOperation.getByKey(bin, 1),
            () -> MapOperation.setOrder(bin, MapOptions.keyOrdered()),
            () -> BitOperation.count(bin, 0, 1),
            () -> BitOperation.not(bin, 0, 1),
            () -> HllOperation.init(bin, 8),
            () -> HllOperation.describe(bin),
            () -> PathOperation.select(bin, SelectReturn.VALUE, ROOT.allChildren()),
            () -> PathOperation.modify(bin, FIVE, ROOT.allChildren()),
            () -> ExpOperation.read(bin, FIVE),
            () -> ExpOperation.write(bin, FIVE));
    for (ThrowingCallable call : calls) {
      refused(call).hasMessageContaining("name of").hasMessageContaining("1 to 15");
    }
  }

  @Test
  void aNameOfFifteenBytesIsAllowed() {
    assertThat(ListOperation.size("fünfzehnfünfz")).isNotNull();
  }

  @Test
  void aKeyThatIsStoredIsAnIntegerTextOrBytes() {
    for (Object key : Arrays.asList(Double.NaN, 2.5, true, List.of(1), Map.of(), null)) {
      List<ThrowingCallable> calls =
          List.of(
              () -> MapOperation.put("m", key, 1),
              () -> MapOperation.putItems("m", Collections.singletonMap(key, 1)),
              () -> MapOperation.increment("m", key, 1),
              () -> MapOperation.decrement("m", key, 1.5));
      for (ThrowingCallable call : calls) {
        refused(call)
            .hasMessageStartingWith("bin 'm': the key " + key)
            .hasMessageEndingWith("keys are integers, String or byte[]");
      }
      refused(() -> ROOT.mapKeyCreate(key, MapOrder.UNORDERED))
          .hasMessageStartingWith("path: the key " + key);
      refused(() -> ListOperation.create("l", ListOptions.ordered()).at(ROOT.mapKey(key)))
          .hasMessageStartingWith("path: the key " + key);
    }
  }

  @Test
  void aKeyInsideAValueIsCheckedToo() {
    Map<Object, Object> bad = Map.of(Double.NaN, 1);
    refused(() -> ListOperation.append("l", List.of(bad))).hasMessageContaining("bin 'l': the key");
    refused(() -> ListOperation.appendItems("l", List.of(1, bad))).hasMessageContaining("NaN");
    refused(() -> MapOperation.put("m", "k", bad)).hasMessageContaining("NaN");
    refused(() -> MapOperation.getByValue("m", bad)).hasMessageContaining("NaN");
    refused(() -> ROOT.listValue(bad)).hasMessageContaining("path: the key NaN");
    refused(() -> Exp.val(bad)).hasMessageContaining("Exp.val: the key NaN");
    refused(() -> Exp.val(List.of(bad))).hasMessageContaining("NaN");
  }

  @Test
  void aValueOfAnotherClassIsNamedWithItsPlace() {
    refused(() -> ListOperation.append("l", List.of(1, Map.of("k", new Object()))))
        .hasMessageContaining("bin 'l'")
        .hasMessageContaining("[1][\"k\"]")
        .hasMessageContaining("java.lang.Object");
    refused(() -> MapOperation.getByValueList("m", List.of(new StringBuilder())))
        .hasMessageContaining("StringBuilder");
    refused(() -> ROOT.mapKey(new Object())).hasMessageContaining("path");
  }

  @Test
  void nestingHasALimit() {
    Object deep = 1;
    for (int i = 0; i < MsgPack.MAX_DEPTH + 1; i++) {
      deep = List.of(deep);
    }
    Object tooDeep = deep;
    refused(() -> ListOperation.append("l", tooDeep))
        .hasMessageContaining("bin 'l'")
        .hasMessageContaining("nested deeper than " + MsgPack.MAX_DEPTH);
    refused(() -> MapOperation.put("m", 1, tooDeep)).hasMessageContaining("nested deeper");
    refused(() -> ROOT.mapValue(tooDeep)).hasMessageContaining("nested deeper");
    refused(() -> Exp.val((List<?>) tooDeep)).hasMessageContaining("nested deeper");
  }

  @Test
  void aListThatHoldsItselfHasALimitToo() {
    List<Object> ring = new ArrayList<>();
    ring.add(ring);
    refused(() -> ListOperation.append("l", ring)).hasMessageContaining("nested deeper");
  }

  @Test
  void collectionsThatAreNullAreNamed() {
    refused(() -> ListOperation.appendItems("l", null))
        .hasMessage("bin 'l': the list of values is null");
    refused(() -> MapOperation.putItems("m", null))
        .hasMessage("bin 'm': the map of entries is null");
    refused(() -> BitOperation.insert("b", 0, null))
        .hasMessage("bin 'b': the array of bytes is null");
    refused(() -> HllOperation.getUnion("h", null))
        .hasMessage("bin 'h': the list of sketches is null");
    refused(() -> HllOperation.setUnion("h", Arrays.asList((HyperLogLog) null)))
        .hasMessage("bin 'h': a sketch is null");
    refused(() -> ROOT.mapKeys(null)).hasMessage("path: the list of keys is null");
  }

  @Test
  void optionsAreForWhatTakesThem() {
    refused(() -> ListOperation.size("l").with(ListOptions.ordered()))
        .hasMessage("size takes no options");
    refused(() -> ListOperation.clear("l").with(ListOptions.ordered()))
        .hasMessageContaining("clear takes no");
    refused(() -> ListOperation.getByIndex("l", 1).with(ListOptions.ordered()))
        .hasMessageContaining("getByIndex takes no");
    refused(() -> MapOperation.clear("m").with(MapOptions.keyOrdered()))
        .hasMessage("clear takes no options");
    refused(() -> MapOperation.removeByKey("m", 1).with(MapOptions.keyOrdered()))
        .hasMessageContaining("removeByKey takes no");
    refused(() -> MapOperation.increment("m", 1, 1).with(MapOptions.keyOrdered().noFail()))
        .hasMessage("increment takes no flags, only an order");
    refused(() -> BitOperation.get("b", 0, 1).with(BitOptions.none().noFail()))
        .hasMessageContaining("get takes no");
    refused(() -> HllOperation.fold("h", 4).with(HllOptions.none().noFail()))
        .hasMessageContaining("fold takes no");
    refused(() -> ListOperation.create("l", ListOptions.ordered().noFail()))
        .hasMessageContaining("bin 'l': an order is made and set without flags");
    refused(() -> MapOperation.setOrder("m", MapOptions.keyOrdered().createOnly()))
        .hasMessageContaining("without flags");
    refused(() -> ExpOperation.read("r", FIVE).with(ExpOptions.none().createOnly()))
        .hasMessage("expression 'r': a read takes no option but evalNoFail");
  }

  @Test
  void whatIsGivenCanBeChosenWhereElementsAreSelected() {
    refused(() -> ListOperation.append("l", 1).returning(ListReturn.COUNT))
        .hasMessageContaining("append has no return type");
    refused(() -> ListOperation.get("l", 1).inverted()).hasMessageContaining("get has no return");
    refused(() -> MapOperation.size("m").returning(MapReturn.KEY))
        .hasMessageContaining("size has no return type");
    refused(() -> MapOperation.put("m", 1, 1).inverted()).hasMessageContaining("put has no return");
  }

  @Test
  void aPathThatBranchesIsForPathOperations() {
    List<Context> paths =
        List.of(
            ROOT.mapKey("a").allChildren(),
            ROOT.allChildrenWhere(Exp.val(true)),
            ROOT.mapKeys(List.of("a", "b")).mapKey("c"),
            ROOT.mapKey("a").where(Exp.val(true)));
    for (Context path : paths) {
      refused(() -> ListOperation.size("l").at(path))
          .hasMessageContaining("size is made in one place")
          .hasMessageEndingWith(path.toString());
      refused(() -> MapOperation.create("l", MapOptions.keyOrdered()).at(path))
          .hasMessageContaining("this path branches");
      assertThat(PathOperation.select("l", SelectReturn.VALUE, path)).isNotNull();
    }
  }

  @Test
  void operationsAreSnapshots() {
    List<Object> values = new ArrayList<>(List.of(1));
    Map<Object, Object> entries = new HashMap<>(Map.of("a", 1));
    byte[] bytes = {1};
    List<Operation> operations =
        List.of(
            ListOperation.append("l", values),
            ListOperation.appendItems("l", values),
            ListOperation.getByValueList("l", values),
            MapOperation.putItems("m", entries),
            MapOperation.put("m", "k", entries),
            BitOperation.set("b", 0, 8, bytes),
            ListOperation.append("l", bytes),
            HllOperation.add("h", values, 8),
            ListOperation.size("l").at(ROOT.listValue(values).mapKey(bytes)),
            PathOperation.select("m", SelectReturn.VALUE, ROOT.mapKeys(values)));
    List<byte[]> before = operations.stream().map(BadOperationsTest::encoded).toList();
    values.add(2);
    entries.put("b", 2);
    bytes[0] = 9;
    assertThat(operations.stream().map(BadOperationsTest::encoded))
        .containsExactlyElementsOf(before);
  }

  @Test
  void withersLeaveTheOperationAsItIs() {
    ListOperation plain = ListOperation.getByRank("l", 1);
    byte[] before = encoded(plain);
    List<ListOperation> changed =
        List.of(
            plain.inverted(), plain.returning(ListReturn.INDEX), plain.at(ROOT.mapKey("a")), plain);
    assertThat(changed).doesNotHaveDuplicates();
    assertThat(encoded(plain)).isEqualTo(before);
  }

  @Test
  void theSameOperationIsEqualHoweverItWasMade() {
    assertThat(ListOperation.append("l", 1))
        .isEqualTo(ListOperation.append("l", 1L))
        .hasSameHashCodeAs(ListOperation.append("l", 1L))
        .isNotEqualTo(ListOperation.append("l", 2))
        .isNotEqualTo(ListOperation.append("k", 1))
        .isNotEqualTo(ListOperation.append("l", 1).with(ListOptions.unordered()))
        .isNotEqualTo(Operation.append("l", "1"));
    ListOperation one = ListOperation.increment("l", 0).with(ListOptions.ordered());
    ListOperation explicit = ListOperation.increment("l", 0, 1).with(ListOptions.ordered());
    assertThat(one).isEqualTo(explicit).hasSameHashCodeAs(explicit);
    assertThat(MapOperation.getByKey("m", 1).inverted().returning(MapReturn.KEY))
        .isEqualTo(MapOperation.getByKey("m", 1).returning(MapReturn.KEY).inverted());
    // Lists and maps have clear, size and others both.
    assertThat(ListOperation.clear("b")).isNotEqualTo(MapOperation.clear("b"));
    assertThat(ExpOperation.read("r", FIVE))
        .isEqualTo(ExpOperation.read("r", Exp.val(5).build()))
        .hasSameHashCodeAs(ExpOperation.read("r", Exp.val(5).build()))
        .isNotEqualTo(ExpOperation.write("r", FIVE));
    PathOperation select = PathOperation.select("m", SelectReturn.VALUE, ROOT.allChildren());
    PathOperation again = PathOperation.select("m", SelectReturn.VALUE, ROOT.allChildren());
    assertThat(select).isEqualTo(again).hasSameHashCodeAs(again).isNotEqualTo(select.noFail());
  }

  /** A class with static factories would pass those of its superclass on. */
  @Test
  void appendOfTextToAListIsAnOperationOnLists() {
    assertThat(ListOperation.append("l", "text")).isInstanceOf(ListOperation.class);
  }

  private static byte[] encoded(Operation operation) {
    WireWriter out = new WireWriter(64);
    operation.writeTo(out);
    return out.toByteArray();
  }
}
