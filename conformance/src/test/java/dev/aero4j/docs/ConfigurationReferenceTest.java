package dev.aero4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aero4j.ClientConfig;
import dev.aero4j.ClientConfigBuilder;
import dev.aero4j.policy.BatchPolicy;
import dev.aero4j.policy.CommandPolicy;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.policy.WritePolicy;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Compares docs/configuration.md with the settings that the code knows. */
class ConfigurationReferenceTest {
  private static final int NAME = 0;
  private static final int DEFAULT = 2;
  private static final int VARIABLE = 4;
  private static final int CELLS = 7;

  private static String document;
  private static Map<String, List<String>> rows;

  @BeforeAll
  static void read() throws IOException {
    document = Documents.read("docs/configuration.md");
    rows =
        Documents.rows(document).stream()
            .filter(row -> row.size() == CELLS && row.get(NAME).startsWith("`"))
            .collect(Collectors.toMap(row -> row.get(NAME).replace("`", ""), row -> row));
  }

  /** The settings of one policy alone are told by the rule in the text, for those of both. */
  private static boolean isOfBoth(String name) {
    int dot = name.indexOf('.');
    return dot > 0 && ClientConfig.settingNames().contains(name.substring(dot + 1));
  }

  @Test
  void everySettingHasItsRowAndEveryRowItsSetting() {
    assertThat(rows.keySet())
        .containsExactlyInAnyOrderElementsOf(
            ClientConfig.settingNames().stream().filter(name -> !isOfBoth(name)).toList());
  }

  @Test
  void theVariablesAreThoseThatTheCodeReads() {
    rows.forEach(
        (name, row) -> {
          String variable =
              "AERO4J_"
                  + name.replaceAll("([A-Z])", "_$1").replace('.', '_').toUpperCase(Locale.ROOT);
          assertThat(row.get(VARIABLE)).as(name).startsWith("`" + variable + "`");
        });
  }

  @Test
  void theDefaultsAreThoseOfTheCode() throws ReflectiveOperationException {
    ClientConfig config = ClientConfig.builder().host("localhost").build();
    for (Map.Entry<String, List<String>> entry : rows.entrySet()) {
      String name = entry.getKey();
      String told = entry.getValue().get(DEFAULT);
      switch (name) {
        case "hosts", "clusterName", "rackIds" -> assertThat(told).as(name).startsWith("none");
        case "infoTimeout" ->
            assertThat(told).as(name).isEqualTo(text(config.infoPolicy().timeout()));
        case "maxRetries" ->
            assertThat(told)
                .isEqualTo(
                    "%d for reads and batches, %d for writes",
                    config.readPolicy().maxRetries(), config.writePolicy().maxRetries());
        default -> assertThat(told).as(name).isEqualTo(text(valueOf(config, name)));
      }
    }
  }

  private static Object valueOf(ClientConfig config, String name)
      throws ReflectiveOperationException {
    if (name.equals("write.ttl")) {
      return config.writePolicy().ttlSeconds();
    }
    String field = name.substring(name.indexOf('.') + 1);
    Map<String, Object> owners =
        Map.of(
            "read.", config.readPolicy(),
            "write.", config.writePolicy(),
            "batch.", config.batchPolicy());
    String prefix = name.substring(0, name.length() - field.length());
    List<Object> candidates =
        prefix.isEmpty() ? List.of(config, config.readPolicy()) : List.of(owners.get(prefix));
    for (Object owner : candidates) {
      for (Method method : owner.getClass().getMethods()) {
        if (method.getName().equals(field) && method.getParameterCount() == 0) {
          return method.invoke(owner);
        }
      }
    }
    throw new NoSuchMethodException(name);
  }

  private static String text(Object value) {
    if (value instanceof Duration duration) {
      return duration.isZero() ? "0" : duration.toSeconds() + " s";
    }
    return value instanceof Integer number
        ? String.format(Locale.ROOT, "%,d", number)
        : value.toString();
  }

  @Test
  void everySetterOfABuilderIsMentioned() {
    Stream.of(
            ClientConfigBuilder.class,
            CommandPolicy.Builder.class,
            ReadPolicy.Builder.class,
            WritePolicy.Builder.class,
            BatchPolicy.Builder.class)
        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
        .filter(method -> method.getParameterCount() > 0)
        .map(Method::getName)
        .distinct()
        .forEach(name -> assertThat(document).as(name).containsPattern("[`.]" + name + "[`(]"));
  }
}
