package io.shopkeeper.recommendation.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.recommendation.entity.ImpressionEntry;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HitRateTest {

  /** Of visitors with three lists each, of which so many are taken up. */
  private static HitRate rate(int visitors, double share, long seed) {
    var random = new Random(seed);
    var rate = new HitRate();
    for (int visitor = 0; visitor < visitors; visitor++) {
      for (int list = 0; list < 3; list++) {
        rate.add("v:" + visitor, random.nextDouble() < share);
      }
    }
    return rate;
  }

  @Test
  void aClearFallIsSeenAndASmallOneIsNot() {
    HitRate before = rate(2_000, 0.20, 1);
    assertThat(before.share()).isCloseTo(0.2, within(0.02));
    assertThat(before.lists()).isEqualTo(6_000);
    assertThat(before.fell(rate(2_000, 0.10, 2), 0.2)).isTrue();
    assertThat(rate(20_000, 0.20, 1).fell(rate(20_000, 0.18, 2), 0.2))
        .as("surely, but by a tenth of it only")
        .isFalse();
    assertThat(rate(20_000, 0.20, 1).fell(rate(20_000, 0.18, 2), 0.05)).isTrue();
    assertThat(before.fell(rate(2_000, 0.30, 2), 0.2)).as("it rose").isFalse();
    assertThat(rate(120, 0.2, 1).fell(rate(120, 0.14, 2), 0.2)).as("not sure").isFalse();
    assertThat(before.fell(rate(99, 0, 2), 0.2)).as("too few visitors").isFalse();
  }

  /**
   * Ten lists of one visitor that are all taken up, or none of them, tell no more than one list.
   */
  @Test
  void whatOneVisitorDoesAgainAndAgainTellsNoMore() {
    HitRate before = faithful(80);
    assertThat(before.fell(faithful(36), 0.2)).isTrue();
    assertThat(before.fell(faithful(50), 0.2)).as("sure only if lists were visitors").isFalse();
  }

  /** Of four hundred visitors with ten lists each, of whom so many take up all of them. */
  private static HitRate faithful(int takers) {
    var rate = new HitRate();
    for (int visitor = 0; visitor < 400; visitor++) {
      for (int list = 0; list < 10; list++) {
        rate.add("v:" + visitor, visitor < takers);
      }
    }
    return rate;
  }

  @Test
  void withoutAFallThereIsHardlyEverAnAlarm() {
    int alarms = 0;
    for (int run = 0; run < 200; run++) {
      alarms += rate(300, 0.05, run).fell(rate(300, 0.05, 1_000 + run), 0.2) ? 1 : 0;
    }
    assertThat(alarms).isLessThanOrEqualTo(2);
  }

  @Test
  void aListIsTakenUpByAnActOnOneOfItsProductsWithinTheHour() {
    var list = new ImpressionEntry(null, null, "v:a", "home", 1, 1, "p-1\np-2", 1_000_000, null);
    assertThat(HitRates.isHit(list, List.of(act("p-2", 1_000_000)))).isTrue();
    assertThat(HitRates.isHit(list, List.of(act("p-2", 1_000_000 + 3_599_999)))).isTrue();
    assertThat(HitRates.isHit(list, List.of(act("p-2", 1_000_000 + 3_600_000)))).isFalse();
    assertThat(HitRates.isHit(list, List.of(act("p-2", 999_999)))).isFalse();
    assertThat(HitRates.isHit(list, List.of(act("p-3", 1_000_001)))).isFalse();
    assertThat(HitRates.isHit(list, List.of())).isFalse();
  }

  private static BehaviourEvent act(String product, long at) {
    return new BehaviourEvent(
        "e",
        EventType.CLICK,
        null,
        "a",
        product,
        null,
        "web",
        null,
        null,
        Instant.ofEpochMilli(at));
  }
}
