package dev.aero4j.wire.info;

import dev.aero4j.wire.ProtocolException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The rack that a node is on, by namespace ({@code rack-ids}): {@code ns:rack;ns:rack}.
 *
 * @param racks rack numbers by namespace, in the node's order
 */
public record RackIds(Map<String, Integer> racks) {
  public RackIds {
    racks = Collections.unmodifiableMap(new LinkedHashMap<>(racks));
  }

  /**
   * Reads the list.
   *
   * @throws ProtocolException when it is not one
   */
  public static RackIds parse(String text) {
    Map<String, Integer> racks = new LinkedHashMap<>();
    for (String part : InfoText.split(text, ';')) {
      int colon = part.indexOf(':');
      if (colon <= 0) {
        throw new ProtocolException("'" + InfoText.excerpt(part) + "' is not a namespace's rack");
      }
      racks.put(
          part.substring(0, colon),
          InfoText.parseInt("rack", part.substring(colon + 1), 0, Integer.MAX_VALUE));
    }
    return new RackIds(racks);
  }

  /** Returns the list as a node writes it. */
  public String format() {
    StringBuilder text = new StringBuilder();
    racks.forEach(
        (namespace, rack) ->
            text.append(text.isEmpty() ? "" : ";").append(namespace).append(':').append(rack));
    return text.toString();
  }
}
