package dev.aero4j.wire.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpcodesTest {
  private static List<CallOpcode> opcodes(CallFamily family) {
    return switch (family) {
      case COLLECTION ->
          Stream.<CallOpcode>concat(
                  Arrays.stream(ListOpcode.values()), Arrays.stream(MapOpcode.values()))
              .toList();
      case BITS -> List.of(BitOpcode.values());
      case HLL -> List.of(HllOpcode.values());
    };
  }

  @ParameterizedTest
  @EnumSource
  void everyCallIsFoundByItsNumber(CallFamily family) {
    assertThat(CallFamily.of(family.code())).isSameAs(family);
    for (CallOpcode opcode : opcodes(family)) {
      assertThat(family.opcode(opcode.code())).as(opcode.label()).isSameAs(opcode);
    }
  }

  @ParameterizedTest
  @EnumSource
  void numbersThatAreNoneAreNone(CallFamily family) {
    long known = 0;
    for (long number = -2; number < 300; number++) {
      known += family.opcode(number) == null ? 0 : 1;
    }
    assertThat(known).isEqualTo(opcodes(family).size());
    assertThat(family.opcode(Long.MAX_VALUE)).isNull();
    assertThat(family.opcode(Long.MIN_VALUE)).isNull();
  }

  @Test
  void familiesThatAreNoneAreNone() {
    assertThat(CallFamily.of(3)).isNull();
    assertThat(CallFamily.of(-1)).isNull();
    assertThat(CallFamily.of(Long.MAX_VALUE)).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void signaturesSayWhatMustBeThere(CallFamily family) {
    for (CallOpcode opcode : opcodes(family)) {
      Signature signature = opcode.signature();
      assertThat(signature.required())
          .as(opcode.label())
          .isBetween(0, signature.arguments().size());
      assertThat(signature.arguments()).doesNotHaveDuplicates();
      assertThat(signature.indexOf(Argument.RETURN_TYPE)).isLessThanOrEqualTo(0);
      // What selects elements is asked what to give, and nothing else is.
      boolean selects = opcode.label().contains("By");
      assertThat(signature.indexOf(Argument.RETURN_TYPE) == 0).isEqualTo(selects);
    }
  }
}
