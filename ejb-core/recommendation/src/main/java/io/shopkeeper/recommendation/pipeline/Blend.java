package io.shopkeeper.recommendation.pipeline;

import io.shopkeeper.recommendation.boundary.recipe.Merge;
import io.shopkeeper.recommendation.boundary.recipe.SourceKind;
import io.shopkeeper.recommendation.boundary.recipe.SourceShare;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes one list of several.
 *
 * <p>By scores it is the weighted sum of each source's scores brought to 0.01 (its last proposal)
 * to 1 (its first): CombSUM with min–max norms (Fox, Shaw: Combination of Multiple Searches,
 * TREC-2, 1994). The last one counts a hundredth, so that to be proposed is more than not to be. By
 * ranks it is weighted reciprocal rank fusion, weight × 61 / (60 + place) (Cormack, Clarke,
 * Büttcher, SIGIR 2009), scaled so that a first place gives the whole weight. For one thread.
 */
final class Blend {

  private static final double LEAST = 0.01;
  private static final double RANK = 60;

  private final Merge merge;
  private final Map<String, Candidate> candidates = new LinkedHashMap<>();

  Blend(Merge merge) {
    this.merge = merge;
  }

  /** Takes what a source proposes. */
  void add(SourceShare source, Proposals proposals) {
    add(source.source(), source.weight(), proposals);
  }

  private void add(SourceKind kind, double weight, Proposals proposals) {
    double[] scores = proposals.scores();
    double least = scores.length == 0 ? 0 : scores[scores.length - 1];
    double range = scores.length == 0 ? 0 : scores[0] - least;
    for (int i = 0; i < scores.length; i++) {
      Article article = proposals.articles()[i];
      double part =
          switch (merge) {
            case SCORES -> range > 0 ? LEAST + (1 - LEAST) * (scores[i] - least) / range : 1;
            case RANKS -> (RANK + 1) / (RANK + 1 + i);
          };
      candidates
          .computeIfAbsent(article.id(), added -> new Candidate(article))
          .add(new Candidate.Share(kind, i + 1, scores[i], weight * part, proposals));
    }
  }

  /** All that were proposed, in the order in which they came. */
  Map<String, Candidate> candidates() {
    return candidates;
  }
}
