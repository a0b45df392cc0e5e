package io.shopkeeper.recommendation.ranking;

import io.shopkeeper.recommendation.boundary.explanation.FeaturePart;
import io.shopkeeper.recommendation.features.Feature;
import io.shopkeeper.recommendation.model.PurchaseModel;
import io.shopkeeper.recommendation.pipeline.Candidate;
import io.shopkeeper.recommendation.pipeline.Scorer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How one answer is ranked: by the probability of a purchase where the recipe wants that and a
 * model is there, else as the sources blended it. Features are worked out only if somebody needs
 * them: the model, the log, or who asks why. For one thread.
 */
public final class AnswerRanking implements Scorer {

  /** Contributions that are told. */
  private static final int TOLD = 6;

  private final Optional<PurchaseModel> model;
  private final Supplier<RankingFeatures> source;
  private RankingFeatures features;

  /**
   * Of an answer.
   *
   * @param model that ranks; empty to leave the order of the blend
   * @param source asked once at most
   */
  public AnswerRanking(Optional<PurchaseModel> model, Supplier<RankingFeatures> source) {
    this.model = model;
    this.source = source;
  }

  private RankingFeatures features() {
    if (features == null) {
      features = source.get();
    }
    return features;
  }

  /** Whether it is a model that ranks. */
  public boolean isByPurchase() {
    return model.isPresent();
  }

  @Override
  public void score(Collection<Candidate> candidates) {
    if (model.isEmpty() || candidates.isEmpty()) {
      return;
    }
    PurchaseModel ranking = model.get();
    RankingFeatures values = features();
    float[] row = new float[Feature.WIDTH];
    double[] both = new double[2];
    for (Candidate candidate : candidates) {
      values.read(candidate, 1, row, 0);
      candidate.predict(ranking.probability(row, both));
    }
  }

  /** The features of what is shown, a row each in the order of the list. */
  public float[] rows(List<Candidate> shown) {
    float[] rows = new float[shown.size() * Feature.WIDTH];
    for (int i = 0; i < shown.size(); i++) {
      features().read(shown.get(i), i + 1, rows, i * Feature.WIDTH);
    }
    return rows;
  }

  /**
   * What spoke most for and against a candidate; empty if no model ranked it, or the model cannot
   * say.
   */
  public List<FeaturePart> parts(Candidate candidate, Locale locale) {
    if (model.isEmpty() || Double.isNaN(candidate.probability())) {
      return List.of();
    }
    PurchaseModel ranking = model.orElseThrow();
    return ranking
        .explained()
        .map(
            able -> {
              float[] row = new float[Feature.WIDTH];
              features().read(candidate, 1, row, 0);
              float[] asked = row.clone();
              ranking.limit(asked);
              return strongest(row, able.contributions(asked, 0, 0), locale);
            })
        .orElse(List.of());
  }

  private static List<FeaturePart> strongest(float[] row, double[] adds, Locale locale) {
    List<FeaturePart> parts = new ArrayList<>();
    Feature.all().stream()
        .filter(feature -> Math.abs(adds[feature.column()]) > 1e-9)
        .sorted(Comparator.comparingDouble((Feature feature) -> -Math.abs(adds[feature.column()])))
        .limit(TOLD)
        .forEach(
            feature -> {
              float value = row[feature.column()];
              parts.add(
                  new FeaturePart(
                      feature.word(),
                      feature.label(locale),
                      Float.isNaN(value) ? null : Double.valueOf(value),
                      adds[feature.column()]));
            });
    return parts;
  }
}
