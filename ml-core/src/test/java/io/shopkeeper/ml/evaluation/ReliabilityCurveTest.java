package io.shopkeeper.ml.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.Python;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReliabilityCurveTest {

  private static final double[] PROBABILITIES = {0.05, 0.1, 0.55, 0.65, 0.95, 1};
  private static final boolean[] LABELS = {false, true, true, false, true, true};

  @Test
  void binsOfOneWidth() {
    var curve = ReliabilityCurve.ofEqualWidth(PROBABILITIES, LABELS, 2);
    assertThat(curve.bins()).hasSize(2);
    assertThat(curve.bins().get(0).rows()).isEqualTo(2);
    assertThat(curve.bins().get(0).predicted()).isCloseTo(0.075, within(1e-12));
    assertThat(curve.bins().get(0).observed()).isEqualTo(0.5);
    assertThat(curve.bins().get(1).predicted()).isCloseTo(0.7875, within(1e-12));
    assertThat(curve.bins().get(1).observed()).isEqualTo(0.75);
    assertThat(curve.expectedError()).isCloseTo((2 * 0.425 + 4 * 0.0375) / 6, within(1e-12));
    assertThat(curve.greatestError()).isCloseTo(0.425, within(1e-12));
  }

  @Test
  void binsOfOneCountKeepTiesTogether() {
    var curve = ReliabilityCurve.ofEqualCount(PROBABILITIES, LABELS, 3);
    assertThat(curve.bins().stream().map(ReliabilityCurve.Bin::rows)).containsExactly(2, 2, 2);
    var tied =
        ReliabilityCurve.ofEqualCount(new double[] {0.2, 0.2, 0.2, 0.2, 0.9}, new boolean[5], 5);
    assertThat(tied.bins().stream().map(ReliabilityCurve.Bin::rows)).containsExactly(4, 1);
  }

  @Property(tries = 50, seed = "6")
  void everyRowIsInOneBin(
      @ForAll @IntRange(min = 1, max = 200) int n,
      @ForAll @IntRange(min = 1, max = 30) int count,
      @ForAll long seed) {
    var random = new SplittableRandom(seed);
    double[] probabilities = random.doubles(n).map(v -> Math.rint(v * 50) / 50).toArray();
    for (var curve :
        new ReliabilityCurve[] {
          ReliabilityCurve.ofEqualWidth(probabilities, new boolean[n], count),
          ReliabilityCurve.ofEqualCount(probabilities, new boolean[n], count)
        }) {
      assertThat(curve.bins().stream().mapToInt(ReliabilityCurve.Bin::rows).sum()).isEqualTo(n);
      // Nobody is positive: the error is the mean probability.
      assertThat(curve.expectedError())
          .isCloseTo(DoubleStream.of(probabilities).average().orElse(0), within(1e-9));
      assertThat(curve.bins().stream().map(ReliabilityCurve.Bin::predicted)).isSorted();
    }
  }

  @Test
  void isThatOfScikitLearn() {
    var random = new SplittableRandom(5);
    double[] probabilities = random.doubles(400).toArray();
    boolean[] labels = new boolean[400];
    double[] input = new double[800];
    for (int row = 0; row < 400; row++) {
      labels[row] = random.nextDouble() < probabilities[row] * probabilities[row];
      input[row] = labels[row] ? 1 : 0;
      input[400 + row] = probabilities[row];
    }
    double[] expected =
        Python.run(
            "reliability-curve",
            """
            from sklearn.calibration import calibration_curve
            observed, predicted = calibration_curve(x[:400], x[400:], n_bins=10)
            print(*observed, *predicted)
            """,
            input);
    var curve = ReliabilityCurve.ofEqualWidth(probabilities, labels, 10);
    assertThat(curve.bins()).hasSize(10);
    for (int bin = 0; bin < 10; bin++) {
      assertThat(curve.bins().get(bin).observed()).isCloseTo(expected[bin], within(1e-9));
      assertThat(curve.bins().get(bin).predicted()).isCloseTo(expected[10 + bin], within(1e-9));
    }
  }

  @Test
  void whatIsNoProbabilityIsRefused() {
    assertThatThrownBy(() -> ReliabilityCurve.ofEqualWidth(new double[] {1.2}, new boolean[1], 10))
        .hasMessageContaining("row 0: 1.2 is no probability");
    assertThat(ReliabilityCurve.ofEqualWidth(new double[0], new boolean[0], 3).expectedError())
        .isNaN();
  }

  /** The example of Agresti and Coull, 1998: no success in 10 trials. */
  @Test
  void wilsonIntervals() {
    assertThat(Interval.ofShare(0, 10).low()).isZero();
    assertThat(Interval.ofShare(0, 10).high()).isCloseTo(0.2775, within(1e-4));
    assertThat(Interval.ofShare(5, 10).low()).isCloseTo(0.2366, within(1e-4));
    assertThat(Interval.ofShare(5, 10).contains(0.5)).isTrue();
    assertThat(Interval.ofShare(0, 0).contains(0.5)).isFalse();
  }
}
