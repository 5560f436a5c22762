package dev.aero4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aero4j.embedded.EmbeddedAerospike;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordCommandsTest {
  private static EmbeddedAerospike server;

  @BeforeAll
  static void start() {
    server = EmbeddedAerospike.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void removeAllRecords() {
    server.truncate();
  }

  private static CommandLineRun run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--seeds", server.seeds()));
    return CommandLineRun.of(all.toArray(String[]::new));
  }

  private static void ok(String... arguments) {
    assertThat(run(arguments)).as(String.join(" ", arguments)).matches(r -> r.exitCode() == 0);
  }

  @Test
  void whatIsPutIsGot() {
    ok(
        "put",
        "alice",
        "-s",
        "users",
        "name=Alice",
        "age=30",
        "score:double=1",
        "ok=true",
        "tags=[1,\"b\",null]",
        "raw:hex=0aff");

    CommandLineRun text = run("get", "alice", "-s", "users");
    assertThat(text.exitCode()).isZero();
    assertThat(text.out().lines())
        .containsExactly(
            "test.users alice  generation 1, never expires",
            "  name   string   Alice",
            "  age    integer  30",
            "  score  double   1.0",
            "  ok     boolean  true",
            "  tags   list     [1,\"b\",null]",
            "  raw    bytes    {\"$hex\":\"0aff\"}");

    CommandLineRun json = run("get", "alice", "-s", "users", "--json");
    assertThat(json.out())
        .startsWith("{\"namespace\":\"test\",\"set\":\"users\",\"key\":\"alice\",\"digest\":\"")
        .endsWith(
            "\"generation\":1,\"ttl\":-1,\"bins\":{\"name\":\"Alice\",\"age\":30,\"score\":1.0,"
                + "\"ok\":true,\"tags\":[1,\"b\",null],\"raw\":{\"$hex\":\"0aff\"}}}"
                + System.lineSeparator());
  }

  @Test
  void selectShowsOnlyTheBinsAskedFor() {
    ok("put", "alice", "name=Alice", "age=30");
    assertThat(run("select", "alice", "age").out()).contains("age").doesNotContain("Alice");
  }

  @Test
  void aRecordThatIsNotThereEndsWithThree() {
    CommandLineRun get = run("get", "nobody");
    assertThat(get.exitCode()).isEqualTo(ExitCode.NOT_FOUND);
    assertThat(get.out()).isEmpty();
    assertThat(get.err().lines()).hasSize(1);
    assertThat(get.err()).contains("nobody", "no such record").doesNotContain("int:");
    assertThat(run("remove", "nobody").exitCode()).isEqualTo(ExitCode.NOT_FOUND);
    assertThat(run("touch", "nobody").exitCode()).isEqualTo(ExitCode.NOT_FOUND);
    assertThat(run("exists", "nobody").exitCode()).isEqualTo(ExitCode.NOT_FOUND);
    assertThat(run("exists", "nobody", "--json").out()).startsWith("{\"exists\":false}");
  }

  @Test
  void aNumberThatWasTakenAsTextIsExplained() {
    ok("put", "int:42", "a=1");
    assertThat(run("get", "42").err()).contains("int:42");
    ok("get", "int:42");
  }

  @Test
  void aRecordIsFoundByBytesAndByDigest() {
    ok("put", "hex:0aff", "a=1");
    String json = run("get", "hex:0aff", "--json").out();
    int at = json.indexOf("\"digest\":\"") + 10;
    ok("get", "digest:" + json.substring(at, at + 40));
  }

  @Test
  void existsTellsGenerationAndLife() {
    ok("put", "alice", "a=1", "--ttl", "3600");
    CommandLineRun exists = run("exists", "alice");
    assertThat(exists.exitCode()).isZero();
    assertThat(exists.out()).startsWith("yes, generation 1, expires in ");
    assertThat(run("exists", "alice", "--json").out()).contains("\"exists\":true");
  }

  @Test
  void aRecordIsRemoved() {
    ok("put", "alice", "a=1");
    assertThat(run("remove", "alice", "--json").out().strip()).isEqualTo("{\"ok\":true}");
    assertThat(run("exists", "alice").exitCode()).isEqualTo(ExitCode.NOT_FOUND);
  }

  @Test
  void nothingIsRemovedOfAnotherGeneration() {
    ok("put", "alice", "a=1");
    CommandLineRun removal = run("remove", "alice", "--generation", "7");
    assertThat(removal.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(removal.err()).contains("GENERATION_MISMATCH");
    ok("remove", "alice", "--generation", "1");
  }

  @Test
  void aTouchGivesANewLife() {
    ok("put", "alice", "a=1");
    ok("touch", "alice", "--ttl", "7230");
    assertThat(run("exists", "alice").out()).contains("generation 2", "2 h 0 min");
  }

  @Test
  void textAndBytesAreAppended() {
    ok("put", "alice", "name=Al", "raw:hex=0a");
    ok("append", "alice", "name", "ice");
    ok("append", "alice", "raw", "ff", "--hex");
    assertThat(run("get", "alice").out()).contains("Alice", "0aff");
  }

  @Test
  void anIncrementShowsTheSum() {
    ok("put", "alice", "age=30", "score=1.5");
    assertThat(run("increment", "alice", "age").out().strip()).isEqualTo("31");
    assertThat(run("increment", "alice", "age", "-5").out().strip()).isEqualTo("26");
    assertThat(run("increment", "alice", "score", "0.25").out().strip()).isEqualTo("1.75");
  }

  @Test
  void putRespectsWhatExists() {
    ok("put", "alice", "a=1", "b=2", "--exists", "create_only");
    CommandLineRun again = run("put", "alice", "a=1", "--exists", "create_only");
    assertThat(again.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(again.err()).contains("KEY_EXISTS");
    ok("put", "alice", "a=3", "--exists", "REPLACE");
    assertThat(run("get", "alice", "--json").out()).contains("\"bins\":{\"a\":3}");
    ok("put", "alice", "a=4", "--generation", "2");
    assertThat(run("put", "alice", "a=4", "--generation", "2").exitCode()).isEqualTo(1);
  }

  @Test
  void aNullRemovesABin() {
    ok("put", "alice", "a=1", "b=2", "--send-key");
    ok("put", "alice", "b=null");
    assertThat(run("get", "alice", "--json").out()).contains("\"bins\":{\"a\":1}");
  }

  @Test
  void theClusterIsDescribed() {
    assertThat(run("ping").out()).startsWith("answered in ");
    assertThat(run("ping", "--json").out().strip()).isEqualTo("{\"ok\":true}");
    assertThat(run("nodes").out()).startsWith("A1  ");
    assertThat(run("nodes", "--json").out()).startsWith("[{\"node\":\"A1\",\"build\":\"");
    assertThat(run("info", "namespaces").out().lines()).containsExactly("A1", "  test");
    assertThat(run("info", "namespaces", "--json").out().strip())
        .isEqualTo("[{\"node\":\"A1\",\"errorCode\":0,\"response\":\"test\"}]");
  }

  @Test
  void settingsOfTheClientCanBeGiven() {
    CommandLineRun wrongName = run("ping", "-C", "clusterName=elsewhere");
    assertThat(wrongName.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(wrongName.err()).contains("elsewhere");
    assertThat(run("ping", "-C", "totalTimout=1s").err()).contains("totalTimeout");
  }
}
