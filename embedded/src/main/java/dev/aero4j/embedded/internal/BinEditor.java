package dev.aero4j.embedded.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bins of a record while a write works on them. Confined to that write.
 *
 * <p>The order is the server's: a new bin comes last, and the last one takes the place of a removed
 * one.
 */
final class BinEditor {
  /** From so many bins on, looking for one is done with an index. */
  private static final int INDEXED = 32;

  private final List<Bin> bins;

  /** Where each bin is, or null while there are few. */
  private @Nullable Map<String, Integer> index;

  BinEditor(List<Bin> present) {
    this.bins = new ArrayList<>(present.size() + 4);
    this.bins.addAll(present);
  }

  @Nullable Bin find(String name) {
    int at = indexOf(name);
    return at < 0 ? null : bins.get(at);
  }

  void put(Bin bin) {
    int at = indexOf(bin.name());
    if (at < 0) {
      bins.add(bin);
      if (index != null) {
        index.put(bin.name(), bins.size() - 1);
      }
    } else {
      bins.set(at, bin);
    }
  }

  void remove(String name) {
    int at = indexOf(name);
    if (at >= 0) {
      Bin last = bins.remove(bins.size() - 1);
      if (at < bins.size()) {
        bins.set(at, last);
      }
      if (index != null) {
        index.remove(name);
        index.replace(last.name(), at);
      }
    }
  }

  void clear() {
    bins.clear();
    index = null;
  }

  /** Returns the bins as they are now. */
  List<Bin> bins() {
    return List.copyOf(bins);
  }

  private int indexOf(String name) {
    if (bins.size() >= INDEXED) {
      return indexed().getOrDefault(name, -1);
    }
    for (int i = 0; i < bins.size(); i++) {
      if (bins.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private Map<String, Integer> indexed() {
    Map<String, Integer> known = index;
    if (known == null) {
      known = new HashMap<>();
      for (int i = 0; i < bins.size(); i++) {
        known.put(bins.get(i).name(), i);
      }
      index = known;
    }
    return known;
  }
}
