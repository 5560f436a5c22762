package dev.aero4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.policy.CommitLevel;
import dev.aero4j.policy.KeyPolicy;
import dev.aero4j.policy.ReadModeSc;
import dev.aero4j.policy.Replica;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientConfigTest {
  @Test
  void defaultsAreAsDocumented() {
    ClientConfig config = ClientConfig.builder().host("db1").build();
    assertThat(config.hosts()).containsExactly(new Host("db1", 3000));
    assertThat(config.clusterName()).isNull();
    assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(1));
    assertThat(config.idleTimeoutMillis()).isEqualTo(55_000);
    assertThat(config.slotsPerNode()).isEqualTo(8);
    assertThat(config.maxConnectionsPerNode()).isEqualTo(64);
    assertThat(config.maxCommandsInFlight()).isEqualTo(65_536);
    assertThat(config.maxGroupSize()).isEqualTo(128);
    assertThat(config.grouping()).isTrue();
    assertThat(config.failIfNotConnected()).isTrue();
    assertThat(config.readPolicy().maxRetries()).isEqualTo(2);
    assertThat(config.writePolicy().maxRetries()).isZero();
    assertThat(config.readPolicy().totalTimeout()).isEqualTo(Duration.ofSeconds(1));
    assertThat(config.infoPolicy().timeoutMillis()).isEqualTo(1_000);
  }

  @Test
  void aUriGivesHostsAndSettings() {
    ClientConfig config =
        ClientConfig.fromUri(
            "aerospike://host1:3100,host2,[2001:db8::1]:3200/?totalTimeout=2000&read.totalTimeout=3s"
                + "&clusterName=my%20cluster&write.keyPolicy=send&replica=prefer-rack&rackIds=2,1"
                + "&grouping=false&write.ttl=-1&infoTimeout=5s");
    assertThat(config.hosts())
        .containsExactly(
            new Host("host1", 3100), new Host("host2", 3000), new Host("2001:db8::1", 3200));
    assertThat(config.writePolicy().totalTimeoutMillis()).isEqualTo(2_000);
    assertThat(config.readPolicy().totalTimeoutMillis()).isEqualTo(3_000);
    assertThat(config.clusterName()).isEqualTo("my cluster");
    assertThat(config.writePolicy().keyPolicy()).isEqualTo(KeyPolicy.SEND);
    assertThat(config.writePolicy().ttlSeconds()).isEqualTo(-1);
    assertThat(config.readPolicy().replica()).isEqualTo(Replica.PREFER_RACK);
    assertThat(config.rackIds()).containsExactly(2, 1);
    assertThat(config.grouping()).isFalse();
    assertThat(config.infoPolicy().timeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(ClientConfig.fromUri("aerospike://db1").hosts())
        .containsExactly(new Host("db1", 3000));
  }

  @Test
  void propertiesAndEnvironmentSayTheSame() {
    Properties properties = new Properties();
    properties.setProperty("aero4j.hosts", "db1:3100; db2");
    properties.setProperty("aero4j.maxConnectionsPerNode", " 50 ");
    properties.setProperty("aero4j.read.readModeSc", "allow_replica");
    properties.setProperty("aero4j.write.commitLevel", "MASTER");
    properties.setProperty("aero4j.tendInterval", "250ms");
    properties.setProperty("user.home", "/somewhere");
    Map<String, String> environment =
        Map.of(
            "AERO4J_HOSTS", "db1:3100; db2",
            "AERO4J_MAX_CONNECTIONS_PER_NODE", "50",
            "AERO4J_READ_READ_MODE_SC", "allow_replica",
            "AERO4J_WRITE_COMMIT_LEVEL", "MASTER",
            "AERO4J_TEND_INTERVAL", "250ms",
            "AEROSPIKE_SEEDS", "ignored:1",
            "PATH", "/bin");
    for (ClientConfig config :
        List.of(
            ClientConfig.fromProperties(properties), ClientConfig.fromEnvironment(environment))) {
      assertThat(config.hosts()).containsExactly(new Host("db1", 3100), new Host("db2", 3000));
      assertThat(config.maxConnectionsPerNode()).isEqualTo(50);
      assertThat(config.readPolicy().readModeSc()).isEqualTo(ReadModeSc.ALLOW_REPLICA);
      assertThat(config.writePolicy().commitLevel()).isEqualTo(CommitLevel.MASTER);
      assertThat(config.tendIntervalMillis()).isEqualTo(250);
    }
  }

  @Test
  void seedsOfTheEnvironmentAreHosts() {
    Map<String, String> environment = new HashMap<>();
    environment.put("AEROSPIKE_SEEDS", "127.0.0.1:3100,127.0.0.1:3200");
    assertThat(ClientConfig.fromEnvironment(environment).hosts())
        .containsExactly(new Host("127.0.0.1", 3100), new Host("127.0.0.1", 3200));
  }

  @Test
  void anUnknownNameListsThoseNearIt() {
    assertThatThrownBy(() -> ClientConfig.fromUri("aerospike://h/?totalTimeot=5"))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("no setting 'totalTimeot'")
        .hasMessageContaining("near it are totalTimeout");
    assertThatThrownBy(
            () -> ClientConfig.fromEnvironment(Map.of("AERO4J_HOST", "h", "AEROSPIKE_SEEDS", "h")))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("near it are AERO4J_HOSTS");
    assertThatThrownBy(() -> ClientConfig.fromUri("aerospike://h/?zzzzzzzzzzzzzzzzz=5"))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("there are hosts, clusterName");
  }

  @ParameterizedTest
  @CsvSource({
    "maxRetries=many, maxRetries is 'many'; expected an integer",
    "totalTimeout=2d, 'totalTimeout is ''2d''; expected a number of milliseconds'",
    "totalTimeout=-1, totalTimeout is '-1'",
    "grouping=yes, grouping is 'yes'; expected true or false",
    "replica=nearest, 'replica is ''nearest''; expected one of MASTER, SEQUENCE'",
    "slotsPerNode=0, slotsPerNode is 0; allowed are 1 to 64",
    "slotsPerNode=200, slotsPerNode is 200; allowed are 1 to 64",
    "connectTimeout=0, connectTimeout is 0; allowed are 1 ms to 24 days",
    "hosts=a:0, a:0",
    "rackIds=-1, rackIds is -1",
    "write.ttl=-3, ttl is -3 seconds",
    "read.readTouchTtlPercent=101, readTouchTtlPercent is 101",
  })
  void aBadValueNamesTheFieldAndWhatIsAllowed(String setting, String message) {
    String uri =
        setting.startsWith("hosts") ? "aerospike:///?" + setting : "aerospike://h/?" + setting;
    assertThatThrownBy(() -> ClientConfig.fromUri(uri))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining(message.replace("''", "'"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://db1",
        "aerospike://",
        "aerospike://user@db1",
        "aerospike://db1/path",
        "aerospike://db1/?grouping",
        "aerospike://db1/?hosts=db2",
        "aerospike://db1/?clusterName=%zz",
        "aerospike://db1/?grouping=true&grouping=true",
        "aerospike://db1:port",
        "aerospike://[::1",
        "aerospike://db1:99999"
      })
  void aBadUriIsRefused(String uri) {
    assertThatThrownBy(() -> ClientConfig.fromUri(uri))
        .isInstanceOf(InvalidArgumentException.class);
  }

  @Test
  void aCopyKeepsEverything() {
    ClientConfig config =
        ClientConfig.fromUri(
            "aerospike://h:1/?clusterName=c&connectTimeout=1ms&tendInterval=2ms&tendTimeout=3ms"
                + "&idleTimeout=4ms&slotsPerNode=5&maxConnectionsPerNode=6&maxCommandsInFlight=7"
                + "&maxCommandsInFlightPerNode=8&maxQueuedCommands=9&grouping=false&maxGroupSize=10"
                + "&maxResponseSize=2000&useServicesAlternate=true&failIfNotConnected=false&rackIds=1"
                + "&infoTimeout=12ms&totalTimeout=13ms");
    assertThat(config.toBuilder().callbackExecutor(Runnable::run).callbackExecutor(null).build())
        .usingRecursiveComparison()
        .isEqualTo(config);
  }

  @Test
  void everySettingHasANameOfItsOwnInTheEnvironment() {
    assertThat(ClientConfig.settingNames())
        .doesNotHaveDuplicates()
        .contains("hosts", "totalTimeout", "read.totalTimeout", "write.durableDelete");
  }

  @Test
  void hostsReadBackAsTheyArePrinted() {
    for (String text : List.of("db1:3000", "127.0.0.1:3100", "[2001:db8::1]:3200")) {
      assertThat(Host.parse(text)).hasToString(text);
    }
    assertThat(Host.parse("::1")).isEqualTo(new Host("::1", 3000));
  }
}
