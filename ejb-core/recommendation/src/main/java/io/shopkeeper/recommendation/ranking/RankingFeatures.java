package io.shopkeeper.recommendation.ranking;

import io.shopkeeper.recommendation.boundary.recipe.Recipe;
import io.shopkeeper.recommendation.boundary.recipe.SourceShare;
import io.shopkeeper.recommendation.features.Feature;
import io.shopkeeper.recommendation.pipeline.Article;
import io.shopkeeper.recommendation.pipeline.Ask;
import io.shopkeeper.recommendation.pipeline.Candidate;
import io.shopkeeper.recommendation.pipeline.Shelf;
import java.util.Arrays;

/**
 * The features of the candidates of one answer. All is in memory already: nothing is asked of a
 * database. Every value is one of 16 bits, as it is logged, so that a model is asked with the very
 * numbers that another was taught with. For one thread.
 */
public final class RankingFeatures {

  private static final double LEAST = 0.01;

  private final Ask ask;
  private final ProductFacts facts;
  private final VisitorProfile visitor;
  private final double weights;
  private final double usualPrice;

  /**
   * Of an answer.
   *
   * @param recipe by which it is made
   * @param shelf where the products are that the visitor turned to
   */
  public RankingFeatures(Recipe recipe, Ask ask, Shelf shelf, ProductFacts facts) {
    this.ask = ask;
    this.facts = facts;
    this.visitor = new VisitorProfile(ask, shelf);
    this.weights = recipe.sources().stream().mapToDouble(SourceShare::weight).sum();
    this.usualPrice = visitor.usualPrice();
  }

  /**
   * Writes the values of a candidate.
   *
   * @param place where it is shown, from 1; 1 to compare candidates
   * @param row takes {@link Feature#WIDTH} numbers; NaN where one is missing
   * @param offset where they begin
   */
  public void read(Candidate candidate, int place, float[] row, int offset) {
    Arrays.fill(row, offset, offset + Feature.WIDTH, 0);
    sources(candidate, row, offset);
    product(candidate.article(), row, offset);
    visitor(candidate.article(), row, offset);
    put(row, offset, Feature.SHOWN_AT, Math.log(place));
    for (int i = offset; i < offset + Feature.WIDTH; i++) {
      row[i] = Float.float16ToFloat(Float.floatToFloat16(row[i]));
    }
  }

  private void sources(Candidate candidate, float[] row, int offset) {
    put(row, offset, Feature.BLENDED, weights > 0 ? candidate.blended() / weights : 0);
    int sources = 0;
    for (Candidate.Share share : candidate.shares()) {
      int at = SourceFeatures.scoreOf(share.source());
      sources++;
      if (at >= 0) {
        row[offset + at] = (float) within(share.proposals().scores(), share.score());
        row[offset + SourceFeatures.placeOf(at)] = 1f / share.place();
      }
    }
    put(row, offset, Feature.SOURCES, sources);
  }

  /** Where a score lies between the last of a list, which counts a hundredth, and the first. */
  private static double within(double[] scores, double score) {
    double least = scores[scores.length - 1];
    double range = scores[0] - least;
    return range > 0 ? LEAST + (1 - LEAST) * (score - least) / range : 1;
  }

  private void product(Article article, float[] row, int offset) {
    double price = VisitorProfile.price(article);
    double logPrice = price > 0 ? Math.log(price) : Double.NaN;
    put(row, offset, Feature.TREND, grown(facts.trend(article.id())));
    put(row, offset, Feature.POPULARITY, grown(facts.popularity(article.id())));
    put(row, offset, Feature.PRICE, logPrice);
    put(row, offset, Feature.PRICE_RATIO, logPrice - usualPrice);
    put(row, offset, Feature.PRICE_DISTANCE, Math.abs(logPrice - usualPrice));
    put(
        row,
        offset,
        Feature.DAYS_ON_SALE,
        article.from() == null ? Double.NaN : grown(article.daysOnSale(ask.now())));
    put(row, offset, Feature.STOCK, grown(article.stock()));
    put(row, offset, Feature.MARGIN, article.margin());
  }

  private void visitor(Article article, float[] row, int offset) {
    String id = article.id();
    put(row, offset, Feature.CATEGORY_SHARE, visitor.categoryShare(article));
    put(row, offset, Feature.DEPARTMENT_SHARE, visitor.departmentShare(article));
    put(row, offset, Feature.BRAND_SHARE, visitor.brandShare(article));
    put(row, offset, Feature.LAST_CATEGORY, visitor.isLastCategory(article) ? 1 : 0);
    put(row, offset, Feature.TIMES_TURNED_TO, grown(visitor.timesTurnedTo(id)));
    put(row, offset, Feature.DAYS_SINCE_TURNED_TO, grown(visitor.daysSinceTurnedTo(id)));
    put(row, offset, Feature.IN_CART, ask.taste().cart().containsKey(id) ? 1 : 0);
    put(row, offset, Feature.OWNED, ask.taste().consumed().containsKey(id) ? 1 : 0);
    put(row, offset, Feature.ACTS, grown(visitor.acts()));
    put(row, offset, Feature.SESSION_ACTS, grown(visitor.sessionActs()));
    put(row, offset, Feature.DAYS_SINCE_ACT, grown(visitor.daysSinceAct()));
  }

  private static void put(float[] row, int offset, Feature feature, double value) {
    row[offset + feature.column()] = (float) value;
  }

  /** ln(1 + value): differences among small values count more. */
  private static double grown(double value) {
    return Math.log(1 + Math.max(0, value)); // NaN stays NaN
  }
}
