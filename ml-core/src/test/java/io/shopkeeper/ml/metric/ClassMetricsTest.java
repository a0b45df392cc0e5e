package io.shopkeeper.ml.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.Python;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ClassMetricsTest {

  @Test
  void ofTwoClasses() {
    double[][] probabilities = {{0.2, 0.8}, {0.6, 0.4}, {0.1, 0.9}, {0.5, 0.5}};

    ClassMetrics found = ClassMetrics.of(probabilities, new int[] {1, 1, 0, 0});

    // Called: 1, 0, 1, 0 (the first of equals).
    assertThat(found.accuracy()).isEqualTo(0.5);
    assertThat(found.precision()).isEqualTo(0.5);
    assertThat(found.recall()).isEqualTo(0.5);
    assertThat(found.f1()).isEqualTo(0.5);
    assertThat(found.macroF1()).isEqualTo(0.5);
    double logs = Math.log(0.8) + Math.log(0.4) + Math.log(0.1) + Math.log(0.5);
    assertThat(found.logLoss()).isCloseTo(-logs / 4, within(1e-12));
    assertThat(found.brier()).isCloseTo((0.04 + 0.36 + 0.81 + 0.25) / 4, within(1e-12));
    // Each row has a bin of its own: .2, .6, .9 and .5 away.
    assertThat(found.calibrationError()).isCloseTo((0.2 + 0.6 + 0.9 + 0.5) / 4, within(1e-12));
  }

  @Test
  void ofThreeClasses() {
    double[][] probabilities = {{0.7, 0.2, 0.1}, {0.1, 0.8, 0.1}, {0.3, 0.6, 0.1}};

    ClassMetrics found = ClassMetrics.of(probabilities, new int[] {0, 1, 0});

    assertThat(found.accuracy()).isCloseTo(2.0 / 3, within(1e-12));
    // The third class has neither a row nor a call: it does not count.
    assertThat(found.precision()).isCloseTo((1 + 0.5) / 2, within(1e-12));
    assertThat(found.recall()).isCloseTo((0.5 + 1) / 2, within(1e-12));
    assertThat(found.macroF1()).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(found.brier()).isCloseTo((0.14 + 0.06 + 0.49 + 0.36 + 0.01) / 3, within(1e-12));
  }

  @Test
  void isThatOfScikitLearn() {
    var random = new SplittableRandom(12);
    int rows = 300;
    double[][] p = new double[rows][];
    int[] codes = new int[rows];
    double[] input = new double[2 * rows];
    for (int row = 0; row < rows; row++) {
      double positive = random.nextInt(1, 100) / 100.0;
      p[row] = new double[] {1 - positive, positive};
      codes[row] = random.nextDouble() < positive * positive ? 1 : 0;
      input[row] = codes[row];
      input[rows + row] = positive;
    }
    double[] expected =
        Python.run(
            "class-metrics",
            """
            from sklearn import metrics as m
            y, p = np.array(x[:300]), np.array(x[300:])
            g = p > 0.5
            print(m.accuracy_score(y, g), m.precision_score(y, g), m.recall_score(y, g),
                m.f1_score(y, g), m.f1_score(y, g, average='macro'), m.log_loss(y, p),
                m.brier_score_loss(y, p), m.roc_auc_score(y, p), m.average_precision_score(y, p))
            """,
            input);
    ClassMetrics found = ClassMetrics.of(p, codes);
    BinaryScores scores = new ClassOutcomes(p, codes).scores();
    double[] all = {
      found.accuracy(),
      found.precision(),
      found.recall(),
      found.f1(),
      found.macroF1(),
      found.logLoss(),
      found.brier(),
      scores.auc(),
      scores.averagePrecision()
    };
    assertThat(all).containsExactly(expected, within(1e-9));
  }

  @Test
  void ofNumbers() {
    NumberMetrics found = NumberMetrics.of(new double[] {1, 2, 5}, new float[] {1, 4, 4});

    assertThat(found.rmse()).isCloseTo(Math.sqrt(5.0 / 3), within(1e-12));
    assertThat(found.mae()).isCloseTo(1, within(1e-12));
    assertThat(found.r2()).isCloseTo(1 - 5.0 / 6, within(1e-12));
  }
}
