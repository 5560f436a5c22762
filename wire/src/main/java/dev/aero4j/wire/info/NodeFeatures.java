package dev.aero4j.wire.info;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a node says that it can do ({@code features}): {@code batch-any;peers;...}.
 *
 * @param names the features' names, in the node's order
 */
public record NodeFeatures(Set<String> names) {
  public NodeFeatures {
    names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
  }

  /** Reads the list. */
  public static NodeFeatures parse(String text) {
    return new NodeFeatures(new LinkedHashSet<>(InfoText.parseList(text)));
  }

  /** Returns whether the node has the feature. */
  public boolean has(String name) {
    return names.contains(name);
  }

  /** Returns the list as a node writes it. */
  public String format() {
    return InfoText.formatList(names);
  }
}
