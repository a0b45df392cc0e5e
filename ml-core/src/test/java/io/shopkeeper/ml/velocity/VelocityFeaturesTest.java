package io.shopkeeper.ml.velocity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class VelocityFeaturesTest {

  @Test
  void namesAndValuesAgree() {
    var plan =
        VelocityPlan.of(
            List.of(
                KeyPlan.of("card", Duration.ofHours(36))
                    .withDistinct("country")
                    .withLabels(Duration.ofDays(7))),
            List.of("country"));
    var features = new VelocityFeatures(plan);
    var store = new VelocityStore(plan);
    var old = new VelocityEvent(0, 0, 100, List.of("a"), List.of("NO"));
    var recent = new VelocityEvent(8 * 86_400_000L, 1, 300, List.of("a"), List.of("SE"));
    var now = new VelocityEvent(8 * 86_400_000L + 5000, 2, 900, List.of("a"), List.of("SE"));
    store.add(old);
    store.add(recent);
    store.mark(old, 1);

    assertThat(features.names())
        .containsExactly(
            "card.known",
            "card.since-first",
            "card.since-last",
            "card.to-usual",
            "card.since-first-fraud",
            "card.since-last-fraud",
            "card.count.36h",
            "card.sum.36h",
            "card.mean.36h",
            "card.to-mean.36h",
            "card.distinct.country.36h",
            "card.labelled.36h",
            "card.frauds.36h",
            "card.risk.36h");
    assertThat(features.values(900, store.before(now)))
        .containsExactly(2, 691_205, 5, 4.5f, 691_205, 691_205, 1, 300, 300, 3, 1, 1, 1, 1);
  }

  @Test
  void whatCannotBeSaidIsNaN() {
    var plan = VelocityPlan.of(List.of(KeyPlan.of("card", Duration.ofDays(1))), List.of());
    var features = new VelocityFeatures(plan);
    var never = new VelocityEvent(0, 0, 100, List.of("a"), List.of());

    assertThat(features.values(100, new VelocityStore(plan).before(never)))
        .containsExactly(0, Float.NaN, Float.NaN, Float.NaN, 0, 0, Float.NaN, Float.NaN);
  }
}
