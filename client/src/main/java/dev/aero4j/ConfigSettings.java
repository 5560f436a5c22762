package dev.aero4j;

import dev.aero4j.columns.Narrowing;
import dev.aero4j.policy.BatchPolicy;
import dev.aero4j.policy.CommandPolicy;
import dev.aero4j.policy.CommitLevel;
import dev.aero4j.policy.InfoPolicy;
import dev.aero4j.policy.KeyPolicy;
import dev.aero4j.policy.ReadModeAp;
import dev.aero4j.policy.ReadModeSc;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.policy.Replica;
import dev.aero4j.policy.WritePolicy;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.BiConsumer;

/**
 * The settings that a configuration can be read from as text: one table of names, which URI,
 * properties and environment share; they differ only in how a name is spelt.
 */
final class ConfigSettings {
  private static final String SCHEME = "aerospike://";
  private static final String PROPERTY_PREFIX = "aero4j.";
  private static final String VARIABLE_PREFIX = "AERO4J_";
  private static final String SEEDS_VARIABLE = "AEROSPIKE_SEEDS";
  private static final String HOSTS = "hosts";

  /** Puts one setting's text into a builder. */
  private interface Setter extends BiConsumer<ClientConfigBuilder, SettingText> {}

  /** Puts one setting's text into a policy's builder, of whichever kind. */
  private interface PolicySetter extends BiConsumer<CommandPolicy.Builder<?>, SettingText> {}

  // In this order they are applied: first what holds for both policies, then what holds for one.
  private static final Map<String, Setter> SETTINGS = new LinkedHashMap<>();

