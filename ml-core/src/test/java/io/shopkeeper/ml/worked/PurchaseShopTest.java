package io.shopkeeper.ml.worked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.linear.LogisticRegression;
import io.shopkeeper.ml.metric.ClassMetrics;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PurchaseShopTest {

  private static final int ROWS = 20_000;

  @Test
  void probabilitiesAreThoseOfThePurchases() {
    PurchaseShop shop = PurchaseShop.of(1_000, 500, ROWS, 42);
    int[] codes = ((ClassTarget) shop.rows().target()).codes();
    double expected = IntStream.range(0, ROWS).mapToDouble(row -> shop.probability()[row]).sum();
    assertThat((double) IntStream.of(codes).sum() / ROWS).isCloseTo(expected / ROWS, within(0.01));
  }

  @Test
  void logisticRegressionComesNearTheOptimum() {
    PurchaseShop shop = PurchaseShop.of(1_000, 500, ROWS, 42);
    int[] train = IntStream.range(0, ROWS).filter(row -> row % 5 != 0).toArray();
    int[] test = IntStream.range(0, ROWS).filter(row -> row % 5 == 0).toArray();
    var algorithm = new LogisticRegression();
    TableModel model =
        algorithm.train(
            shop.rows().select(train), algorithm.standard(), 42, TrainingListener.SILENT);
    LabelledTable held = shop.rows().select(test);
    double accuracy =
        ClassMetrics.of(model.predict(held.features()), ((ClassTarget) held.target()).codes())
            .accuracy();
    assertThat(accuracy).isGreaterThanOrEqualTo(0.9);
    // Two standard errors of 4,000 rows are 0.008.
    assertThat(accuracy).isCloseTo(shop.optimum(test), within(0.01));
  }

  @Test
  void oneSeedGivesOneShop() {
    assertThat(PurchaseShop.of(20, 30, 50, 5).probability())
        .containsExactly(PurchaseShop.of(20, 30, 50, 5).probability());
    assertThat(PurchaseShop.of(20, 30, 50, 6).probability())
        .isNotEqualTo(PurchaseShop.of(20, 30, 50, 5).probability());
  }
}
