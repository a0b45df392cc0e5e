package io.shopkeeper.ml.ranking;

import io.shopkeeper.ml.algorithm.TrainedModel;
import io.shopkeeper.ml.neighbour.ScoredItems;
import io.shopkeeper.ml.neighbour.TopItems;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Ranks items. Implementations are immutable and safe for use by several threads.
 *
 * <p>Nobody is given something personal out of nothing: where a history holds no item that the
 * model knows, and the user was not in training or the model keeps nothing of users, every score is
 * −∞ and nothing is recommended. The caller then ranks by popularity. A model that ranks alike for
 * everybody does so for them too.
 */
public interface RankingModel extends TrainedModel {

  /** How many items it knows: 0 to this, exclusive. */
  int items();

  /**
   * How well every item fits a history. Scores of different models have different scales.
   *
   * @param scores of {@link #items} values; written; −∞ for an item that the model can say nothing
   *     about
   */
  void score(History history, float[] scores);

  /**
   * The best items; ties go to the lower item, items of score −∞ are left out.
   *
   * @param n at most so many, at least 1
   * @param admissible whether an item may be recommended
   */
  default ScoredItems recommend(History history, int n, IntPredicate admissible) {
    float[] scores = new float[items()];
    score(history, scores);
    return TopItems.of(scores, Float.NEGATIVE_INFINITY, n, admissible);
  }

  /**
   * For each item the item of the history that spoke loudest for it, −1 where none did: the ground
   * of a reason such as "because you looked at …".
   */
  default int[] sources(History history, int[] items) {
    int[] none = new int[items.length];
    Arrays.fill(none, -1);
    return none;
  }
}
