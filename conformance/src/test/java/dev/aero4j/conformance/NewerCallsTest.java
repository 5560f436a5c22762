package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.Key;
import dev.aero4j.conformance.harness.Everywhere;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.conformance.harness.Same;
import dev.aero4j.expression.Exp;
import dev.aero4j.expression.PathExp;
import dev.aero4j.model.ExpType;
import dev.aero4j.model.LoopPart;
import dev.aero4j.operation.Context;
import dev.aero4j.operation.ExpOperation;
import dev.aero4j.operation.PathOperation;
import dev.aero4j.operation.SelectReturn;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What servers 8.1.2 know and the official client 9.3.0 cannot say. */
class NewerCallsTest {
  private static final Context ROOT = Context.root();
  private static final Exp ABOVE_FIVE =
      Exp.gt(Exp.loopVar(ExpType.INT, LoopPart.VALUE), Exp.val(5));

  private static Key written(Client client) {
    Key key = Keys.fresh();
    client.put(
        key,
        Bins.of(
            "i",
            5,
            "l",
            List.of(1, 5, "x"),
            "m",
            Map.of("a", 1, "b", 7, "c", List.of(1)),
            "n",
            Map.of("p", Map.of("a", 1, "b", 9), "q", Map.of("a", 6, "z", 2))));
    return key;
  }

  private static void gives(Client client, Key key, Exp exp, @Nullable Object expected) {
    Object found = client.operate(key, ExpOperation.read("r", exp.build())).bins().get("r");
    Same.assertSame(found, expected);
  }

  private static void selects(
      Client client, Key key, String bin, SelectReturn what, Context path, Object expected) {
    Object found = client.operate(key, PathOperation.select(bin, what, path)).bins().get(bin);
    Same.assertSame(found, expected);
  }

  @Everywhere
  void aListHasAValueOrNot(Client client) {
    Key key = written(client);
    gives(client, key, Exp.inList(Exp.intBin("i"), Exp.listBin("l")), true);
    gives(client, key, Exp.inList(Exp.val("y"), Exp.listBin("l")), false);
    gives(client, key, Exp.inList(Exp.val(5.0), Exp.listBin("l")), false);
    gives(client, key, Exp.inList(Exp.val(List.of(1)), Exp.val(List.of(List.of(1)))), true);
    gives(client, key, Exp.inList(Exp.nil(), Exp.val(Arrays.asList(1, null))), true);
    gives(client, key, Exp.inList(Exp.wildcard(), Exp.listBin("l")), true);
    gives(client, key, Exp.inList(Exp.infinity(), Exp.listBin("l")), false);
  }

  @Everywhere
  void aMapHasKeysAndValues(Client client) {
    Key key = written(client);
    gives(client, key, Exp.mapKeys(Exp.mapBin("m")), List.of("a", "b", "c"));
    gives(client, key, Exp.mapValues(Exp.mapBin("m")), List.of(1, 7, List.of(1)));
    gives(client, key, Exp.mapKeys(Exp.val(Map.of())), List.of());
    gives(client, key, Exp.inList(Exp.val("b"), Exp.mapKeys(Exp.mapBin("m"))), true);
  }

  @Everywhere
  void aPathGoesToSeveralKeys(Client client) {
    Key key = written(client);
    Context keys = ROOT.mapKeys(List.of("c", "a", "none"));
    selects(client, key, "m", SelectReturn.VALUE, keys, List.of(1, List.of(1)));
    selects(client, key, "m", SelectReturn.MAP_KEY, keys, List.of("a", "c"));
    selects(client, key, "m", SelectReturn.MAP_KEY_VALUE, keys, List.of("a", 1, "c", List.of(1)));
    selects(client, key, "m", SelectReturn.MATCHING_TREE, keys, Map.of("a", 1, "c", List.of(1)));
    Context deeper = ROOT.mapKeys(List.of("q", "p")).mapKey("a");
    selects(client, key, "n", SelectReturn.VALUE, deeper, List.of(1, 6));
    Context below = ROOT.allChildren().mapKeys(List.of("a", "z"));
    selects(client, key, "n", SelectReturn.VALUE, below, List.of(1, 6, 2));
    gives(
        client,
        key,
        PathExp.select(ExpType.LIST, SelectReturn.VALUE, Exp.mapBin("n"), below),
        List.of(1, 6, 2));
  }

  @Everywhere
  void aConditionNarrowsAStep(Client client) {
    Key key = written(client);
    Context keys = ROOT.allChildren().mapKeys(List.of("a", "b")).where(ABOVE_FIVE);
    selects(client, key, "n", SelectReturn.VALUE, keys, List.of(9, 6));
    selects(
        client,
        key,
        "n",
        SelectReturn.MATCHING_TREE,
        keys,
        Map.of("p", Map.of("b", 9), "q", Map.of("a", 6)));
    Context one = ROOT.allChildren().mapKey("a").where(ABOVE_FIVE);
    selects(client, key, "n", SelectReturn.MAP_KEY_VALUE, one, List.of("a", 6));
    Context index = ROOT.listIndex(1).where(ABOVE_FIVE);
    selects(client, key, "l", SelectReturn.VALUE, index, List.of());
    Context value = ROOT.listValue(5).where(Exp.not(ABOVE_FIVE));
    selects(client, key, "l", SelectReturn.VALUE, value, List.of(5));
  }

  @Everywhere
  void whatAConditionNarrowsCanBeModified(Client client) {
    Key key = written(client);
    Context path = ROOT.allChildren().mapKeys(List.of("a", "b")).where(ABOVE_FIVE);
    client.operate(
        key,
        PathOperation.modify(
            "n", Exp.add(Exp.loopVar(ExpType.INT, LoopPart.VALUE), Exp.val(100)).build(), path));
    Same.assertSame(
        client.get(key).bins().get("n"),
        Map.of("p", Map.of("a", 1, "b", 109), "q", Map.of("a", 106, "z", 2)));
    client.operate(key, PathOperation.modify("n", Exp.removeResult().build(), path));
    assertThat(client.get(key).generation()).isEqualTo(3);
    Same.assertSame(
        client.get(key).bins().get("n"), Map.of("p", Map.of("a", 1), "q", Map.of("z", 2)));
  }
}
