package dev.aero4j.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.Key;
import dev.aero4j.wire.ProtocolException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordReplyTest {
  private static final Key KEY = Key.of("test", "demo", 1);
  private static final byte[] WHOLE =
      Replies.bytes(0, 3, 4, "a", 1L, "b", List.of(1L, "x"), "c", "text");

  @Test
  void theHeaderIsRead() {
    RecordReply reply = new RecordReply(WHOLE);
    assertThat(reply.resultCode()).isZero();
    assertThat(reply.generation()).isEqualTo(3);
    assertThat(reply.voidTime()).isEqualTo(4);
    assertThat(reply.fieldCount()).isEqualTo(1);
    assertThat(reply.operationCount()).isEqualTo(3);
    assertThat(Replies.code(200).resultCode()).isEqualTo(200);
  }

  @Test
  void anAnswerThatIsCutAnywhereIsRefused() {
    for (int length = 0; length < WHOLE.length; length++) {
      byte[] cut = Arrays.copyOf(WHOLE, length);
      assertThatThrownBy(() -> new RecordReply(cut).toRecord(KEY))
          .as("cut to %d bytes", length)
          .isInstanceOf(ProtocolException.class);
    }
  }

  @Test
  void aLengthThatReachesIntoTheNeighbourIsRefused() {
    int firstBin = 22 + 25;
    for (int at : new int[] {firstBin + 3, firstBin + 7, firstBin}) {
      byte[] wrong = WHOLE.clone();
      wrong[at] = (byte) 0xFF;
      assertThatThrownBy(() -> new RecordReply(wrong).toRecord(KEY))
          .as("byte %d", at)
          .isInstanceOf(ProtocolException.class);
    }
  }

  @Test
  void aHeaderOfAnotherSizeIsRefused() {
    byte[] wrong = WHOLE.clone();
    wrong[0] = 21;
    assertThatThrownBy(() -> new RecordReply(wrong)).isInstanceOf(ProtocolException.class);
  }
}
