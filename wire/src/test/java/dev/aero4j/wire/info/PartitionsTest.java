package dev.aero4j.wire.info;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.wire.ProtocolException;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PartitionsTest {
  @Test
  void partitionZeroIsTheHighestBitOfTheFirstByte() {
    byte[] bytes = new byte[512];
    bytes[0] = (byte) 0x81;
    bytes[511] = 1;
    PartitionBitmap bitmap = PartitionBitmap.parse(Base64.getEncoder().encodeToString(bytes));
    assertThat(bitmap).isEqualTo(PartitionBitmap.of(p -> p == 0 || p == 7 || p == 4095));
    assertThat(bitmap.owns(0)).isTrue();
    assertThat(bitmap.owns(1)).isFalse();
    assertThat(bitmap.owns(4095)).isTrue();
    assertThat(bitmap.count()).isEqualTo(3);
    assertThat(bitmap.words()[0]).isEqualTo(0x81);
    assertThat(bitmap.words()[63]).isEqualTo(Long.MIN_VALUE);
    assertThat(bitmap).hasToString("PartitionBitmap[3 of 4096]");
  }

  @Property(tries = 50)
  void aBitmapComesBackEqual(@ForAll long seed) {
    Random random = new Random(seed);
    PartitionBitmap bitmap = PartitionBitmap.of(p -> random.nextBoolean());
    assertThat(PartitionBitmap.parse(bitmap.format())).isEqualTo(bitmap).hasSameHashCodeAs(bitmap);
  }

  @Test
  void everyAndNoPartitionHaveTheirBitmaps() {
    assertThat(PartitionBitmap.all().format()).isEqualTo("/".repeat(682) + "8=");
    assertThat(PartitionBitmap.empty().format()).isEqualTo("A".repeat(683) + "=");
    assertThat(PartitionBitmap.all().count()).isEqualTo(4096);
    assertThat(PartitionBitmap.empty().count()).isZero();
  }

  @Test
  void answersAreReadAndWrittenInAllThreeForms() {
    PartitionBitmap even = PartitionBitmap.of(p -> p % 2 == 0);
    PartitionBitmap odd = PartitionBitmap.of(p -> p % 2 == 1);
    List<NamespacePartitions> withRegime =
        List.of(
            new NamespacePartitions("test", 5, List.of(even, odd)),
            new NamespacePartitions("bar", 0, List.of(PartitionBitmap.all())));
    String replicas = NamespacePartitions.formatReplicas(withRegime);
    assertThat(replicas).startsWith("test:5,2,").contains(";bar:0,1,");
    assertThat(NamespacePartitions.parseReplicas(replicas)).isEqualTo(withRegime);

    List<NamespacePartitions> old =
        List.of(
            new NamespacePartitions("test", 0, List.of(even, odd)),
            new NamespacePartitions("bar", 0, List.of(PartitionBitmap.all())));
    String all = NamespacePartitions.formatReplicasAll(withRegime);
    assertThat(all).startsWith("test:2,").contains(";bar:1,");
    assertThat(NamespacePartitions.parseReplicasAll(all)).isEqualTo(old);

    String master = NamespacePartitions.formatReplicasMaster(withRegime);
    assertThat(NamespacePartitions.parseReplicasMaster(master))
        .containsExactly(
            new NamespacePartitions("test", 0, List.of(even)),
            new NamespacePartitions("bar", 0, List.of(PartitionBitmap.all())));
    assertThat(NamespacePartitions.parseReplicas("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "test",
        ":0,0",
        "test:",
        "test:1",
        "test:x,0",
        "test:0,1",
        "test:0,1,AAAA",
        "test:0,1,****",
        "test:-1,0",
        "test:0,2147483647"
      })
  void damagedAnswersAreRefused(String text) {
    assertThatThrownBy(() -> NamespacePartitions.parseReplicas(text))
        .isInstanceOf(ProtocolException.class);
  }

  @Test
  void racksAreReadAndWritten() {
    RackIds racks = RackIds.parse("test:1;bar:0");
    assertThat(racks.racks()).containsEntry("test", 1).containsEntry("bar", 0);
    assertThat(racks.format()).isEqualTo("test:1;bar:0");
    assertThat(RackIds.parse("").racks()).isEmpty();
    assertThatThrownBy(() -> RackIds.parse("test")).isInstanceOf(ProtocolException.class);
    assertThatThrownBy(() -> RackIds.parse("test:x")).isInstanceOf(ProtocolException.class);
  }

  @Test
  void versionsAreReadAndCompared() {
    assertThat(BuildVersion.parse("8.1.2.0")).isEqualTo(new BuildVersion(8, 1, 2, 0, ""));
    assertThat(BuildVersion.parse("8.1.2.0-rc2").suffix()).isEqualTo("-rc2");
    assertThat(BuildVersion.parse("7.0")).hasToString("7.0.0.0");
    assertThat(BuildVersion.parse("8.1.2.0-rc2")).hasToString("8.1.2.0-rc2");
    assertThat(BuildVersion.parse("8.10.0.0")).isGreaterThan(BuildVersion.parse("8.9.9.9"));
    assertThat(BuildVersion.parse("8.1.2.0-rc2")).isLessThan(BuildVersion.parse("8.1.2.0"));
    assertThat(BuildVersion.parse("8.1.2.0-rc2").atLeast(8, 1, 2)).isTrue();
    assertThat(BuildVersion.parse("8.1.2.7").atLeast(8, 1, 2)).isTrue();
    assertThat(BuildVersion.parse("8.1.1.9").atLeast(8, 1, 2)).isFalse();
    assertThat(BuildVersion.parse("6.0.0.1").atLeast(5, 9, 9)).isTrue();
    assertThatThrownBy(() -> BuildVersion.parse("v8")).isInstanceOf(ProtocolException.class);
    assertThatThrownBy(() -> BuildVersion.parse("")).isInstanceOf(ProtocolException.class);
    assertThatThrownBy(() -> BuildVersion.parse("99999999999.0"))
        .isInstanceOf(ProtocolException.class);
  }

  @Test
  void featuresAreReadAndWritten() {
    NodeFeatures features = NodeFeatures.parse("batch-any;pscans");
    assertThat(features.has("pscans")).isTrue();
    assertThat(features.has("peers")).isFalse();
    assertThat(features.format()).isEqualTo("batch-any;pscans");
  }
}
