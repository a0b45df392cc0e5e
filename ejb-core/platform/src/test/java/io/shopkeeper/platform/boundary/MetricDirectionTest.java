package io.shopkeeper.platform.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricDirectionTest {

  @ParameterizedTest
  @CsvSource({
    "ndcg_at_10,HIGHER_IS_BETTER,USERS",
    "value_mae,LOWER_IS_BETTER,CUSTOMERS",
    "purchases_rmse,LOWER_IS_BETTER,CUSTOMERS",
    "value_spearman,HIGHER_IS_BETTER,CUSTOMERS",
    "value_total,NEITHER,CUSTOMERS",
    "wape,LOWER_IS_BETTER,PRODUCTS",
    "cover80,NEITHER,ROWS",
    "log_loss,LOWER_IS_BETTER,ROWS",
    "auc,HIGHER_IS_BETTER,ROWS",
    "users,NEITHER,ROWS"
  })
  void saysWhichWayIsBetterAndWhatIsDrawn(
      String metric, MetricDirection direction, GateReport.Unit unit) {
    assertThat(MetricDirection.of(metric)).isEqualTo(direction);
    assertThat(GateReport.Unit.of(metric)).isEqualTo(unit);
  }
}
