package dev.aero4j.internal.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PacerTest {
  private static final long MILLI = 1_000_000L;

  private final Pacer pacer = new Pacer(8, 64, 128);

  @Test
  void fewCallersMayUseEverySlotAndManyOnlyTwo() {
    assertThat(pacer.slotLimit(1, false, 0)).isEqualTo(8);
    assertThat(pacer.slotLimit(8, false, 0)).isEqualTo(8);
    assertThat(pacer.slotLimit(16, false, 0)).isEqualTo(4);
    assertThat(pacer.slotLimit(64, false, 0)).isEqualTo(2);
    assertThat(pacer.slotLimit(10_000, false, 0)).isEqualTo(2);
  }

  @Test
  void commandsThatCannotBeGroupedMayUseEverySlot() {
    assertThat(pacer.slotLimit(64, true, 0)).isEqualTo(8);
  }

  @Test
  void slotsWithConvictsDoNotCount() {
    assertThat(pacer.slotLimit(64, false, 5)).isEqualTo(7);
    assertThat(pacer.slotLimit(4, false, 5)).isEqualTo(13);
    assertThat(pacer.slotLimit(64, false, 500)).isEqualTo(64);
  }

  @Test
  void exchangesThatTakeTooLongMakeRoomForAFewMore() {
    pacer.late(3);
    assertThat(pacer.slotLimit(64, false, 0)).isEqualTo(5);
    pacer.late(60);
    assertThat(pacer.slotLimit(64, false, 0)).isEqualTo(6);
  }

  @Test
  void anExchangeIsHeldUpOnlyWhileOthersAreQuick() {
    int before = pacer.quick();
    for (int i = 0; i < 100; i++) {
      pacer.completed(500 * MILLI);
    }
    int busyMachine = pacer.quick();
    assertThat(pacer.isHeldUp(busyMachine)).isFalse();
    for (int i = 0; i < 100; i++) {
      pacer.completed(MILLI);
    }

    assertThat(pacer.isHeldUp(before)).isTrue();
    assertThat(pacer.isHeldUp(pacer.quick())).isFalse();
  }

  @Test
  void withoutGroupingEveryConnectionMayBeUsed() {
    assertThat(new Pacer(8, 64, 1).slotLimit(100, false, 0)).isEqualTo(64);
  }

  @Test
  void anExchangeFarOverTheUsualTakesTooLong() {
    for (int i = 0; i < 100; i++) {
      assertThat(pacer.completed(MILLI)).isFalse();
    }

    assertThat(pacer.isTooLong(15 * MILLI)).isFalse();
    assertThat(pacer.isTooLong(30 * MILLI)).isTrue();
    assertThat(pacer.completed(50 * MILLI)).isTrue();
  }

  @Test
  void oneSlowRecordDoesNotBecomeTheUsual() {
    for (int i = 0; i < 1_000; i++) {
      pacer.completed(MILLI);
      if (i % 50 == 0) {
        assertThat(pacer.completed(100 * MILLI)).as("exchange %d", i).isTrue();
      }
    }
  }

  @Test
  void aMachineThatIsSlowAsAWholeIsNotCalledTooSlow() {
    for (int i = 0; i < 200; i++) {
      pacer.completed(80 * MILLI);
    }

    assertThat(pacer.isTooLong(80 * MILLI)).isFalse();
    assertThat(pacer.isTooLong(900 * MILLI)).isTrue();
  }

  @Test
  void aNodeThatRefusesGroupsIsServedWithoutThemForAWhile() {
    pacer.refused(1, 1_000 * MILLI);

    assertThat(pacer.groupLimit(2_000 * MILLI)).isEqualTo(1);
    assertThat(pacer.slotLimit(100, false, 0)).isEqualTo(64);
    assertThat(pacer.groupLimit(12_000 * MILLI)).isEqualTo(128);
    assertThat(pacer.slotLimit(100, false, 0)).isEqualTo(2);
  }

  @Test
  void aNodeThatLimitsBatchesGetsSmallerGroups() {
    pacer.refused(64, 0);
    assertThat(pacer.groupLimit(1)).isEqualTo(64);
    pacer.refused(3, 0);
    assertThat(pacer.groupLimit(1)).isEqualTo(1);
  }
}
