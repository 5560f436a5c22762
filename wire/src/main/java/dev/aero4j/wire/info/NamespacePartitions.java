package dev.aero4j.wire.info;

import dev.aero4j.wire.ProtocolException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;

/**
 * What a node has of one namespace's partitions.
 *
 * <pre>
 * replicas          ns:regime,n,bitmap,bitmap,...;ns:...
 * replicas-all      ns:n,bitmap,bitmap,...;ns:...
 * replicas-master   ns:bitmap;ns:...
 * </pre>
 *
 * @param namespace the namespace's name
 * @param regime grows when a strongly consistent namespace is rebalanced, so that the newer of two
 *     claims on a partition wins; 0 in the answers that have none
 * @param replicas for each replica number (0 is the master) the partitions that the node has in
 *     that role
 */
public record NamespacePartitions(String namespace, int regime, List<PartitionBitmap> replicas) {
  public NamespacePartitions {
    replicas = List.copyOf(replicas);
  }

  /**
   * Reads an answer to {@code replicas}.
   *
   * @throws ProtocolException when it is not one
   */
  public static List<NamespacePartitions> parseReplicas(String text) {
    return parse(text, true);
  }

  /**
   * Reads an answer to {@code replicas-all}.
   *
   * @throws ProtocolException when it is not one
   */
  public static List<NamespacePartitions> parseReplicasAll(String text) {
    return parse(text, false);
  }

  /**
   * Reads an answer to {@code replicas-master}.
   *
   * @throws ProtocolException when it is not one
   */
  public static List<NamespacePartitions> parseReplicasMaster(String text) {
    List<NamespacePartitions> result = new ArrayList<>();
    for (String part : InfoText.split(text, ';')) {
      int colon = colonOf(part);
      PartitionBitmap master = PartitionBitmap.parse(part.substring(colon + 1));
      result.add(new NamespacePartitions(part.substring(0, colon), 0, List.of(master)));
    }
    return List.copyOf(result);
  }

  /** Returns an answer to {@code replicas}. */
  public static String formatReplicas(Collection<NamespacePartitions> namespaces) {
    return format(namespaces, true);
  }

  /** Returns an answer to {@code replicas-all}. */
  public static String formatReplicasAll(Collection<NamespacePartitions> namespaces) {
    return format(namespaces, false);
  }

  /** Returns an answer to {@code replicas-master}. */
  public static String formatReplicasMaster(Collection<NamespacePartitions> namespaces) {
    StringJoiner text = new StringJoiner(";");
    for (NamespacePartitions entry : namespaces) {
      PartitionBitmap master =
          entry.replicas.isEmpty() ? PartitionBitmap.empty() : entry.replicas.get(0);
      text.add(entry.namespace + ":" + master.format());
    }
    return text.toString();
  }

  private static List<NamespacePartitions> parse(String text, boolean withRegime) {
    List<NamespacePartitions> result = new ArrayList<>();
    for (String part : InfoText.split(text, ';')) {
      int colon = colonOf(part);
      String namespace = part.substring(0, colon);
      List<String> columns = InfoText.split(part.substring(colon + 1), ',');
      int numbers = withRegime ? 2 : 1;
      if (columns.size() < numbers) {
        throw new ProtocolException("the partitions of " + namespace + " are cut off");
      }
      int regime =
          withRegime ? InfoText.parseInt("regime", columns.get(0), 0, Integer.MAX_VALUE) : 0;
      int count =
          InfoText.parseInt("number of replicas", columns.get(numbers - 1), 0, Integer.MAX_VALUE);
      if (columns.size() - numbers != count) {
        throw new ProtocolException(
            "the partitions of "
                + namespace
                + " have "
                + (columns.size() - numbers)
                + " bitmaps instead of "
                + count);
      }
      List<PartitionBitmap> replicas = new ArrayList<>(count);
      for (String bitmap : columns.subList(numbers, columns.size())) {
        replicas.add(PartitionBitmap.parse(bitmap));
      }
      result.add(new NamespacePartitions(namespace, regime, replicas));
    }
    return List.copyOf(result);
  }

  private static String format(Collection<NamespacePartitions> namespaces, boolean withRegime) {
    StringBuilder text = new StringBuilder();
    for (NamespacePartitions entry : namespaces) {
      text.append(text.isEmpty() ? "" : ";").append(entry.namespace).append(':');
      if (withRegime) {
        text.append(entry.regime).append(',');
      }
      text.append(entry.replicas.size());
      entry.replicas.forEach(bitmap -> text.append(',').append(bitmap.format()));
    }
    return text.toString();
  }

  private static int colonOf(String part) {
    int colon = part.indexOf(':');
    if (colon <= 0) {
      throw new ProtocolException(
          "a list of partitions has no namespace in '" + InfoText.excerpt(part) + "'");
    }
    return colon;
  }
}