  static {
    SETTINGS.put(HOSTS, (b, text) -> b.hosts(text.list().stream().map(Host::parse).toList()));
    SETTINGS.put("clusterName", (b, text) -> b.clusterName(text.value()));
    SETTINGS.put("connectTimeout", (b, text) -> b.connectTimeout(text.duration()));
    SETTINGS.put("tendInterval", (b, text) -> b.tendInterval(text.duration()));
    SETTINGS.put("tendTimeout", (b, text) -> b.tendTimeout(text.duration()));
    SETTINGS.put("idleTimeout", (b, text) -> b.idleTimeout(text.duration()));
    SETTINGS.put("slotsPerNode", (b, text) -> b.slotsPerNode(text.integer()));
    SETTINGS.put("maxConnectionsPerNode", (b, text) -> b.maxConnectionsPerNode(text.integer()));
    SETTINGS.put("maxStreamsPerNode", (b, text) -> b.maxStreamsPerNode(text.integer()));
    SETTINGS.put("maxCommandsInFlight", (b, text) -> b.maxCommandsInFlight(text.integer()));
    SETTINGS.put(
        "maxCommandsInFlightPerNode", (b, text) -> b.maxCommandsInFlightPerNode(text.integer()));
    SETTINGS.put("maxQueuedCommands", (b, text) -> b.maxQueuedCommands(text.integer()));
    SETTINGS.put("grouping", (b, text) -> b.grouping(text.bool()));
    SETTINGS.put("maxGroupSize", (b, text) -> b.maxGroupSize(text.integer()));
    SETTINGS.put("maxResponseSize", (b, text) -> b.maxResponseSize(text.integer()));
    SETTINGS.put("useServicesAlternate", (b, text) -> b.useServicesAlternate(text.bool()));
    SETTINGS.put("failIfNotConnected", (b, text) -> b.failIfNotConnected(text.bool()));
    SETTINGS.put("rackIds", (b, text) -> b.rackIds(text.integers()));
    SETTINGS.put("infoTimeout", (b, text) -> b.infoPolicy(InfoPolicy.timeout(text.duration())));

    Map<String, PolicySetter> common = new LinkedHashMap<>();
    common.put("socketTimeout", (p, text) -> p.socketTimeout(text.duration()));
    common.put("totalTimeout", (p, text) -> p.totalTimeout(text.duration()));
    common.put("timeoutDelay", (p, text) -> p.timeoutDelay(text.duration()));
    common.put("maxRetries", (p, text) -> p.maxRetries(text.integer()));
    common.put("sleepBetweenRetries", (p, text) -> p.sleepBetweenRetries(text.duration()));
    common.put("replica", (p, text) -> p.replica(text.constant(Replica.class)));
    common.put("readModeAp", (p, text) -> p.readModeAp(text.constant(ReadModeAp.class)));
    common.put("readModeSc", (p, text) -> p.readModeSc(text.constant(ReadModeSc.class)));
    common.put("compress", (p, text) -> p.compress(text.bool()));
    common.forEach((name, setter) -> SETTINGS.put(name, all(setter)));
    common.forEach((name, setter) -> SETTINGS.put("read." + name, read(setter::accept)));
    common.forEach((name, setter) -> SETTINGS.put("write." + name, write(setter::accept)));
    common.forEach((name, setter) -> SETTINGS.put("batch." + name, batch(setter::accept)));
    SETTINGS.put(
        "read.readTouchTtlPercent", read((p, text) -> p.readTouchTtlPercent(text.integer())));
    SETTINGS.put("write.ttl", write((p, text) -> p.ttl(text.integer())));
    SETTINGS.put(
        "write.commitLevel", write((p, text) -> p.commitLevel(text.constant(CommitLevel.class))));
    SETTINGS.put(
        "write.keyPolicy", write((p, text) -> p.keyPolicy(text.constant(KeyPolicy.class))));
    SETTINGS.put("write.durableDelete", write((p, text) -> p.durableDelete(text.bool())));
    SETTINGS.put(
        "batch.maxConcurrentNodes", batch((p, text) -> p.maxConcurrentNodes(text.integer())));
    SETTINGS.put(
        "batch.maxRowsPerMessage", batch((p, text) -> p.maxRowsPerMessage(text.integer())));
    SETTINGS.put("batch.allowInline", batch((p, text) -> p.allowInline(text.bool())));
    SETTINGS.put("batch.allowInlineSsd", batch((p, text) -> p.allowInlineSsd(text.bool())));
    SETTINGS.put("batch.respondAllKeys", batch((p, text) -> p.respondAllKeys(text.bool())));
    SETTINGS.put(
        "batch.readTouchTtlPercent", batch((p, text) -> p.readTouchTtlPercent(text.integer())));
    SETTINGS.put(
        "batch.narrowing", batch((p, text) -> p.narrowing(text.constant(Narrowing.class))));
  }

  private ConfigSettings() {}

  private static Setter read(BiConsumer<ReadPolicy.Builder, SettingText> setter) {
    return (builder, text) -> {
      ReadPolicy.Builder policy = builder.readPolicy.toBuilder();
      setter.accept(policy, text);
      builder.readPolicy(policy.build());
    };
  }

  private static Setter write(BiConsumer<WritePolicy.Builder, SettingText> setter) {
    return (builder, text) -> {
      WritePolicy.Builder policy = builder.writePolicy.toBuilder();
      setter.accept(policy, text);
      builder.writePolicy(policy.build());
    };
  }

  private static Setter batch(BiConsumer<BatchPolicy.Builder, SettingText> setter) {
    return (builder, text) -> {
      BatchPolicy.Builder policy = builder.batchPolicy.toBuilder();
      setter.accept(policy, text);
      builder.batchPolicy(policy.build());
    };
  }

  private static Setter all(PolicySetter setter) {
    List<Setter> setters =
        List.of(read(setter::accept), write(setter::accept), batch(setter::accept));
    return (builder, text) -> setters.forEach(one -> one.accept(builder, text));
  }

  static List<String> names() {
    return List.copyOf(SETTINGS.keySet());
  }

