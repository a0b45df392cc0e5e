package io.shopkeeper.ml.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SeriesForecasterTest {

  @Test
  void asOneSeasonBeforeOrElseAsLast() {
    double[] past = {1, 2, 3, 4, 5};
    assertThat(new SeasonalNaive(3).forecast(past, 5)).containsExactly(3, 4, 5, 3, 4);
    assertThat(new SeasonalNaive(6).forecast(past, 2)).containsExactly(5, 5);
    assertThat(new RecentMean(2).forecast(past, 2)).containsExactly(4.5, 4.5);
    assertThat(new RecentMean(9).forecast(past, 1)).containsExactly(3);
  }

  /** Six units in every third week are two a week; the correction takes a twentieth off. */
  @Test
  void crostonDividesTheSizeByTheInterval() {
    double[] past = {0, 0, 6, 0, 0, 6, 0, 0, 6};
    assertThat(new Croston(0.1, false).forecast(past, 1)[0]).isCloseTo(2, within(1e-12));
    assertThat(new Croston(0.1, true).forecast(past, 1)[0]).isCloseTo(1.9, within(1e-12));
    // By hand: size 4 then 4 + .5 · (8 − 4) = 6; interval 1 then 1 + .5 · (3 − 1) = 2.
    assertThat(new Croston(0.5, false).forecast(new double[] {4, 0, 0, 8}, 1)[0])
        .isCloseTo(3, within(1e-12));
    assertThat(new Croston(0.1, true).forecast(new double[4], 1)).containsExactly(0);
  }

  /** Croston goes on for ever, demand that fades does not. */
  @Test
  void whatNoLongerSellsFades() {
    double[] past = new double[30];
    Arrays.fill(past, 0, 10, 5);
    assertThat(new Croston(0.1, false).forecast(past, 1)[0]).isCloseTo(5, within(1e-12));
    assertThat(new FadingDemand().forecast(past, 1)[0]).isLessThan(0.1);
  }

  /** By hand: from ½ · 4 to (½ − ¼) · 4, then to (¼ + .5 · ¾) · 4. */
  @Test
  void fadingDemandSmoothsHowOftenAndHowMuch() {
    assertThat(FadingDemand.run(new double[] {0, 4}, 0.5, 0.5)[0])
        .isCloseTo(0.625 * 4, within(1e-12));
    assertThat(FadingDemand.run(new double[] {0, 4}, 0.5, 0.5)[1]).isCloseTo(4 + 9, within(1e-12));
    // From ⅔ · 3: 2 sold, none, 4 sold; sizes 3, 2.5, 3.25.
    assertThat(FadingDemand.run(new double[] {2, 0, 4}, 0.5, 0.5)[0])
        .isCloseTo(17 / 24.0 * 3.25, within(1e-12));
  }

  @Test
  void everyMethodGivesAmountsForAnyPast() {
    var random = new SplittableRandom(3);
    for (int weeks = 1; weeks < 120; weeks += 7) {
      double[] past = random.doubles(weeks, -3, 20).map(one -> Math.max(0, one)).toArray();
      for (DemandMethod method : DemandMethod.all()) {
        method
            .alone()
            .ifPresent(
                one ->
                    assertThat(Arrays.stream(one.forecast(past, 5)))
                        .hasSize(5)
                        .allMatch(units -> units >= 0 && Double.isFinite(units)));
      }
    }
  }
}
