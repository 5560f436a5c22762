package dev.aero4j.embedded.internal.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.message.BinOperation;
import dev.aero4j.wire.message.OperationType;
import dev.aero4j.wire.value.ParticleType;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pairs of what was sent to a real server and what it gave back. */
class StoredFormTest {
  private static String normalize(String hex) {
    byte[] value = HexFormat.of().parseHex(hex);
    int first = value.length == 0 ? 0 : value[0] & 0xFF;
    boolean map = (first >= 0x80 && first <= 0x8F) || first == 0xDE || first == 0xDF;
    return HexFormat.of().formatHex(StoredForm.ofBin(operation(map, value)));
  }

  private static BinOperation operation(boolean map, byte[] value) {
    int type = map ? ParticleType.MAP : ParticleType.LIST;
    return new BinOperation(OperationType.WRITE, type, "a", value, 0, value.length);
  }

  @ParameterizedTest
  @CsvSource({
    "90, 90",
    "80, 80",
    "8202a2036201a20361, 8201a2036102a20362",
    "918202010102, 918201020201",
    "820101ff02, 82ff020101",
    "83a2046101a20361020507, 830507a2036102a2046101",
    "83c70001c001020304, 83c70001c001020304",
    "83c70003c001040302, 83c70003c001040302",
    "83c70009c001020304, 83c70001c001020304",
    "83c70008c003020104, 8201040302",
    "82c70000c00102, 810102",
    "81c70001c0, 81c70001c0",
    "82c7010107c00102, 82c70001c00102",
    "93c700010103, 93c700010103",
    "93c700010101, 93c700010101",
    "92c7000001, 9101",
    "95c70001c0c201a20361, 95c70001c0c201a20361",
    "92d4010703, 92d4010703",
    "9201c70001, 9201c70001",
    "92d30000000000000001cd0005, 920105",
    "91cfffffffffffffffff, 91cfffffffffffffffff",
    "91cf0000000000000001, 9101",
    "91d3ffffffffffffffff, 91ff",
    "91ca3fc00000, 91ca3fc00000",
    "91c4020461, 91a20461",
    "91db000000020361, 91a20361",
    "dd0000000101, 9101",
    "91df000000010102, 91810102"
  })
  void isStoredInTheServersForm(String sent, String stored) {
    assertThat(normalize(sent)).isEqualTo(stored);
    assertThat(normalize(stored)).isEqualTo(stored);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "01",
        "9201",
        "910101",
        "91c1",
        "81c001",
        "81c301",
        "81910102",
        "81ca3fc0000001",
        "81a001",
        "81a2056101",
        "8201020103",
        "83c70001c001020103",
        "83c70001c003020104",
        "9193c700010201",
        "9181c001",
        "820102c70001c0",
        "91d4ff00",
        "91d4ff01",
        "dfffffffff"
      })
  void isRefusedAsTheServerRefusesIt(String sent) {
    assertThatThrownBy(() -> normalize(sent)).isSameAs(Refusal.of(ResultCode.SERVER_ERROR));
  }

  @Test
  void aListIsNoMap() {
    assertThatThrownBy(() -> StoredForm.ofBin(operation(true, new byte[] {(byte) 0x90})))
        .isSameAs(Refusal.of(ResultCode.SERVER_ERROR));
  }
}
