package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.aerospike.client.IAerospikeClient;
import com.aerospike.client.Info;
import com.aerospike.client.cluster.Node;
import dev.aero4j.conformance.harness.Everywhere;
import dev.aero4j.conformance.harness.Face;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What nodes say about their cluster has the same shape on every backend, real servers included.
 */
class ClusterInfoTest {
  private static final String ADDRESS = "[\\w.\\-]+:\\d+";
  private static final String ADDRESSES = "(" + ADDRESS + "(;" + ADDRESS + ")*)?";
  private static final String PEER = "\\[[0-9A-F]+,,\\[" + ADDRESS + "(," + ADDRESS + ")*]]";
  private static final String PEERS = "\\d+,3000,\\[(" + PEER + "(," + PEER + ")*)?]";
  private static final String BITMAP = "[A-Za-z0-9+/]{682}[A-Za-z0-9+/=]{2}";
  private static final String BITMAPS = "(," + BITMAP + ")+";

  /** What is asked, and what the answers look like. */
  private static final Map<String, String> SHAPES = new LinkedHashMap<>();

  static {
    SHAPES.put("node", "[0-9A-F]+");
    for (String list : List.of("peers", "alumni")) {
      SHAPES.put(list + "-clear-std", PEERS);
      SHAPES.put(list + "-clear-alt", PEERS);
    }
    SHAPES.put("services", ADDRESSES);
    SHAPES.put("services-alternate", ADDRESSES);
    SHAPES.put("services-alumni", ADDRESSES);
    SHAPES.put("peers-generation", "\\d+");
    SHAPES.put("partition-generation", "\\d+");
    SHAPES.put("rebalance-generation", "\\d+");
    SHAPES.put("cluster-generation", "ERROR:4:unrecognized command");
    SHAPES.put("cluster-stable", "[0-9A-F]{1,16}");
    SHAPES.put("replicas", each("\\w+:0,\\d" + BITMAPS));
    SHAPES.put("replicas-all", each("\\w+:\\d" + BITMAPS));
    SHAPES.put("replicas-master", each("\\w+:" + BITMAP));
  }

  private static String each(String namespace) {
    return "(" + namespace + "(;|$))+";
  }

  /** The figures about the cluster among those of {@code statistics}. */
  private static final Map<String, String> FIGURES =
      Map.of(
          "cluster_size", "\\d+",
          "cluster_key", "[0-9A-F]{1,16}",
          "cluster_generation", "\\d+",
          "cluster_principal", "[0-9A-F]+",
          "cluster_min_compatibility_id", "\\d+",
          "cluster_integrity", "true",
          "cluster_is_member", "true");

  private static Map<String, String> ask(Node node) {
    List<String> commands = new ArrayList<>(SHAPES.keySet());
    commands.add("statistics");
    Map<String, String> answers = Info.request(null, node, commands.toArray(String[]::new));
    Map<String, String> texts = new LinkedHashMap<>();
    // The official client gives an empty answer as null.
    commands.forEach(name -> texts.put(name, Objects.requireNonNullElse(answers.get(name), "")));
    return texts;
  }

  private static Map<String, String> figures(Map<String, String> answers) {
    Map<String, String> figures = new LinkedHashMap<>();
    for (String figure : answers.getOrDefault("statistics", "").split(";", -1)) {
      int equals = figure.indexOf('=');
      figures.put(figure.substring(0, Math.max(0, equals)), figure.substring(equals + 1));
    }
    return figures;
  }

  private static List<String> names(String peers) {
    List<String> names = new ArrayList<>();
    Matcher matcher = Pattern.compile("\\[([0-9A-F]+),,").matcher(peers);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  @Everywhere(faces = Face.BLOCKING)
  void whatNodesSayLooksTheSame(IAerospikeClient official) {
    for (Node node : official.getNodes()) {
      Map<String, String> answers = ask(node);
      SHAPES.forEach(
          (command, shape) -> assertThat(answers.get(command)).as(command).matches(shape));
      Map<String, String> figures = figures(answers);
      FIGURES.forEach((name, shape) -> assertThat(figures.get(name)).as(name).matches(shape));
    }
  }

  @Everywhere(faces = Face.BLOCKING)
  void andFitsTogether(IAerospikeClient official) {
    List<String> all = Arrays.stream(official.getNodes()).map(Node::getName).sorted().toList();
    for (Node node : official.getNodes()) {
      Map<String, String> answers = ask(node);
      Map<String, String> figures = figures(answers);
      String peers = answers.getOrDefault("peers-clear-std", "");
      String alumni = answers.getOrDefault("alumni-clear-std", "");
      String generation = answers.get("peers-generation") + ",";
      assertThat(answers).containsEntry("node", node.getName());
      assertThat(peers).startsWith(generation);
      assertThat(alumni).startsWith(generation);
      assertThat(names(peers))
          .containsExactlyInAnyOrderElementsOf(
              all.stream().filter(name -> !name.equals(node.getName())).toList());
      assertThat(names(alumni)).isSorted().containsAll(names(peers));
      assertThat(figures)
          .containsEntry("cluster_size", "" + all.size())
          .containsEntry("cluster_principal", Collections.max(all))
          .containsEntry("cluster_generation", answers.get("rebalance-generation"))
          .containsEntry("cluster_key", answers.get("cluster-stable"));
      assertThat(list(answers.get("services-alumni"))).containsAll(list(answers.get("services")));
    }
  }

  private static List<String> list(@Nullable String services) {
    return services == null || services.isEmpty() ? List.of() : List.of(services.split(";", -1));
  }
}
