package io.shopkeeper.ml.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.evaluation.Interval;
import io.shopkeeper.ml.experiment.OffPolicy.Warning;
import io.shopkeeper.ml.worked.LoggedShop;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OffPolicyTest {

  private static final ConfidenceSequence LEVEL = ConfidenceSequence.planned(0.05, 1_000);

  private static LoggedChoices log(double[] reward, double[] propensity, double[] candidate) {
    return new LoggedChoices(
        IntStream.range(0, reward.length).toArray(), reward, propensity, candidate);
  }

  @Test
  void estimatesAreThoseOfTheHand() {
    LoggedChoices log =
        log(
            new double[] {1, 0, 1, 1},
            new double[] {0.5, 0.25, 0.5, 0.2},
            new double[] {0.25, 0.5, 0.5, 0.5});
    OffPolicy ips = OffPolicy.ips(log, LEVEL);
    assertThat(ips.estimate().mean()).isCloseTo((0.5 + 1 + 2.5) / 4, within(1e-12));
    assertThat(ips.effectiveChoices()).isCloseTo(36 / 11.5, within(1e-12));
    assertThat(ips.meanWeight()).isCloseTo(1.5, within(1e-12));
    assertThat(ips.interval()).isEqualTo(Interval.UNKNOWN);
    assertThat(ips.warnings()).contains(Warning.FEW_UNITS, Warning.HEAVY_WEIGHT);
    assertThat(OffPolicy.selfNormalised(log, LEVEL).estimate().mean())
        .isCloseTo(4 / 6.0, within(1e-12));
    double[] guess = {0.5, 0.5, 0.5, 0.5};
    assertThat(OffPolicy.doublyRobust(log, guess, guess, LEVEL).estimate().mean())
        .isCloseTo(0.5 + (0.25 - 1 + 0.5 + 1.25) / 4, within(1e-12));
  }

  @Test
  void theSamePolicyEarnsWhatItEarned() {
    LoggedShop shop = LoggedShop.of(500, 3);
    double[] same = shop.log().propensity();
    var log = new LoggedChoices(shop.log().unit(), shop.log().reward(), same, same);
    OffPolicy found = OffPolicy.ips(log, LEVEL);
    assertThat(found.estimate().mean())
        .isCloseTo(Arrays.stream(log.reward()).average().orElseThrow(), within(1e-12));
    assertThat(found.effectiveChoices()).isCloseTo(log.size(), within(1e-6));
    assertThat(found.warnings()).isEmpty();
  }

  @Test
  void choicesOfOneUnitCountAsOne() {
    LoggedShop shop = LoggedShop.of(500, 3);
    int[] each = IntStream.range(0, shop.log().size()).toArray();
    var apart =
        new LoggedChoices(
            each, shop.log().reward(), shop.log().propensity(), shop.log().candidate());
    int[] doubled = IntStream.range(0, 2 * each.length).map(i -> i / 2).toArray();
    var twice =
        new LoggedChoices(
            doubled, twice(apart.reward()), twice(apart.propensity()), twice(apart.candidate()));
    assertThat(OffPolicy.ips(twice, LEVEL).interval().low())
        .isCloseTo(OffPolicy.ips(apart, LEVEL).interval().low(), within(1e-12));
  }

  private static double[] twice(double[] values) {
    return IntStream.range(0, 2 * values.length).mapToDouble(i -> values[i / 2]).toArray();
  }

  @Test
  void wrongPropensitiesAndDifferentCandidatesAreWarnedOf() {
    LoggedShop shop = LoggedShop.of(2_000, 3);
    double[] halved = Arrays.stream(shop.log().propensity()).map(one -> one / 2).toArray();
    var wrong =
        new LoggedChoices(shop.log().unit(), shop.log().reward(), halved, shop.log().candidate());
    assertThat(OffPolicy.selfNormalised(wrong, LEVEL).warnings())
        .contains(Warning.WRONG_PROPENSITIES);
    int size = 10_000;
    double[] rare = new double[size];
    double[] candidate = new double[size];
    for (int i = 0; i < size; i++) {
      boolean seldom = i % 1_000 == 0;
      rare[i] = seldom ? 0.001 : 0.999;
      candidate[i] = seldom ? 1 : 0;
    }
    assertThat(OffPolicy.ips(log(new double[size], rare, candidate), LEVEL).warnings())
        .contains(Warning.FEW_EFFECTIVE, Warning.HEAVY_WEIGHT);
  }

  @Test
  void intervalsHoldTheTruth() {
    int ips = 0;
    int normalised = 0;
    int robust = 0;
    for (int run = 0; run < 100; run++) {
      LoggedShop shop = LoggedShop.of(1_000, run);
      ips += OffPolicy.ips(shop.log(), LEVEL).interval().contains(shop.truth()) ? 1 : 0;
      normalised +=
          OffPolicy.selfNormalised(shop.log(), LEVEL).interval().contains(shop.truth()) ? 1 : 0;
      robust +=
          OffPolicy.doublyRobust(shop.log(), shop.modelled(), shop.expected(), LEVEL)
                  .interval()
                  .contains(shop.truth())
              ? 1
              : 0;
    }
    assertThat(List.of(ips, normalised, robust)).allMatch(covered -> covered >= 95);
  }

  @Test
  void whatCannotBeWeighedIsRefused() {
    double[] one = {1};
    assertThatThrownBy(() -> log(one, new double[] {0}, one)).hasMessageContaining("choice 0");
    assertThatThrownBy(() -> log(one, one, new double[2])).hasMessageContaining("2 candidate");
  }
}
