package io.shopkeeper.ml.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.Python;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class GaussianProcessTest {

  /** The same kernel and data in scikit-learn, its hyper-parameters held. */
  @Test
  void isThatOfScikitLearn() {
    var random = new SplittableRandom(1);
    double[][] x = new double[20][];
    double[] y = new double[20];
    for (int i = 0; i < 20; i++) {
      x[i] = random.doubles(2).toArray();
      y[i] = Math.sin(5 * x[i][0]) + x[i][1];
    }
    double[] at = random.doubles(10).toArray();
    double[] lengths = {0.4, 0.9};
    GaussianProcess process = GaussianProcess.fit(x, y, lengths, 0.01);
    double[] expected =
        Python.run(
            "gaussian-process",
            """
            from sklearn.gaussian_process import GaussianProcessRegressor
            from sklearn.gaussian_process.kernels import Matern
            a = np.array(x)
            X, y, Z = a[:40].reshape(20, 2), a[40:60], a[60:].reshape(5, 2)
            g = GaussianProcessRegressor(Matern([0.4, 0.9], nu=2.5), alpha=0.01, optimizer=None)
            m, s = g.fit(X, y).predict(Z, return_std=True)
            K = Matern([0.4, 0.9], nu=2.5)(X) + 0.01 * np.eye(20)
            v = y @ np.linalg.solve(K, y) / 20
            print(*m, *(s * np.sqrt(v)), -0.5 * (20 * np.log(v) + np.linalg.slogdet(K)[1]))
            """,
            DoubleStream.concat(
                    Arrays.stream(x).flatMapToDouble(Arrays::stream),
                    DoubleStream.concat(Arrays.stream(y), Arrays.stream(at)))
                .toArray());
    for (int i = 0; i < 5; i++) {
      var belief = process.at(new double[] {at[2 * i], at[2 * i + 1]});
      assertThat(belief.mean()).isCloseTo(expected[i], within(1e-8));
      assertThat(belief.deviation()).isCloseTo(expected[5 + i], within(1e-6));
    }
    assertThat(process.logLikelihood()).isCloseTo(expected[10], within(1e-6));
  }

  @Test
  void knowsItsPointsAndDoubtsFarFromThem() {
    double[][] x = {{0.1}, {0.3}, {0.5}};
    GaussianProcess process =
        GaussianProcess.fit(x, new double[] {1, -1, 0}, new double[] {0.1}, 1e-8);
    assertThat(process.at(x[1]).mean()).isCloseTo(-1, within(1e-5));
    assertThat(process.at(x[1]).deviation()).isLessThan(1e-3);
    assertThat(process.at(new double[] {0.95}).mean()).isCloseTo(0, within(0.05));
    assertThat(process.at(new double[] {0.95}).deviation()).isGreaterThan(0.7);
  }

  /** A function of the first number only: the fit must see that the second does not matter. */
  @Test
  void theFitFindsWhatMatters() {
    var random = new SplittableRandom(4);
    double[][] x = new double[30][];
    double[] y = new double[30];
    for (int i = 0; i < 30; i++) {
      x[i] = random.doubles(2).toArray();
      y[i] = Math.sin(7 * x[i][0]);
    }
    GaussianProcess process = new ProcessFit().fit(x, y);
    for (double second = 0; second <= 1; second += 0.25) {
      assertThat(process.at(new double[] {0.4, second}).mean())
          .isCloseTo(Math.sin(2.8), within(0.1));
    }
  }

  @Test
  void equalPointsWithoutNoiseAreRefused() {
    assertThat(
            GaussianProcess.fit(
                new double[][] {{0.5}, {0.5}}, new double[] {1, -1}, new double[] {1}, 0))
        .isNull();
  }

  /** Values of tables of the normal distribution. */
  @Test
  void normalDistribution() {
    assertThat(Improvement.normal(0)).isEqualTo(0.5);
    assertThat(Improvement.normal(1.96)).isCloseTo(0.9750021, within(1e-7));
    assertThat(Improvement.normal(-3)).isCloseTo(0.0013498980316, within(1e-12));
    assertThat(Improvement.normal(-8) / 6.22096e-16).isCloseTo(1, within(0.01));
    assertThat(Improvement.normal(9)).isEqualTo(1);
  }

  /** E max(0, best − X), by adding up. */
  @Test
  void expectedImprovement() {
    for (double mean : new double[] {-1, 0, 0.7, 2}) {
      var belief = new GaussianProcess.Belief(mean, 0.8);
      double sum = 0;
      for (double z = -9; z < 9; z += 1e-3) {
        sum += 1e-3 * Improvement.density(z) * Math.max(0, 0.5 - (mean + 0.8 * z));
      }
      assertThat(Improvement.expected(belief, 0.5)).isCloseTo(sum, within(1e-6));
    }
    assertThat(Improvement.expected(new GaussianProcess.Belief(0.2, 0), 0.5)).isEqualTo(0.3);
  }
}
