package io.shopkeeper.recommendation.training;

import io.shopkeeper.ml.neighbour.ScoredItems;
import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.recommendation.model.RecommendationModel;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A model of another training, asked in this one's numbers of items. What it does not know it does
 * not rank; to whom it knows nothing of it shows what is liked, as serving does.
 */
final class LiveRanker implements HeldOut.Ranker {

  private final RecommendationModel model;
  private final HeldOut.Ranker ranker;

  /** Its item of each item here, −1 for none. */
  private final int[] theirs;

  /** The item here of each of its items, −1 for none. */
  private final int[] ours;

  /**
   * Of a model.
   *
   * @param productIds of the items here
   */
  LiveRanker(RecommendationModel model, List<String> productIds) {
    this.model = model;
    this.ranker = HeldOut.Ranker.of(model);
    this.theirs = productIds.stream().mapToInt(model::indexOf).toArray();
    this.ours = new int[Arrays.stream(theirs).max().orElse(-1) + 1];
    Arrays.fill(ours, -1);
    for (int item = 0; item < theirs.length; item++) {
      if (theirs[item] >= 0) {
        ours[theirs[item]] = item;
      }
    }
  }

  @Override
  public ScoredItems recommend(History history, int n, IntPredicate allowed) {
    int[] known =
        IntStream.range(0, history.size())
            .filter(place -> theirs[history.items()[place]] >= 0)
            .toArray();
    IntPredicate theirAllowed =
        item -> item < ours.length && ours[item] >= 0 && allowed.test(ours[item]);
    ScoredItems ranked =
        known.length == 0
            ? model.popularity().top(n, theirAllowed)
            : ranker.recommend(translated(history, known), n, theirAllowed);
    return new ScoredItems(
        IntStream.of(ranked.items()).map(item -> ours[item]).toArray(), ranked.scores());
  }

  private History translated(History history, int[] known) {
    float[] values = new float[known.length];
    for (int place = 0; place < known.length; place++) {
      values[place] = history.values()[known[place]];
    }
    return new History(
        History.STRANGER,
        IntStream.of(known).map(place -> theirs[history.items()[place]]).toArray(),
        values,
        IntStream.of(known).mapToLong(place -> history.times()[place]).toArray());
  }
}
