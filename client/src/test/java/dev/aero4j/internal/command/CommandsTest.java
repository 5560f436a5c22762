package dev.aero4j.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.Bins;
import dev.aero4j.ClientConfig;
import dev.aero4j.ExistsResult;
import dev.aero4j.FilteredOutException;
import dev.aero4j.InvalidArgumentException;
import dev.aero4j.Key;
import dev.aero4j.OperateOrderedResult;
import dev.aero4j.RecordNotFoundException;
import dev.aero4j.model.ResultCode;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.GenerationPolicy;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.policy.WriteMeta;
import dev.aero4j.policy.WritePolicy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandsTest {
  private static final ReadPolicy READ =
      ReadPolicy.builder().totalTimeout(Duration.ofSeconds(7)).maxRetries(5).build();
  private static final WritePolicy WRITE =
      WritePolicy.builder().totalTimeout(Duration.ofSeconds(9)).ttl(60).build();
  private static final Commands COMMANDS =
      new Commands(
          ClientConfig.builder().host("127.0.0.1").readPolicy(READ).writePolicy(WRITE).build());
  private static final Key KEY = Key.of("test", "demo", "user1");
  private static final Bins BINS = Bins.of("a", 1);

  @Test
  void withoutAPolicyTheConfigurationsIsTaken() {
    assertThat(COMMANDS.get(KEY).policy()).isSameAs(READ);
    assertThat(COMMANDS.put(KEY, BINS).policy()).isSameAs(WRITE);
    assertThat(COMMANDS.operate(KEY, List.of(Operation.touch())).policy()).isSameAs(WRITE);
  }

  @Test
  void anOperateThatOnlyReadsIsTimedAsARead() {
    RecordCommand<?> command = COMMANDS.operate(KEY, List.of(Operation.get("a")));
    assertThat(command.isWrite()).isFalse();
    assertThat(command.policy().totalTimeoutMillis()).isEqualTo(7_000);
    assertThat(command.policy().maxRetries()).isEqualTo(5);
    assertThat(COMMANDS.operate(KEY, List.of(Operation.get("a"), Operation.touch())).isWrite())
        .isTrue();
  }

  @Test
  void aMetaIsPutOverThePolicy() {
    RecordCommand<?> ttl = COMMANDS.put(KEY, BINS, WriteMeta.ttl(5));
    assertThat(ttl.expiration()).isEqualTo(5);
    assertThat(ttl.policy().totalTimeoutMillis()).isEqualTo(9_000);
    RecordCommand<?> both =
        COMMANDS.put(KEY, BINS, WriteMeta.generation(3), WritePolicy.defaults());
    assertThat(both.expiration()).isZero();
    assertThat(both.generation()).isEqualTo(3);
    assertThat(((PutCommand) both).policy().generationPolicy())
        .isEqualTo(GenerationPolicy.EXPECT_EQUAL);
    WritePolicy greater =
        WritePolicy.builder().generationPolicy(GenerationPolicy.EXPECT_GREATER).build();
    PutCommand kept =
        (PutCommand) COMMANDS.put(KEY, BINS, greater, WriteMeta.generation(3).withTtl(8));
    assertThat(kept.policy().generationPolicy()).isEqualTo(GenerationPolicy.EXPECT_GREATER);
    assertThat(kept.expiration()).isEqualTo(8);
  }

  @Test
  void twoOptionsOfAKindAreRefused() {
    assertThatThrownBy(() -> COMMANDS.put(KEY, BINS, WriteMeta.ttl(1), WriteMeta.ttl(2)))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("two write options");
    assertThatThrownBy(() -> COMMANDS.put(KEY, BINS, WRITE, WRITE))
        .isInstanceOf(InvalidArgumentException.class);
  }

  @Test
  void whatMakesNoCommandIsRefused() {
    assertThatThrownBy(() -> COMMANDS.select(KEY, List.of()))
        .isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> COMMANDS.removeBin(KEY, List.of()))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("REMOVE_BIN test.demo[user1]");
    assertThatThrownBy(() -> COMMANDS.operate(KEY, List.of()))
        .isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> COMMANDS.get(null)).isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> COMMANDS.append(KEY, "a", null))
        .isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> COMMANDS.touch(KEY, -3)).isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> Operation.append("a", (String) null))
        .isInstanceOf(InvalidArgumentException.class);
  }

  @Test
  void anExistsOfNoRecordIsNoError() {
    RecordCommand<ExistsResult> command = COMMANDS.exists(KEY);
    assertThat(command.decode(Replies.code(ResultCode.KEY_NOT_FOUND)).found()).isFalse();
    ExistsResult found = command.decode(Replies.reply(0, 4, 0));
    assertThat(found.meta().generation()).isEqualTo(4);
    assertThatThrownBy(() -> command.decode(Replies.code(ResultCode.FILTERED_OUT)))
        .isInstanceOf(FilteredOutException.class);
  }

  @Test
  void everyOtherCommandOnNoRecordFails() {
    for (RecordCommand<?> command :
        List.of(
            COMMANDS.get(KEY),
            COMMANDS.select(KEY, List.of("a")),
            COMMANDS.remove(KEY),
            COMMANDS.touch(KEY),
            COMMANDS.operate(KEY, List.of(Operation.get())),
            COMMANDS.operateOrdered(KEY, List.of(Operation.get())))) {
      assertThatThrownBy(() -> command.decode(Replies.code(ResultCode.KEY_NOT_FOUND)))
          .isInstanceOf(RecordNotFoundException.class)
          .hasMessageStartingWith(command.name() + " test.demo[user1]");
    }
  }

  @Test
  void resultsInOrderKeepThoseWithoutAValue() {
    List<Operation> operations = List.of(Operation.add("a", 1), Operation.get("a"));
    OperateOrderedResult result =
        COMMANDS.operateOrdered(KEY, operations).decode(Replies.reply(0, 2, 0, "a", null, "a", 6L));
    assertThat(result.orderedBins().toString()).isEqualTo("[a=null, a=6]");
    assertThat(result.meta().generation()).isEqualTo(2);
  }
}
