package io.shopkeeper.recommendation.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.recommendation.boundary.estimate.EstimatedAct;
import io.shopkeeper.recommendation.boundary.estimate.RecipeEstimate;
import io.shopkeeper.recommendation.boundary.estimate.RecipeEstimate.Figure;
import io.shopkeeper.recommendation.boundary.estimate.RecipeEstimate.Refusal;
import io.shopkeeper.recommendation.boundary.estimate.RecipeEstimate.Warning;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EstimateSimulationTest {

  private static final EstimateOrder ORDER =
      new EstimateOrder("home", 2, EstimatedAct.CLICK, 14, "mei");

  private static RecipeEstimate read(Weighed found) {
    return EstimateReader.read(ORDER, Instant.EPOCH, Instant.EPOCH, found);
  }

  private static boolean holds(Figure figure, double truth) {
    return figure.low() <= truth && truth <= figure.high();
  }

  /** Issue 7, acceptance 3, through the pipeline and the log as the shop writes it. */
  @Test
  void theIntervalsHoldTheTruth() {
    int inverse = 0;
    int normalised = 0;
    int difference = 0;
    int shown = 0;
    for (int run = 0; run < 100; run++) {
      var shop = new ChanceShop(run);
      RecipeEstimate found = read(shop.run(ChanceShop.live(0.2), ChanceShop.candidate(), 600));
      assertThat(found.refusal()).isNull();
      double truth = shop.truth(ChanceShop.candidate());
      inverse += holds(found.inverse(), truth) ? 1 : 0;
      normalised += holds(found.selfNormalised(), truth) ? 1 : 0;
      difference += found.difference().high() > found.difference().low() ? 1 : 0;
      shown +=
          found.shown().low() < found.shown().perThousand()
                  && found.shown().high() > found.shown().perThousand()
              ? 1
              : 0;
    }
    assertThat(List.of(inverse, normalised)).allMatch(covered -> covered >= 95);
    assertThat(List.of(difference, shown)).containsOnly(100);
  }

  @Test
  void manyVisitorsTellThatABetterRecipeIsBetter() {
    var shop = new ChanceShop(5);
    RecipeEstimate found = read(shop.run(ChanceShop.live(0.2), ChanceShop.candidate(), 20_000));
    double truth = shop.truth(ChanceShop.candidate());
    assertThat(truth).isGreaterThan(shop.truth(ChanceShop.live(0)));
    assertThat(holds(found.selfNormalised(), truth)).isTrue();
    assertThat(found.difference().low()).as("surely better").isPositive();
    assertThat(found.warnings()).isEmpty();
  }

  @Test
  void theLiveRecipeWouldHaveBroughtWhatItBrought() {
    var shop = new ChanceShop(7);
    RecipeEstimate found = read(shop.run(ChanceShop.live(0.1), ChanceShop.live(0.1), 2_000));
    assertThat(found.agreement()).isGreaterThan(0.9);
    assertThat(found.support()).isEqualTo(1);
    assertThat(holds(found.inverse(), shop.truth(ChanceShop.live(0)))).isTrue();
  }

  @Test
  void whatTheLogCannotTellIsRefused() {
    var shop = new ChanceShop(3);
    assertThat(read(shop.run(ChanceShop.live(0), ChanceShop.candidate(), 300)).refusal())
        .as("nothing was left to chance")
        .isEqualTo(Refusal.NOTHING_DEALT);
    assertThat(read(shop.run(ChanceShop.live(0.2), ChanceShop.candidate(), 60)).refusal())
        .isEqualTo(Refusal.FEW_VISITORS);
    RecipeEstimate strange = read(shop.run(ChanceShop.live(0.2), ChanceShop.strange(), 300));
    assertThat(strange.refusal()).isEqualTo(Refusal.NO_SUPPORT);
    assertThat(strange.support()).isLessThan(0.3);
    assertThat(strange.inverse()).isNull();
    assertThat(strange.shown()).as("what was shown is known").isNotNull();
  }

  @Test
  void fewWeighedPlacesAreWarnedOf() {
    var shop = new ChanceShop(3);
    RecipeEstimate found = read(shop.run(ChanceShop.live(0.01), ChanceShop.candidate(), 300));
    assertThat(found.warnings()).contains(Warning.FEW_EFFECTIVE);
  }
}
