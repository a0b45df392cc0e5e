package io.shopkeeper.ml.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.Python;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PlattScalingTest {

  private static double[] scores(int n, long seed) {
    var random = new SplittableRandom(seed);
    return random.doubles(n).map(v -> 8 * v - 4).toArray();
  }

  private static boolean[] labels(double[] scores, long seed) {
    var random = new SplittableRandom(seed + 1);
    boolean[] labels = new boolean[scores.length];
    for (int row = 0; row < labels.length; row++) {
      labels[row] = random.nextDouble() < 1 / (1 + Math.exp(-(1.7 * scores[row] - 0.5)));
    }
    return labels;
  }

  @Test
  void findsTheSigmoidThatMadeTheLabels() {
    double[] scores = scores(50_000, 1);
    PlattScaling sigmoid = PlattScaling.fit(scores, labels(scores, 1));
    assertThat(sigmoid.slope()).isCloseTo(-1.7, within(0.05));
    assertThat(sigmoid.offset()).isCloseTo(0.5, within(0.05));
  }

  /** At the least loss its slope in A and in B is 0, whatever way led there. */
  @Property(tries = 100, seed = "4")
  void theLossIsLeast(@ForAll @IntRange(min = 3, max = 60) int n, @ForAll long seed) {
    double[] scores = scores(n, seed);
    boolean[] labels = labels(scores, seed);
    PlattScaling sigmoid = PlattScaling.fit(scores, labels);
    int positives = 0;
    for (boolean label : labels) {
      positives += label ? 1 : 0;
    }
    double slope = 0;
    double offset = 0;
    for (int row = 0; row < n; row++) {
      double target =
          labels[row] ? (positives + 1.0) / (positives + 2.0) : 1 / (n - positives + 2.0);
      double error = sigmoid.probability(scores[row]) - target;
      slope += error * scores[row];
      offset += error;
    }
    assertThat(slope).isCloseTo(0, within(1e-5));
    assertThat(offset).isCloseTo(0, within(1e-5));
  }

  @Test
  void isThatOfScikitLearn() {
    double[] scores = scores(200, 9);
    boolean[] labels = labels(scores, 9);
    double[] numbers = new double[200];
    for (int row = 0; row < 200; row++) {
      numbers[row] = labels[row] ? 1 : 0;
    }
    double[] expected =
        Python.run(
            "platt",
            """
            from sklearn.calibration import _sigmoid_calibration
            print(*_sigmoid_calibration(np.array(x[:200]), np.array(x[200:])))
            """,
            IsotonicRegressionTest.join(scores, numbers));
    PlattScaling sigmoid = PlattScaling.fit(scores, labels);
    assertThat(sigmoid.slope()).isCloseTo(expected[0], within(1e-3));
    assertThat(sigmoid.offset()).isCloseTo(expected[1], within(1e-3));
  }

  @Test
  void oneLabelOnlyOrOneScoreOnlyGivesNoCertainty() {
    PlattScaling all = PlattScaling.fit(new double[] {-1, 2}, new boolean[] {true, true});
    assertThat(all.probability(0)).isCloseTo(0.75, within(0.01));
    PlattScaling same = PlattScaling.fit(new double[] {3, 3, 3}, new boolean[] {true, false, true});
    assertThat(same.probability(3)).isBetween(0.5, 0.7);
  }

  @Test
  void certainProbabilitiesStayFinite() {
    PlattScaling sigmoid =
        PlattScaling.fitProbabilities(
            new double[] {0, 0, 1, 1, 0.5}, new boolean[] {false, false, true, false, true});
    assertThat(sigmoid.calibrate(0)).isBetween(0.0, 0.5);
    assertThat(sigmoid.calibrate(1)).isBetween(0.5, 1.0);
    assertThat(new PlattScaling(-1, 0).calibrate(0.3)).isCloseTo(0.3, within(1e-12));
  }

  @Test
  void whatCannotBeFittedIsRefused() {
    assertThatThrownBy(() -> PlattScaling.fit(new double[0], new boolean[0]))
        .hasMessageContaining("not 0");
    assertThatThrownBy(() -> PlattScaling.fit(new double[] {Double.NaN}, new boolean[] {true}))
        .hasMessageContaining("score 0");
  }
}
