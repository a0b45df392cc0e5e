package io.shopkeeper.recommendation.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.EventType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttributionTest {

  private static final Attribution HUNDRED = new Attribution(100);
  private static final Map<String, BigDecimal> PRICES = Map.of("a", new BigDecimal("2.50"));

  private static BehaviourEvent event(EventType type, String product, Double value, long at) {
    return new BehaviourEvent(
        type + product + at,
        type,
        null,
        "v",
        product,
        value,
        "web",
        null,
        null,
        Instant.ofEpochMilli(at));
  }

  private static Attribution.Acts after(List<BehaviourEvent> events) {
    return HUNDRED.of(
        List.of(
            new Attribution.Shown(1000, List.of("a", "b")),
            new Attribution.Shown(1050, List.of("a"))),
        events,
        PRICES);
  }

  @Test
  void anActCountsFromTheImpressionUntilTheWindowEnds() {
    assertThat(after(List.of(event(EventType.CLICK, "b", null, 999))).clicks()).isZero();
    assertThat(after(List.of(event(EventType.CLICK, "b", null, 1000))).clicks()).isOne();
    assertThat(after(List.of(event(EventType.CLICK, "b", null, 1099))).clicks()).isOne();
    assertThat(after(List.of(event(EventType.CLICK, "b", null, 1100))).clicks()).isZero();
  }

  @Test
  void aLaterImpressionOpensTheWindowAgainAndCountsTheActOnce() {
    assertThat(after(List.of(event(EventType.CLICK, "a", null, 1149))).clicks()).isOne();
    assertThat(after(List.of(event(EventType.CLICK, "a", null, 1150))).clicks()).isZero();
  }

  @Test
  void whatWasNotShownDoesNotCount() {
    assertThat(
            after(
                List.of(
                    event(EventType.CART, "c", null, 1010),
                    event(EventType.SEARCH, null, null, 1010))))
        .isEqualTo(new Attribution.Acts(0, 0, 0, 0));
  }

  @Test
  void revenueIsPiecesTimesPrice() {
    assertThat(
            after(
                List.of(
                    event(EventType.CART, "a", null, 1010),
                    event(EventType.PURCHASE, "a", 3.0, 1020),
                    event(EventType.PURCHASE, "a", null, 1030),
                    event(EventType.PURCHASE, "b", 1.0, 1030))))
        .as("one of no price brings nothing")
        .isEqualTo(new Attribution.Acts(0, 1, 3, 10.0));
  }
}
