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
    exchanges(1_000, MILLI);
    int before = pacer.quick();
    exchanges(30, 500 * MILLI);
    assertThat(pacer.isHeldUp(before)).isFalse();
    exchanges(100, MILLI);

    assertThat(pacer.isHeldUp(before)).isTrue();
    assertThat(pacer.isHeldUp(pacer.quick())).isFalse();
  }

  @Test
  void withoutGroupingEveryConnectionMayBeUsed() {
    assertThat(new Pacer(8, 64, 1).slotLimit(100, false, 0)).isEqualTo(64);
  }

  @Test
  void anExchangeFarOverTheUsualTakesTooLong() {
    exchanges(1_000, MILLI);

    assertThat(pacer.isTooLong(8 * MILLI)).isFalse();
    assertThat(pacer.isTooLong(12 * MILLI)).isTrue();
    assertThat(pacer.completed(50 * MILLI)).isTrue();
  }

  @Test
  void aSlowRecordInEveryThirdGroupDoesNotBecomeTheUsual() {
    exchanges(1_000, MILLI);
    for (int i = 0; i < 1_000; i++) {
      exchanges(2, MILLI);
      assertThat(pacer.completed(20 * MILLI)).as("exchange %d", i).isTrue();
    }
  }

  @Test
  void aMachineThatIsSlowAsAWholeIsNotCalledTooSlow() {
    exchanges(1_000, 80 * MILLI);

    assertThat(pacer.isTooLong(80 * MILLI)).isFalse();
    assertThat(pacer.isTooLong(900 * MILLI)).isTrue();
    exchanges(1_000, MILLI);
    assertThat(pacer.isTooLong(15 * MILLI)).isTrue();
  }

  private void exchanges(int count, long nanos) {
    for (int i = 0; i < count; i++) {
      pacer.completed(nanos);
    }
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
