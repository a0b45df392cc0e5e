package io.shopkeeper.ml.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.metric.ClassMetrics;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CalibrationFloorTest {

  private static double[][] probabilities(int rows, long seed) {
    var random = new SplittableRandom(seed);
    double[][] all = new double[rows][];
    for (int row = 0; row < rows; row++) {
      double p = 0.2 + 0.4 * random.nextDouble();
      all[row] = new double[] {1 - p, p};
    }
    return all;
  }

  /** One bin, all at a half: the mean of |share − ½| is √(1/(2πn)). */
  @Test
  void isWhatChanceAloneGives() {
    double[][] same = new double[1_000][];
    java.util.Arrays.fill(same, new double[] {0.5, 0.5});
    CalibrationFloor floor = CalibrationFloor.of(same, 1);
    assertThat(floor.mean()).isCloseTo(Math.sqrt(1 / (2 * Math.PI * 1_000)), within(0.0013));
    assertThat(floor.range().high())
        .as("97.5 of 100 draws: 2.24 standard deviations of a half")
        .isCloseTo(2.24 * 0.5 / Math.sqrt(1_000), within(0.005));
  }

  /** Of right probabilities the error lies within; of wrong ones above. */
  @Test
  void tellsRightFromWrong() {
    var random = new SplittableRandom(9);
    int within = 0;
    for (int time = 0; time < 40; time++) {
      double[][] right = probabilities(1_787, time);
      double[][] wrong = new double[right.length][];
      int[] codes = new int[right.length];
      for (int row = 0; row < right.length; row++) {
        codes[row] = random.nextDouble() < right[row][1] ? 1 : 0;
        wrong[row] = new double[] {right[row][0] - 0.08, right[row][1] + 0.08};
      }
      CalibrationFloor floor = CalibrationFloor.of(right, time);
      double error = ClassMetrics.of(right, codes).calibrationError();
      within += error >= floor.range().low() && error <= floor.range().high() ? 1 : 0;
      assertThat(ClassMetrics.of(wrong, codes).calibrationError())
          .isGreaterThan(CalibrationFloor.of(wrong, time).range().high());
      assertThat(floor.mean()).isBetween(floor.range().low(), floor.range().high());
    }
    assertThat(within).isBetween(34, 40);
  }

  @Test
  void fallsWithTheRowsAndKnowsSeveralClasses() {
    assertThat(CalibrationFloor.of(probabilities(40_000, 1), 1).mean())
        .isLessThan(0.3 * CalibrationFloor.of(probabilities(1_787, 1), 1).mean());
    double[][] three = {{0.1, 0.2, 0.7}, {0.5, 0.25, 0.25}};
    assertThat(CalibrationFloor.of(three, 1).mean()).isBetween(0.2, 0.6);
    assertThat(CalibrationFloor.of(three, 1)).isEqualTo(CalibrationFloor.of(three, 1));
  }
}