  static ClientConfig fromUri(String uri) {
    if (!uri.startsWith(SCHEME)) {
      throw new InvalidArgumentException(
          "'"
              + uri
              + "' does not start with "
              + SCHEME
              + "; expected "
              + SCHEME
              + "host:port[,host:port…][/][?name=value&…]");
    }
    String rest = uri.substring(SCHEME.length());
    int question = rest.indexOf('?');
    String authority = question < 0 ? rest : rest.substring(0, question);
    Map<String, String> given = new LinkedHashMap<>();
    if (question >= 0) {
      for (String pair : rest.substring(question + 1).split("&", -1)) {
        addPair(given, pair, uri);
      }
    }
    if (authority.endsWith("/")) {
      authority = authority.substring(0, authority.length() - 1);
    }
    if (authority.contains("/") || authority.contains("@")) {
      throw new InvalidArgumentException(
          "'" + uri + "' has a path or a user before its '?'; only hosts are allowed there");
    }
    if (!authority.isEmpty() && given.put(HOSTS, authority) != null) {
      throw new InvalidArgumentException("'" + uri + "' gives hosts twice");
    }
    return build(given);
  }

  private static void addPair(Map<String, String> given, String pair, String uri) {
    if (pair.isEmpty()) {
      return;
    }
    int equals = pair.indexOf('=');
    if (equals < 0) {
      throw new InvalidArgumentException(
          "'" + pair + "' in '" + uri + "' has no value; expected name=value");
    }
    try {
      String name = URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8);
      String value = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
      if (given.put(name, value) != null) {
        throw new InvalidArgumentException("'" + uri + "' gives " + name + " twice");
      }
    } catch (IllegalArgumentException e) {
      throw new InvalidArgumentException(
          "'" + pair + "' in '" + uri + "' is not percent-encoded: " + e.getMessage());
    }
  }

  static ClientConfig fromProperties(Properties properties) {
    Map<String, String> given = new LinkedHashMap<>();
    for (String name : properties.stringPropertyNames()) {
      if (name.startsWith(PROPERTY_PREFIX)) {
        given.put(name.substring(PROPERTY_PREFIX.length()), properties.getProperty(name));
      }
    }
    return build(given);
  }

  static ClientConfig fromEnvironment(Map<String, String> environment) {
    Map<String, String> nameOfVariable = new LinkedHashMap<>();
    SETTINGS.keySet().forEach(name -> nameOfVariable.put(variable(name), name));
    Map<String, String> given = new LinkedHashMap<>();
    String seeds = environment.get(SEEDS_VARIABLE);
    if (seeds != null && !environment.containsKey(variable(HOSTS))) {
      given.put(HOSTS, seeds);
    }
    environment.forEach(
        (variable, value) -> {
          if (variable.startsWith(VARIABLE_PREFIX)) {
            String name = nameOfVariable.get(variable);
            if (name == null) {
              throw unknown(variable, List.copyOf(nameOfVariable.keySet()));
            }
            given.put(name, value);
          }
        });
    return build(given);
  }

  /** {@code read.totalTimeout} becomes {@code AERO4J_READ_TOTAL_TIMEOUT}. */
  private static String variable(String name) {
    return VARIABLE_PREFIX
        + name.replaceAll("([A-Z])", "_$1").replace('.', '_').toUpperCase(Locale.ROOT);
  }

  private static ClientConfig build(Map<String, String> given) {
    for (String name : given.keySet()) {
      if (!SETTINGS.containsKey(name)) {
        throw unknown(name, names());
      }
    }
    ClientConfigBuilder builder = new ClientConfigBuilder();
    SETTINGS.forEach(
        (name, setter) -> {
          String value = given.get(name);
          if (value != null) {
            setter.accept(builder, new SettingText(name, value.strip()));
          }
        });
    return builder.build();
  }

  private static InvalidArgumentException unknown(String name, List<String> allowed) {
    List<String> near = NearNames.of(name, allowed);
    return new InvalidArgumentException(
        "there is no setting '"
            + name
            + "'; "
            + (near.isEmpty()
                ? "there are " + String.join(", ", allowed)
                : "near it are " + String.join(", ", near)));
  }
}
