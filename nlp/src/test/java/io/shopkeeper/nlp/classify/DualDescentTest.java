package io.shopkeeper.nlp.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.shopkeeper.ml.training.TrainingListener;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DualDescentTest {

  private static final int FEATURES = 6;

  /** The primal of the machine, with the offset as a weight of its own that is always on. */
  private static double loss(
      SparseText[] texts, boolean[] positive, double penalty, float[] weights, double offset) {
    double loss = offset * offset / 2;
    for (float weight : weights) {
      loss += weight * weight / 2;
    }
    for (int row = 0; row < texts.length; row++) {
      double score = new DualDescent.Line(weights, offset).score(texts[row]);
      double short1 = Math.max(0, 1 - (positive[row] ? score : -score));
      loss += penalty * short1 * short1;
    }
    return loss;
  }

  @Test
  void noNeighbourOfWhatIsFoundIsBetter() {
    var random = new SplittableRandom(3);
    SparseText[] texts = new SparseText[40];
    boolean[] positive = new boolean[texts.length];
    for (int row = 0; row < texts.length; row++) {
      positive[row] = random.nextInt(10) < (row % 2 == 0 ? 8 : 2);
      int[] features = {row % 2, 2 + row % 4};
      texts[row] = new SparseText(features, new float[] {0.8f, 0.6f});
    }
    var options = new LinearTextOptions(1, 1, 0, 1, 0, 1, 1000, 0, 0);
    DualDescent.Line line =
        new DualDescent(texts, FEATURES - 2, 2, options, TrainingListener.SILENT)
            .learn(IntStream.range(0, texts.length).toArray(), positive, new SplittableRandom(1));
    double least = loss(texts, positive, 1, line.weights(), line.offset());
    for (int feature = 0; feature < FEATURES; feature++) {
      for (float step : new float[] {-0.1f, 0.1f}) {
        float[] moved = line.weights().clone();
        moved[feature] += step;
        assertThat(loss(texts, positive, 1, moved, line.offset())).isGreaterThan(least);
      }
    }
    assertThat(loss(texts, positive, 1, line.weights(), line.offset() + 0.1)).isGreaterThan(least);
  }

  @Test
  void probabilitiesOfSeveralClassesFitTheirScores() {
    var random = new SplittableRandom(5);
    double[][] scores = new double[4000][3];
    int[] codes = new int[scores.length];
    var truth = new ScoreScale(2, 0);
    for (int row = 0; row < scores.length; row++) {
      for (int place = 0; place < 3; place++) {
        scores[row][place] = random.nextDouble() * 2 - 1;
      }
      double[] chances = truth.probabilities(scores[row]);
      double drawn = random.nextDouble();
      codes[row] = drawn < chances[0] ? 0 : drawn < chances[0] + chances[1] ? 1 : 2;
    }
    assertThat(ScoreScale.softmax(scores, codes).slope()).isCloseTo(2, offset(0.2));
  }
}
