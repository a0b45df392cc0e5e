package io.shopkeeper.ml.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.ml.worked.RepeatShop;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuyTillYouDieTest extends CustomerValueContract<BuyTillYouDie.Options> {

  @Override
  protected BuyTillYouDie algorithm() {
    return new BuyTillYouDie();
  }

  @Test
  void theGradientIsThatOfTheLoss() {
    List<PurchaseSummary> seen =
        PlantedShop.log(300, 2).customers().stream()
            .map(one -> PurchaseSummary.of(one, PlantedShop.END))
            .toList();
    for (boolean afterFirst : new boolean[] {false, true}) {
      var fit = new BetaGeometricFit(seen, afterFirst, 3);
      Gradients.areRight(
          (x, gradient) -> fit.loss(x, new double[] {0.1, 1, -0.2, 1}, gradient),
          new double[] {-0.5, 1.3, -0.1, 0.8});
    }
  }

  /** Of 20,000 customers who behave as the published numbers say; errors beside the usual ones. */
  @Test
  void findsThePlantedNumbers() {
    for (boolean afterFirst : new boolean[] {false, true}) {
      var truth = new BetaGeometric(0.243, 4.414, 0.793, 2.426, afterFirst);
      RepeatShop shop = RepeatShop.of(truth, new GammaGamma(6.25, 3.74, 15.44), 20_000, 400, 8);
      BuyTillYouDieModel model =
          (BuyTillYouDieModel)
              new BuyTillYouDie()
                  .train(
                      new PurchaseLog(shop.customers(), shop.days()),
                      new BuyTillYouDie.Options(90, afterFirst, 0, 0, 1000),
                      1,
                      TrainingListener.SILENT);
      BetaGeometric found = model.visits();
      // Two purchases of one day are one, so that rates come out a little lower.
      assertThat(found.r()).isCloseTo(truth.r(), within(0.03));
      assertThat(found.alpha()).isCloseTo(truth.alpha(), within(0.7));
      assertThat(found.a() / (found.a() + found.b())).isCloseTo(0.793 / 3.219, within(0.03));
      assertThat(model.spends().mean()).isCloseTo(35.2, within(1.5));
    }
  }

  @Test
  void tooLittleIsSaid() {
    assertThatThrownBy(() -> train(PlantedShop.log(5, 3)))
        .hasMessageContaining("at least 10 customers");
  }
}
