package io.shopkeeper.recommendation.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.linear.LogisticRegression;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.recommendation.boundary.explanation.FeaturePart;
import io.shopkeeper.recommendation.boundary.recipe.ProductFilter;
import io.shopkeeper.recommendation.boundary.recipe.Rank;
import io.shopkeeper.recommendation.boundary.recipe.Recipe;
import io.shopkeeper.recommendation.boundary.recipe.Rule;
import io.shopkeeper.recommendation.features.Feature;
import io.shopkeeper.recommendation.model.PurchaseModel;
import io.shopkeeper.recommendation.pipeline.Candidate;
import io.shopkeeper.recommendation.pipeline.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A model puts first what suits the visitor; without one the blend decides. */
class AnswerRankingTest {

  private static final Recipe BY_PURCHASE = TwoBrands.RECIPE.ranked(Rank.PURCHASE);
  private static final PurchaseModel BRAND = ofBrand();

  private final TwoBrands shop = new TwoBrands();

  /** Bought is what is of the visitor's brand. */
  private static PurchaseModel ofBrand() {
    var random = new SplittableRandom(3);
    int rows = 400;
    List<Column> columns = new ArrayList<>();
    boolean[] bought = new boolean[rows];
    for (Feature feature : Feature.all()) {
      float[] values = new float[rows];
      for (int row = 0; feature == Feature.BRAND_SHARE && row < rows; row++) {
        values[row] = random.nextInt(5) / 4f;
        bought[row] = random.nextDouble() < 0.05 + 0.5 * values[row];
      }
      columns.add(new NumberColumn(feature.word(), values));
    }
    var algorithm = new LogisticRegression();
    TableModel model =
        algorithm.train(
            new LabelledTable(new Table(columns), ClassTarget.of(bought)),
            algorithm.presets().get("plain"),
            1,
            TrainingListener.SILENT);
    float[][] seen =
        columns.stream().map(column -> ((NumberColumn) column).values()).toArray(float[][]::new);
    for (float[] values : seen) {
      // As far as the products of this test go, nothing is new.
      values[0] = Math.min(values[0], -10);
      values[1] = Math.max(values[1], 10);
    }
    return PurchaseModel.of(algorithm.name(), model, seen);
  }

  private AnswerRanking ranking(Optional<PurchaseModel> model) {
    return new AnswerRanking(model, shop::features);
  }

  private static List<String> shown(Outcome outcome) {
    return outcome.shown().stream().map(Candidate::productId).toList();
  }

  @Test
  void withoutAModelTheBlendDecides() {
    Outcome outcome = shop.run(BY_PURCHASE, ranking(Optional.empty()));
    assertThat(shown(outcome)).containsExactly("a", "b", "c");
    assertThat(outcome.shown()).allMatch(candidate -> Double.isNaN(candidate.probability()));
  }

  @Test
  void theMostProbableComesFirstAndTheBlendDecidesAmongEquals() {
    Outcome outcome = shop.run(BY_PURCHASE, ranking(Optional.of(BRAND)));
    // a and c are of the visitor's brand alike; the sources gave more to a.
    assertThat(shown(outcome)).containsExactly("a", "c", "b");
    Candidate first = outcome.shown().getFirst();
    assertThat(first.probability()).isBetween(0.3, 0.55).isEqualTo(first.score());
    assertThat(first.probability()).isEqualTo(outcome.shown().get(1).probability());
    assertThat(outcome.shown().getLast().probability()).isBetween(0.05, 0.3);
  }

  @Test
  void rulesWeighProbabilitiesAsTheyWeighScores() {
    Recipe boosted =
        BY_PURCHASE.withRules(
            List.of(new Rule.Boost(Rule.Quality.MATCH, 9, ProductFilter.brand("y"))));
    Outcome outcome = shop.run(boosted, ranking(Optional.of(BRAND)));
    assertThat(shown(outcome)).containsExactly("b", "a", "c");
    Candidate first = outcome.shown().getFirst();
    assertThat(first.score()).isCloseTo(10 * first.probability(), within(1e-9));
  }

  @Test
  void itSaysWhatSpeaksForAProductAndAgainstAnother() {
    AnswerRanking ranking = ranking(Optional.of(BRAND));
    Outcome outcome = shop.run(BY_PURCHASE, ranking);
    FeaturePart forIt = ranking.parts(outcome.shown().getFirst(), Locale.ENGLISH).getFirst();
    assertThat(forIt.feature()).isEqualTo("brand_share");
    assertThat(forIt.label()).isEqualTo("Visitor’s taste for the brand");
    assertThat(forIt.value()).isEqualTo(0.75);
    assertThat(forIt.adds()).isPositive();
    FeaturePart against = ranking.parts(outcome.shown().getLast(), Locale.CHINESE).getFirst();
    assertThat(against.label()).isEqualTo("访客对该品牌的偏好");
    assertThat(against.adds()).isNegative();
    assertThat(ranking(Optional.empty()).parts(outcome.shown().getFirst(), Locale.ENGLISH))
        .isEmpty();
  }

  @Test
  void whatLiesBeyondAllThatWasLearntFromCountsAsTheOutermostOfIt() {
    float[][] seen = new float[Feature.WIDTH][];
    Arrays.fill(seen, new float[] {0, 1, Float.NaN});
    seen[1] = new float[] {Float.NaN};
    float[] row = new float[Feature.WIDTH];
    row[0] = 1000;
    row[1] = 7;
    row[2] = Float.NaN;
    row[3] = -5;
    row[4] = 0.5f;
    PurchaseModel.of("any", BRAND.model(), seen).limit(row);
    assertThat(row).startsWith(1, 7, Float.NaN, 0, 0.5f);
  }

  @Test
  void whatIsLoggedHasThePlacesOfTheList() {
    AnswerRanking ranking = ranking(Optional.empty());
    Outcome outcome = shop.run(TwoBrands.RECIPE, ranking);
    float[] rows = ranking.rows(outcome.shown());
    assertThat(rows).hasSize(3 * Feature.WIDTH);
    for (int place = 1; place <= 3; place++) {
      assertThat((double) rows[(place - 1) * Feature.WIDTH + Feature.SHOWN_AT.column()])
          .isCloseTo(Math.log(place), within(0.001));
    }
  }

  @Test
  void aModelComesBackFromItsBytesAndOfOtherFeaturesIsRefused() throws IOException {
    byte[] artefact = BRAND.write();
    PurchaseModel again = PurchaseModel.read(artefact);
    assertThat(shown(shop.run(BY_PURCHASE, ranking(Optional.of(again)))))
        .containsExactly("a", "c", "b");
    // The number of the set stands behind the header.
    byte[] other = artefact.clone();
    int at = new String(artefact, StandardCharsets.ISO_8859_1).indexOf("purchase-ranking");
    other[at + "purchase-ranking".length() + 7]++;
    assertThatThrownBy(() -> PurchaseModel.read(other))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("feature set 2")
        .hasMessageContaining("train it again");
  }
}
