package io.shopkeeper.ml.ease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.ranking.InteractionLog;
import io.shopkeeper.ml.ranking.RankingAlgorithm;
import io.shopkeeper.ml.ranking.RankingAlgorithmContract;
import org.junit.jupiter.api.Test;

class NearEaseTest extends RankingAlgorithmContract<Ease.Options> {

  @Override
  protected RankingAlgorithm<Ease.Options> algorithm() {
    return new Ease();
  }

  @Override
  protected Ease.Options options() {
    return new Ease.Options(10, 0.95, 20);
  }

  /** User 0 meets 2, 0, 2 again, 1; user 1 meets 0, 1. */
  @Test
  void pairsCountByTheStepsBetweenThem() {
    var log =
        new InteractionLog(
            2,
            3,
            new int[] {0, 0, 1, 0, 0, 1},
            new int[] {2, 0, 0, 2, 1, 1},
            new float[] {1, 1, 1, 1, 1, 1},
            new long[6]);
    double[] gram = CoOccurrence.near(log, 2).gram().get();
    double one = Math.exp(-0.5);
    double two = Math.exp(-1);
    // Lower triangle: the inverse reads no other.
    double[] expected = {2, 0, 0, 2 * one, 2, 0, one, two, 1};
    assertThat(gram).containsExactly(expected, within(1e-12));
  }

  @Test
  void aWindowWithoutEndIsThePlainCount() {
    var log =
        new InteractionLog(
            2,
            3,
            new int[] {0, 1, 0, 1, 0},
            new int[] {2, 0, 1, 1, 0},
            new float[] {1, 1, 1, 1, 1},
            new long[5]);
    assertThat(CoOccurrence.near(log, 1e6).gram().get())
        .containsExactly(CoOccurrence.of(log.binary()).gram().get(), within(1e-5));
  }
}
