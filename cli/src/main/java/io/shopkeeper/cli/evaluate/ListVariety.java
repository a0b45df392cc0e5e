package io.shopkeeper.cli.evaluate;

import io.shopkeeper.ml.content.ContentBased;
import io.shopkeeper.ml.diversity.Diversification;
import io.shopkeeper.ml.diversity.ItemCosines;
import io.shopkeeper.ml.neighbour.ScoredItems;
import io.shopkeeper.ml.ranking.InteractionLog;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.ml.table.Table;
import java.util.stream.Stream;

/**
 * How much lists vary, and how they are made to.
 *
 * @param cosines of the items
 */
record ListVariety(Diversification how, ItemCosines cosines) {

  /** By the attributes of the items where there are any, else by who met them in training. */
  static ListVariety of(Diversification how, InteractionLog log, Table attributes) {
    return new ListVariety(
        how,
        new ItemCosines(
            attributes.columns().isEmpty()
                ? log.binary().transpose()
                : ContentBased.vectors(attributes, new ContentBased().standard())));
  }

  /** A model whose lists vary. */
  RankedFold.Ranker ranker(RankingModel model) {
    return (history, n, admissible) -> {
      ScoredItems candidates = model.recommend(history, how.candidates(n), admissible);
      return how.choose(candidates, n, cosines.among(candidates.items()));
    };
  }

  /** The sum of the diversity of lists of two and more, and how many those are. */
  double[] diversity(Stream<int[]> lists) {
    double[] each =
        lists
            .parallel()
            .mapToDouble(cosines::diversity)
            .filter(one -> !Double.isNaN(one))
            .toArray();
    double sum = 0;
    for (double one : each) {
      sum += one;
    }
    return new double[] {sum, each.length};
  }
}
