package dev.aero4j.embedded.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BinEditorTest {
  private static Bin bin(String name, int value) {
    return new Bin(name, 4, new byte[] {(byte) value});
  }

  @Test
  void manyBinsKeepTheSameOrderAsFew() {
    Random random = new Random(7);
    BinEditor editor = new BinEditor(List.of());
    List<Bin> expected = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      String name = "b" + random.nextInt(100);
      int at = expected.stream().map(Bin::name).toList().indexOf(name);
      if (random.nextInt(3) > 0) {
        Bin added = bin(name, i);
        editor.put(added);
        if (at < 0) {
          expected.add(added);
        } else {
          expected.set(at, added);
        }
      } else {
        editor.remove(name);
        if (at >= 0) {
          Bin last = expected.remove(expected.size() - 1);
          if (at < expected.size()) {
            expected.set(at, last);
          }
        }
      }
      assertThat(editor.bins()).isEqualTo(expected);
      assertThat(editor.find(name))
          .isEqualTo(expected.stream().filter(b -> b.name().equals(name)).findFirst().orElse(null));
    }
  }

  @Test
  void clearForgetsEveryBin() {
    BinEditor editor = new BinEditor(List.of());
    for (int i = 0; i < 100; i++) {
      editor.put(bin("b" + i, i));
    }
    editor.clear();
    assertThat(editor.find("b5")).isNull();
    editor.put(bin("b5", 1));
    assertThat(editor.bins()).hasSize(1);
  }
}
