package io.shopkeeper.ml.neural.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.ranking.InteractionLog;
import io.shopkeeper.ml.ranking.RankingAlgorithm;
import io.shopkeeper.ml.ranking.RankingAlgorithmContract;
import io.shopkeeper.ml.ranking.RankingData;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SelfAttentionTest extends RankingAlgorithmContract<SelfAttentionOptions> {

  private static final int ITEMS = 20;

  @Override
  protected RankingAlgorithm<SelfAttentionOptions> algorithm() {
    return new SelfAttention();
  }

  @Override
  protected SelfAttentionOptions options() {
    return new SelfAttentionOptions(12, 16, 2, 1, 0.3, 5e-3, 25, 32, 0.01, 0.1, 0);
  }

  /** Everybody goes up by one from where they began, or down by one: two items tell which. */
  private static RankingData walks() {
    var random = new SplittableRandom(8);
    int users = 150;
    int steps = 8;
    int[] user = new int[users * steps];
    int[] item = new int[user.length];
    for (int i = 0; i < user.length; i++) {
      int one = i % users;
      user[i] = one;
      int direction = one % 2 == 0 ? 1 : ITEMS - 1;
      item[i] = i < users ? random.nextInt(ITEMS) : (item[i - users] + direction) % ITEMS;
    }
    float[] ones = new float[user.length];
    Arrays.fill(ones, 1);
    return new RankingData(
        new InteractionLog(users, ITEMS, user, item, ones, new long[user.length]));
  }

  @Test
  void theOrderTellsWhatComesNext() {
    var options = new SelfAttentionOptions(12, 16, 2, 1, 0.1, 5e-3, 25, 32, 0.01, 0.1, 0);
    RankingModel model = algorithm().train(walks(), options, 3, TrainingListener.SILENT);
    int right = 0;
    for (int item = 0; item < ITEMS; item++) {
      int up = (item + 1) % ITEMS;
      int down = (item + ITEMS - 1) % ITEMS;
      right += model.recommend(History.of(down, item), 1, any -> true).items()[0] == up ? 1 : 0;
      right += model.recommend(History.of(up, item), 1, any -> true).items()[0] == down ? 1 : 0;
    }
    assertThat(right).isGreaterThanOrEqualTo(36);
  }

  @Test
  void windowsForetellEachItemOnce() {
    var log =
        new InteractionLog(
            1, 9, new int[8], new int[] {0, 1, 1, 2, 3, 4, 5, 6}, ones(8), new long[8]);
    Sequences sequences = Sequences.of(log, 4, 0.1, new SplittableRandom(1));
    assertThat(sequences.learnt()).isDeepEqualTo(new int[][] {{2, 3, 4, 5, 6}, {0, 1, 2}});
    assertThat(sequences.held()).isEmpty();
    assertThat(sequences.length()).isEqualTo(4);
  }

  private static float[] ones(int count) {
    float[] ones = new float[count];
    Arrays.fill(ones, 1);
    return ones;
  }
}
