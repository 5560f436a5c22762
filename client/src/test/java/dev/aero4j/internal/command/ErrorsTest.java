package dev.aero4j.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aero4j.AdminException;
import dev.aero4j.AerospikeException;
import dev.aero4j.AerospikeTimeoutException;
import dev.aero4j.BinExistsException;
import dev.aero4j.BinNameException;
import dev.aero4j.BinNotFoundException;
import dev.aero4j.BinTypeException;
import dev.aero4j.FilteredOutException;
import dev.aero4j.IndexException;
import dev.aero4j.IndexFoundException;
import dev.aero4j.IndexNotFoundException;
import dev.aero4j.Key;
import dev.aero4j.KeyBusyException;
import dev.aero4j.QueryAbortedException;
import dev.aero4j.QueryException;
import dev.aero4j.RecordExistsException;
import dev.aero4j.RecordGenerationException;
import dev.aero4j.RecordNotFoundException;
import dev.aero4j.RecordTooBigException;
import dev.aero4j.ServerException;
import dev.aero4j.UdfException;
import dev.aero4j.model.ResultCode;
import dev.aero4j.policy.ReadPolicy;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ErrorsTest {
  private static final Map<Integer, Class<? extends AerospikeException>> CLASSES =
      Map.ofEntries(
          Map.entry(ResultCode.KEY_NOT_FOUND, RecordNotFoundException.class),
          Map.entry(ResultCode.GENERATION_MISMATCH, RecordGenerationException.class),
          Map.entry(ResultCode.KEY_EXISTS, RecordExistsException.class),
          Map.entry(ResultCode.BIN_EXISTS, BinExistsException.class),
          Map.entry(ResultCode.BIN_TYPE_MISMATCH, BinTypeException.class),
          Map.entry(ResultCode.RECORD_TOO_BIG, RecordTooBigException.class),
          Map.entry(ResultCode.KEY_BUSY, KeyBusyException.class),
          Map.entry(ResultCode.BIN_NOT_FOUND, BinNotFoundException.class),
          Map.entry(ResultCode.BIN_NAME_INVALID, BinNameException.class),
          Map.entry(ResultCode.FILTERED_OUT, FilteredOutException.class),
          Map.entry(ResultCode.TIMEOUT, AerospikeTimeoutException.class),
          Map.entry(ResultCode.UDF_ERROR, UdfException.class),
          Map.entry(ResultCode.INDEX_FOUND, IndexFoundException.class),
          Map.entry(ResultCode.INDEX_NOT_FOUND, IndexNotFoundException.class),
          Map.entry(ResultCode.INDEX_ERROR, IndexException.class),
          Map.entry(ResultCode.QUERY_ABORTED, QueryAbortedException.class),
          Map.entry(ResultCode.QUERY_ERROR, QueryException.class),
          Map.entry(ResultCode.ROLE_VIOLATION, AdminException.class),
          Map.entry(ResultCode.INVALID_USER, AdminException.class),
          Map.entry(ResultCode.INVALID_NAMESPACE, ServerException.class),
          Map.entry(ResultCode.DEVICE_OVERLOAD, ServerException.class),
          Map.entry(249, ServerException.class));

  @Test
  void everyCodeHasItsException() {
    CLASSES.forEach(
        (code, type) -> {
          AerospikeException failure = Errors.map(code, "GET x");
          assertThat(failure).isExactlyInstanceOf(type);
          assertThat(failure.resultCode()).isEqualTo(code);
          assertThat(failure).hasMessageContaining("code " + code);
        });
  }

  @Test
  void theMessageTellsWhereAndHow() {
    GetCommand command = new GetCommand(Key.of("test", "demo", "user1"), ReadPolicy.defaults());
    AerospikeException failure = Errors.map(ResultCode.KEY_NOT_FOUND, command);
    String plain = failure.getMessage();
    assertThat(plain)
        .startsWith(
            "GET test.demo[user1] (digest 03161f352c8ab85448952c896ecdaa122b3c4e71): "
                + ResultCode.text(ResultCode.KEY_NOT_FOUND))
        .doesNotContain("[node");
    assertThat(Errors.withContext(failure, "BB9", 2, true)).isSameAs(failure);
    assertThat(failure.node()).isEqualTo("BB9");
    assertThat(failure.attempts()).isEqualTo(2);
    assertThat(failure.inDoubt()).isTrue();
    assertThat(failure)
        .hasMessage(plain + " [node BB9, 2 attempts, in doubt: the write may have been applied]");
    assertThat(Errors.withContext(Errors.closed(), null, 1, false).getMessage())
        .endsWith("[1 attempt]");
  }
}
