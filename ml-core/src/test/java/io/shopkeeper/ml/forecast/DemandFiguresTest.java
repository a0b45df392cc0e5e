package io.shopkeeper.ml.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class DemandFiguresTest {

  private static final DemandHistory PAST =
      new DemandHistory("", 8, new double[] {1, 3, 1, 3, 1, 3, 1, 3}, new double[8]);

  private static DemandForecast forecast(double expected, double low, double high) {
    var band = new double[][] {{low}, {high}};
    return new DemandForecast(
        DemandMethod.CROSTON,
        DemandClass.REGULAR,
        new double[] {expected},
        List.of(
            new DemandForecast.Band(0.8, band[0], band[1]),
            new DemandForecast.Band(0.95, band[0], band[1])));
  }

  private static double figure(double[] all, String name) {
    return all[DemandFigures.NAMES.indexOf(name)];
  }

  /** By hand: errors of 2 and 4 of 10 and 4 units; changes of the past are 2. */
  @Test
  void areThoseByHand() {
    var figures = new DemandFigures(2);
    figures.add(0, PAST, forecast(8, 5, 10), 0, 10);
    figures.add(1, PAST, forecast(8, 5, 10), 0, 4);
    double[] all = figures.all();
    assertThat(figure(all, "wape")).isCloseTo(6 / 14.0, within(1e-12));
    assertThat(figure(all, "mase")).isCloseTo((1 + 2) / 2.0, within(1e-12));
    assertThat(figure(all, "rmsse")).isCloseTo((1 + 2) / 2.0, within(1e-12));
    assertThat(figure(all, "bias")).isCloseTo(16 / 14.0, within(1e-12));
    assertThat(figure(all, "cover80")).isCloseTo(0.5, within(1e-12));
    // 80 %: .1·5 + 0 and .9·1 + .1·6; 95 %: .025·5 + 0 and .975·1 + .025·6; by 2 · 2 ends.
    assertThat(figure(all, "pinball"))
        .isCloseTo((0.5 + 1.5 + 0.125 + 1.125) / 4 / 14, within(1e-12));
    assertThat(figure(figures.of(new int[] {0, 3}), "wape")).isCloseTo(1, within(1e-12));
    assertThat(figures.weeks()).isEqualTo(2);
  }

  @Test
  void aPastThatNeverChangedMeasuresNothing() {
    assertThat(DemandFigures.measurable(PAST)).isTrue();
    assertThat(DemandFigures.measurable(new DemandHistory("", 9, new double[9], new double[9])))
        .isFalse();
  }
}
