package io.shopkeeper.ml.tree.boost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LossTest {

  private static final int ROWS = 40;

  private static List<Loss> losses() {
    var random = new SplittableRandom(1);
    float[] weights = new float[ROWS];
    float[] yes = new float[ROWS];
    int[] codes = new int[ROWS];
    float[] numbers = new float[ROWS];
    for (int row = 0; row < ROWS; row++) {
      weights[row] = 0.5f + random.nextFloat();
      yes[row] = random.nextInt(2);
      codes[row] = random.nextInt(4);
      numbers[row] = (float) (3 * random.nextGaussian());
    }
    return List.of(
        new LogisticLoss(yes, weights),
        new SoftmaxLoss(4, codes, weights),
        new ResidualLoss(ResidualLoss.Kind.SQUARED, numbers, weights, 0.5),
        new ResidualLoss(ResidualLoss.Kind.HUBER, numbers, weights, 0.5),
        new ResidualLoss(ResidualLoss.Kind.QUANTILE, numbers, weights, 0.8));
  }

  private static float[][] scores(Loss loss, double scale) {
    var random = new SplittableRandom(2);
    float[][] scores = new float[loss.outputs()][ROWS];
    for (float[] output : scores) {
      for (int row = 0; row < ROWS; row++) {
        output[row] = (float) (scale * random.nextGaussian());
      }
    }
    return scores;
  }

  @Test
  void slopesAreThoseOfTheLoss() {
    for (Loss loss : losses()) {
      float[][] scores = scores(loss, 2);
      float[][] slopes = new float[loss.outputs()][ROWS];
      float[][] curvatures = new float[loss.outputs()][ROWS];
      loss.slopes(scores, slopes, curvatures, 0, ROWS);
      for (int output = 0; output < loss.outputs(); output++) {
        for (int row = 0; row < ROWS; row++) {
          float at = scores[output][row];
          scores[output][row] = at + 0.01f;
          double above = loss.loss(scores, row);
          double upper = scores[output][row];
          scores[output][row] = at - 0.01f;
          double below = loss.loss(scores, row);
          double slope = (above - below) / (upper - scores[output][row]);
          scores[output][row] = at;
          assertThat((double) slopes[output][row]).isCloseTo(slope, within(2e-3));
          assertThat(curvatures[output][row]).isGreaterThanOrEqualTo(0);
        }
      }
    }
  }

  @Test
  void theStartIsTheBestOfAllConstants() {
    int[] all = IntStream.range(0, ROWS).toArray();
    for (Loss loss : losses().subList(0, 3)) {
      double[] start = loss.start(all);
      double best = constant(loss, start, 0, 0);
      for (int output = 0; output < start.length; output++) {
        // Half a row of each class more is added, so the start is only nearly the best.
        assertThat(constant(loss, start, output, 0.3)).isGreaterThan(best);
        assertThat(constant(loss, start, output, -0.3)).isGreaterThan(best);
      }
    }
  }

  private static double constant(Loss loss, double[] start, int output, double change) {
    float[][] scores = new float[start.length][ROWS];
    for (int k = 0; k < start.length; k++) {
      for (int row = 0; row < ROWS; row++) {
        scores[k][row] = (float) (start[k] + (k == output ? change : 0));
      }
    }
    return IntStream.range(0, ROWS).mapToDouble(row -> loss.loss(scores, row)).sum();
  }

  /** Two classes by the softmax with scores s and −s are the logistic with 2·s. */
  @Test
  void theSoftmaxOfTwoClassesIsTheLogistic() {
    float[] weights = {1, 2};
    var logistic = new LogisticLoss(new float[] {1, 0}, weights);
    var softmax = new SoftmaxLoss(2, new int[] {1, 0}, weights);
    float[][] two = {{-0.7f, 0.2f}, {0.7f, -0.2f}};
    float[][] one = {{1.4f, -0.4f}};
    for (int row = 0; row < 2; row++) {
      assertThat(softmax.loss(two, row)).isCloseTo(logistic.loss(one, row), within(1e-6));
    }
  }

  @Test
  void extremeScoresGiveFiniteNumbers() {
    for (Loss loss : losses()) {
      for (double scale : new double[] {100, 1e6, 1e30}) {
        float[][] scores = scores(loss, scale);
        float[][] slopes = new float[loss.outputs()][ROWS];
        float[][] curvatures = new float[loss.outputs()][ROWS];
        loss.slopes(scores, slopes, curvatures, 0, ROWS);
        for (int output = 0; output < loss.outputs(); output++) {
          for (int row = 0; row < ROWS; row++) {
            assertThat(curvatures[output][row]).isFinite().isGreaterThanOrEqualTo(0);
            assertThat(Math.abs(slopes[output][row])).isFinite();
          }
        }
      }
    }
  }

  @Test
  void theExponentialIsClose() {
    for (float x = -86; x < 87; x += 0.013f) {
      double wanted = Math.exp(x);
      assertThat((double) Exponential.exp(x)).isCloseTo(wanted, within(4e-7 * wanted));
    }
    assertThat(Exponential.exp(-1e30f)).isPositive().isLessThan(1e-37f);
    assertThat(Exponential.exp(1e30f)).isFinite();
    assertThat(Exponential.sigmoid(0)).isEqualTo(0.5f);
    assertThat(Exponential.sigmoid(-1e9f)).isBetween(0f, 1e-30f);
    assertThat(Exponential.sigmoid(1e9f)).isEqualTo(1f);
  }
}
