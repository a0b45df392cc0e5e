package io.shopkeeper.recommendation.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.recommendation.features.Feature;
import io.shopkeeper.recommendation.pipeline.Outcome;
import io.shopkeeper.recommendation.pipeline.Scorer;
import org.junit.jupiter.api.Test;

/** Every value by hand. */
class RankingFeaturesTest {

  private final TwoBrands shop = new TwoBrands();
  private final Outcome outcome = shop.run(TwoBrands.RECIPE, Scorer.BLENDED);

  private float[] row(String product, int place) {
    float[] row = new float[Feature.WIDTH];
    shop.features().read(outcome.candidate(product).orElseThrow(), place, row, 0);
    return row;
  }

  private static void holds(float[] row, Feature feature, double value) {
    // A value of 16 bits has about three digits.
    assertThat((double) row[feature.column()]).as(feature.word()).isCloseTo(value, within(0.002));
  }

  @Test
  void whatTheSourcesGave() {
    float[] c = row("c", 1);
    // Last of trending: a hundredth of weight 3; only one of new: all of weight 1; of 4 in all.
    holds(c, Feature.BLENDED, (3 * 0.01 + 1) / 4);
    holds(c, Feature.TRENDING_SCORE, 0.01);
    holds(c, Feature.TRENDING_PLACE, 1.0 / 3);
    holds(c, Feature.NEW_SCORE, 1);
    holds(c, Feature.NEW_PLACE, 1);
    holds(c, Feature.SOURCES, 2);
    holds(c, Feature.PERSONAL_SCORE, 0);
    holds(c, Feature.PERSONAL_PLACE, 0);
    float[] b = row("b", 1);
    holds(b, Feature.TRENDING_SCORE, 0.01 + 0.99 * 0.5);
    holds(b, Feature.SOURCES, 1);
  }

  @Test
  void whatIsKnownOfTheProduct() {
    float[] a = row("a", 1);
    holds(a, Feature.TREND, 1);
    holds(a, Feature.POPULARITY, 0);
    holds(a, Feature.PRICE, Math.log(10));
    holds(a, Feature.DAYS_ON_SALE, Math.log(4));
    holds(a, Feature.STOCK, Math.log(8));
    assertThat(a[Feature.MARGIN.column()]).isNaN();
    holds(row("b", 1), Feature.MARGIN, 0.25);
    holds(row("b", 1), Feature.TREND, 0);
  }

  @Test
  void howItSuitsTheVisitor() {
    // b of weight 1 costs 40, seen of weight 3 costs 20.
    double usual = (Math.log(40) + 3 * Math.log(20)) / 4;
    float[] a = row("a", 1);
    holds(a, Feature.PRICE_RATIO, Math.log(10) - usual);
    holds(a, Feature.PRICE_DISTANCE, usual - Math.log(10));
    holds(a, Feature.CATEGORY_SHARE, 0.75);
    holds(a, Feature.DEPARTMENT_SHARE, 1);
    holds(a, Feature.BRAND_SHARE, 0.75);
    holds(a, Feature.LAST_CATEGORY, 1);
    holds(a, Feature.TIMES_TURNED_TO, 0);
    assertThat(a[Feature.DAYS_SINCE_TURNED_TO.column()]).isNaN();
    holds(a, Feature.IN_CART, 0);
    float[] b = row("b", 1);
    holds(b, Feature.CATEGORY_SHARE, 0.25);
    holds(b, Feature.BRAND_SHARE, 0.25);
    holds(b, Feature.LAST_CATEGORY, 0);
    holds(b, Feature.TIMES_TURNED_TO, Math.log(2));
    holds(b, Feature.DAYS_SINCE_TURNED_TO, Math.log(10));
    float[] c = row("c", 1);
    holds(c, Feature.CATEGORY_SHARE, 0);
    holds(c, Feature.DEPARTMENT_SHARE, 0);
    holds(c, Feature.BRAND_SHARE, 0.75);
  }

  @Test
  void whatIsKnownOfTheVisitorAndThePlace() {
    float[] a = row("a", 4);
    holds(a, Feature.ACTS, Math.log(3));
    holds(a, Feature.SESSION_ACTS, Math.log(2));
    holds(a, Feature.DAYS_SINCE_ACT, Math.log(2));
    holds(a, Feature.SHOWN_AT, Math.log(4));
    holds(row("a", 1), Feature.SHOWN_AT, 0);
  }

  @Test
  void whatIsLoggedIsWhatAModelIsAskedWith() {
    float[] row = row("b", 3);
    assertThat(FeatureBytes.unpack(FeatureBytes.pack(row))).containsExactly(row);
  }
}
