package io.shopkeeper.ml.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.calibration.Calibration;
import io.shopkeeper.ml.table.TableAlgorithm;
import io.shopkeeper.ml.table.TableAlgorithmContract;
import io.shopkeeper.ml.table.encode.SparseRow;
import io.shopkeeper.ml.table.encode.SparseRows;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Logistic regression by stochastic gradient descent. */
class StochasticDescentTest extends TableAlgorithmContract<LogisticRegression.Options> {

  private static final int WIDTH = 40;
  private static final int ROWS = 2000;

  @Override
  protected TableAlgorithm<LogisticRegression.Options> algorithm() {
    return new LogisticRegression();
  }

  @Override
  protected LogisticRegression.Options options() {
    return algorithm().presets().get("stochastic");
  }

  private static LogisticRegression.Options options(double l1, double l2, int passes) {
    return new LogisticRegression.Options(
        l1,
        l2,
        1000,
        1e-9,
        false,
        1,
        LogisticRegression.Solver.SGD,
        passes,
        1,
        0.75,
        Calibration.NONE);
  }

  @Test
  void weightsThatAreReadLateAreAsIfEachStepHadChangedThem() {
    for (double[] penalties : new double[][] {{0.02, 0.1}, {0, 0.5}, {0.05, 0}, {1e-9, 900}}) {
      var lazy = new LazyWeights(5, penalties[0], penalties[1]);
      double[] eager = new double[5];
      var random = new SplittableRandom(1);
      for (int step = 1; step < 500; step++) {
        double rate = 1.0 / step;
        int touched = random.nextInt(4);
        double change = random.nextGaussian();
        assertThat(lazy.get(touched)).isCloseTo(eager[touched], within(1e-9));
        lazy.set(touched, lazy.get(touched) + change);
        eager[touched] += change;
        lazy.step(rate);
        for (int i = 0; i < eager.length; i++) {
          double left = Math.max(0, Math.abs(eager[i]) - rate * penalties[0]);
          eager[i] = Math.signum(eager[i]) * left / (1 + rate * penalties[1]);
        }
      }
      assertThat(lazy.all()).containsExactly(eager, within(1e-9));
    }
  }

  /** Words of a text, four a row; the first ten speak for yes, the next ten for no. */
  private static SparseRows words() {
    var random = new SplittableRandom(2);
    var rows = new SparseRows.Builder(WIDTH);
    var row = new SparseRow();
    for (int i = 0; i < ROWS; i++) {
      row.clear();
      for (int word = 0; word < 4; word++) {
        row.add(random.nextInt(WIDTH), 1);
      }
      rows.add(row);
    }
    return rows.build();
  }

  private static int[] codes(SparseRows rows) {
    var row = new SparseRow();
    var random = new SplittableRandom(3);
    return IntStream.range(0, rows.rows())
        .map(
            at -> {
              rows.row(at, row);
              double score = random.nextGaussian();
              for (int i = 0; i < row.size(); i++) {
                score += row.place(i) < 10 ? 1.5 : row.place(i) < 20 ? -1.5 : 0;
              }
              return score > 0 ? 1 : 0;
            })
        .toArray();
  }

  private static float[] ones() {
    float[] ones = new float[ROWS];
    Arrays.fill(ones, 1);
    return ones;
  }

  @Test
  void comesNearTheExactWeights() {
    SparseRows rows = words();
    int[] codes = codes(rows);
    for (double[] penalties : new double[][] {{0, 5}, {5, 0}, {3, 3}}) {
      var loss = new LogLoss(rows, codes, 2, ones(), penalties[1], TrainingListener.SILENT);
      double[] l1 = new double[penalties[0] > 0 ? WIDTH + 1 : 0];
      Arrays.fill(l1, 0, Math.min(WIDTH, l1.length), penalties[0]);
      double[] exact =
          new Lbfgs(loss, l1, 1000, 1e-9).minimise(new double[WIDTH + 1], done -> {}).x();
      double[] found =
          new StochasticDescent(
                  rows, codes, ones(), new double[1], options(penalties[0], penalties[1], 100))
              .run(100, 4, TrainingListener.SILENT);
      assertThat(found).containsExactly(exact, within(0.05));
      assertThat(Math.abs(exact[0])).isGreaterThan(0.7);
    }
  }

  /**
   * A pull of 2 in each step is more than any row gives: 1 at most, of a word that it has twice.
   */
  @Test
  void aPenaltyBeyondWhatAnyRowSaysLeavesNoWeight() {
    SparseRows rows = words();
    double[] found =
        new StochasticDescent(rows, codes(rows), ones(), new double[1], options(2 * ROWS, 0, 3))
            .run(3, 4, TrainingListener.SILENT);
    assertThat(Arrays.copyOf(found, WIDTH)).containsOnly(0);
  }
}
