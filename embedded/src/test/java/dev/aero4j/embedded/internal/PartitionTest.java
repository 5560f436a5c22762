package dev.aero4j.embedded.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.model.ResultCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartitionTest {
  private static final int NSUP = 10;

  private final Partition partition = new Partition(NSUP, new java.util.HashSet<>());

  private static StoredRecord expiringAt(int second) {
    return new StoredRecord("", null, 1, second, 0, List.of());
  }

  @Test
  void recordsThatDiedLongAgoAreForgotten() {
    for (int i = 0; i < 1000; i++) {
      partition.change(new Digest(0, i, 0), present -> expiringAt(100), 100);
    }
    for (int i = 0; i < 1000; i++) {
      partition.change(new Digest(1, i, 0), present -> expiringAt(300), 200);
    }
    assertThat(partition.records()).hasSizeLessThan(2000);
    assertThat(partition.find(new Digest(0, 1, 0), 200)).isNull();
    assertThat(partition.find(new Digest(1, 1, 0), 200)).isNotNull();
  }

  @Test
  void aRefusedChangeChangesNothing() {
    Digest digest = new Digest(1, 2, 3);
    partition.change(digest, present -> expiringAt(0), 1);
    assertThatThrownBy(
            () ->
                partition.change(
                    digest,
                    present -> {
                      throw Refusal.of(ResultCode.KEY_BUSY);
                    },
                    1))
        .isSameAs(Refusal.of(ResultCode.KEY_BUSY));
    assertThat(partition.find(digest, 1)).isNotNull();
  }

  @Test
  void theGenerationWrapsAndSkipsZero() {
    assertThat(StoredRecord.nextGeneration(65534)).isEqualTo(65535);
    assertThat(StoredRecord.nextGeneration(65535)).isEqualTo(1);
  }

  @Test
  void aDigestNamesItsPartitionAsTheWireDoes() {
    for (int i = 0; i < 1000; i++) {
      byte[] bytes = dev.aero4j.wire.digest.Digests.of("s", i);
      Digest digest = Digest.read(bytes, 0);
      assertThat(digest.partitionId()).isEqualTo(dev.aero4j.wire.digest.Digests.partitionId(bytes));
      assertThat(digest.bytes()).isEqualTo(bytes);
    }
  }
}
