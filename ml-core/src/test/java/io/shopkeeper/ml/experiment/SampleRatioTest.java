package io.shopkeeper.ml.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class SampleRatioTest {

  private static final Percentage CLOSE = Percentage.withPercentage(1e-6);

  @Test
  void chiSquareIsScipys() {
    SampleRatio three = SampleRatio.of(new long[] {5030, 4870, 2600}, new double[] {0.4, 0.4, 0.2});
    assertThat(three.statistic()).isCloseTo(7.56, within(1e-9));
    assertThat(three.probability()).isCloseTo(0.022822691425092967, CLOSE);
    assertThat(three.isMismatch()).isFalse();
  }

  @Test
  void alwaysValidIsTheBayesFactor() {
    double[] half = {0.5, 0.5};
    SampleRatio wrong = SampleRatio.of(new long[] {5300, 4700}, half);
    assertThat(wrong.alwaysValid()).isCloseTo(1.8113709100986082e-07, CLOSE);
    assertThat(wrong.isMismatch()).isTrue();
    assertThat(SampleRatio.of(new long[] {5030, 4970}, half).alwaysValid()).isEqualTo(1);
    assertThat(SampleRatio.of(new long[] {1200, 1000}, half).alwaysValid())
        .isCloseTo(0.0007925128197630196, CLOSE);
    assertThat(SampleRatio.of(new long[] {0, 0}, half).isMismatch()).isFalse();
    assertThatThrownBy(() -> SampleRatio.of(new long[] {1, 2, 3}, half))
        .hasMessageContaining("3 counts, but 2 shares");
  }

  @Test
  void lookedAtHourlyItRaisesNoFalseAlarm() {
    int alarms = 0;
    for (int run = 0; run < 200; run++) {
      var random = new SplittableRandom(run);
      long[] counts = new long[2];
      boolean alarm = false;
      for (int look = 0; look < 200; look++) {
        for (int unit = 0; unit < 50; unit++) {
          counts[random.nextDouble() < 0.3 ? 0 : 1]++;
        }
        alarm |= SampleRatio.of(counts, new double[] {0.3, 0.7}).isMismatch();
      }
      alarms += alarm ? 1 : 0;
    }
    assertThat(alarms).isLessThanOrEqualTo(1);
  }
}
