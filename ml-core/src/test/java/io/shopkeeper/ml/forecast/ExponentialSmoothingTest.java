package io.shopkeeper.ml.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ExponentialSmoothingTest {

  /** Oil of Saudi Arabia, 1996 to 2013 (million tonnes). */
  private static final double[] OIL = {
    445.36, 453.20, 454.41, 422.38, 456.04, 440.39, 425.19, 486.21, 500.43, 521.28, 508.95, 488.89,
    509.87, 456.72, 473.82, 525.95, 549.83, 542.34
  };

  /** Air passengers of Australia, 1990 to 2016 (millions). */
  private static final double[] AIR = {
    17.5534, 21.8601, 23.8866, 26.9293, 26.8885, 28.8314, 30.0751, 30.9535, 30.1857, 31.5797,
    32.577569, 33.477398, 39.021581, 41.386432, 41.596552, 44.657324, 46.951775, 48.728837,
    51.488427, 50.026967, 60.640913, 63.36031, 66.355274, 68.197955, 68.123238, 69.779345, 72.597701
  };

  /** Hyndman and Athanasopoulos, 2nd edition 2018, section 7.1: α .8339, level 446.59, 542.68. */
  @Test
  void aLevelAloneIsThatOfTheBook() {
    ExponentialSmoothing.Fit fit = ExponentialSmoothing.simple(OIL);
    assertThat(fit.state().alpha()).isCloseTo(0.834, within(0.01));
    assertThat(fit.run().begun()).isCloseTo(446.59, within(0.3));
    assertThat(fit.run().forecast(0, 0, 2))
        .containsExactly(new double[] {542.68, 542.68}, within(0.1));
  }

  /** The same, section 7.2: with α .8302, β .0001 the next years are 74.60, 76.70, … 83.01. */
  @Test
  void aTrendIsThatOfTheBook() {
    var state = new SmoothedState(0.8302, 0.8302e-4, 0, 1, new double[0]);
    double[] forecast = state.through(AIR, 1, 15.5715, 2.1017, null).forecast(1, 0, 5);
    near(forecast[0], 74.60, 0.02);
    near(forecast[4], 83.01, 0.02);
    // The beginning with the least squares is the book's, too.
    near(state.run(AIR).begun(), 15.57, 0.3);
  }

  private static void near(double value, double wanted, double distance) {
    assertThat(value).isCloseTo(wanted, within(distance));
  }

  @Test
  void aSeasonIsFollowedWhereTwoAreKnown() {
    double[] past = new double[16];
    Arrays.setAll(past, week -> 20 + new double[] {-8, 0, 8, 0}[week % 4]);
    assertThat(new ExponentialSmoothing(4).forecast(past, 4))
        .containsExactly(new double[] {12, 20, 28, 20}, within(0.5));
    // Of less than two seasons nothing of the kind is known.
    assertThat(new ExponentialSmoothing(9).fit(past).run().season()).isEmpty();
  }

  @Test
  void forecastsAreNeverBelowNothing() {
    var state = new SmoothedState(0.5, 0.1, 0, 0.9, new double[0]);
    assertThat(state.through(new double[] {3, 2, 1}, 1, 4, -1, null).forecast(0.9, 0, 9)[8])
        .isZero();
    double[] falling = {90, 70, 55, 40, 24, 12, 3, 1};
    assertThat(Arrays.stream(new ExponentialSmoothing(52).forecast(falling, 8)))
        .allMatch(one -> one >= 0 && Double.isFinite(one));
    assertThat(new ExponentialSmoothing(52).forecast(new double[] {0}, 2)).containsOnly(0.0);
  }
}
