package dev.aero4j.embedded.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aero4j.wire.digest.Digests;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuccessionTest {
  private static List<List<String>> holders(int replicationFactor, List<String> names) {
    return Succession.of(names, replicationFactor).stream()
        .map(indexes -> indexes.stream().map(names::get).toList())
        .toList();
  }

  private static List<String> names(int count) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add(Integer.toHexString(0xA1 + i));
    }
    return names;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8, 64})
  void everyNodeGetsAFairShareOfEachRole(int nodes) {
    List<List<Integer>> succession = Succession.of(names(nodes), 2);
    int fair = Digests.PARTITIONS / nodes;
    for (int role = 0; role < Math.min(2, nodes); role++) {
      int[] shares = new int[nodes];
      for (List<Integer> holders : succession) {
        assertThat(holders).doesNotHaveDuplicates().hasSize(Math.min(2, nodes));
        shares[holders.get(role)]++;
      }
      for (int share : shares) {
        assertThat(share).isBetween(fair / 2, fair * 3 / 2 + 1);
      }
    }
  }

  @Test
  void theOrderOfTheNamesDoesNotMatter() {
    List<String> names = names(5);
    List<String> shuffled = new ArrayList<>(names);
    Collections.reverse(shuffled);
    assertThat(holders(3, shuffled)).isEqualTo(holders(3, names));
  }

  @Test
  void whenANodeGoesTheOthersKeepTheirOrder() {
    List<String> names = names(5);
    List<String> left = new ArrayList<>(names);
    left.remove(2);
    List<List<String>> before = holders(5, names);
    List<List<String>> after = holders(5, left);
    for (int id = 0; id < Digests.PARTITIONS; id++) {
      List<String> expected = new ArrayList<>(before.get(id));
      expected.remove(names.get(2));
      assertThat(after.get(id)).isEqualTo(expected);
    }
  }

  @Test
  void withoutNodesNobodyHoldsAnything() {
    assertThat(Succession.of(List.of(), 2)).hasSize(Digests.PARTITIONS).containsOnly(List.of());
  }
}
