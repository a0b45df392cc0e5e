package io.shopkeeper.ml.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BinaryScoresTest {

  @Test
  void byHand() {
    var scores =
        new BinaryScores(
            new double[] {0.9, 0.8, 0.8, 0.3, 0.1}, new boolean[] {true, false, true, true, false});

    // Pairs: .9 beats both; .8 ties with one and beats one; .3 beats one: 2 + 1.5 + 1 of 6.
    assertThat(scores.auc()).isCloseTo(4.5 / 6, within(1e-12));
    // 1/3 · 1 + 1/3 · 2/3 + 1/3 · 3/4
    assertThat(scores.averagePrecision()).isCloseTo((1 + 2.0 / 3 + 0.75) / 3, within(1e-12));
    assertThat(scores.recallAt(0.2)).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(scores.precisionAt(0.8)).isCloseTo(0.75, within(1e-12));
  }

  @Test
  void oneClassHasNoArea() {
    assertThat(new BinaryScores(new double[] {1, 2}, new boolean[] {true, true}).auc()).isNaN();
  }

  @Property(tries = 200)
  void agreesWithPairsAndThresholdsOneByOne(
      @ForAll @IntRange(min = 2, max = 60) int rows, @ForAll long seed) {
    var random = new SplittableRandom(seed);
    double[] scores = new double[rows];
    boolean[] positive = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      scores[row] = random.nextInt(8) / 4.0;
      positive[row] = row == 0 || (row > 1 && random.nextBoolean());
    }
    var found = new BinaryScores(scores, positive);

    assertThat(found.auc()).isCloseTo(pairs(scores, positive), within(1e-12));
    assertThat(found.averagePrecision()).isCloseTo(thresholds(scores, positive), within(1e-12));
  }

  private static double pairs(double[] scores, boolean[] positive) {
    double won = 0;
    double all = 0;
    for (int i = 0; i < scores.length; i++) {
      for (int j = 0; j < scores.length; j++) {
        if (positive[i] && !positive[j]) {
          all++;
          won += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
        }
      }
    }
    return won / all;
  }

  private static double thresholds(double[] scores, boolean[] positive) {
    double sum = 0;
    double before = 0;
    for (int step = 8; step >= 0; step--) {
      double threshold = step / 4.0;
      int called = 0;
      int hits = 0;
      int positives = 0;
      for (int i = 0; i < scores.length; i++) {
        positives += positive[i] ? 1 : 0;
        called += scores[i] >= threshold ? 1 : 0;
        hits += positive[i] && scores[i] >= threshold ? 1 : 0;
      }
      double recall = (double) hits / positives;
      sum += called == 0 ? 0 : (recall - before) * hits / called;
      before = recall;
    }
    return sum;
  }
}
