package io.shopkeeper.platform.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.platform.boundary.ModelComparison.Metric;
import io.shopkeeper.platform.boundary.ModelComparison.Verdict;
import io.shopkeeper.platform.registry.Versions;
import org.junit.jupiter.api.Test;

class ModelComparisonTest {

  @Test
  void aDifferenceOfMoreThanTwoStandardErrorsIsClear() {
    // The error of the difference is √2 · 0.01; two of them are 0.0283.
    assertThat(verdict("ndcg_at_10", 0.400, 0.429, 0.01)).isEqualTo(Verdict.BETTER);
    assertThat(verdict("ndcg_at_10", 0.400, 0.428, 0.01)).isEqualTo(Verdict.NO_DIFFERENCE);
    assertThat(verdict("ndcg_at_10", 0.429, 0.400, 0.01)).isEqualTo(Verdict.WORSE);
  }

  @Test
  void lessIsBetterWhereItIsAnError() {
    assertThat(verdict("rmse", 0.400, 0.429, 0.01)).isEqualTo(Verdict.BETTER);
    assertThat(verdict("rmse", 0.429, 0.400, 0.01)).isEqualTo(Verdict.WORSE);
  }

  @Test
  void withoutAnErrorNobodyCanTell() {
    assertThat(verdict("ndcg_at_10", 0.1, 0.9, null)).isEqualTo(Verdict.UNKNOWN);
    assertThat(verdict("users", 0.1, 0.9, 0.01)).as("a count").isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void whatDiffersIsMarked() {
    ModelComparison both =
        ModelComparison.of(Versions.measured(1, 0.4, null), Versions.measured(2, 0.5, null));
    assertThat(both.parameters())
        .filteredOn(ModelComparison.Setting::differs)
        .extracting(ModelComparison.Setting::name)
        .containsExactly("halfLifeDays");
  }

  private static Verdict verdict(String metric, double a, double b, Double error) {
    return ModelComparison.of(Versions.measured(1, a, error), Versions.measured(2, b, error))
        .metrics()
        .stream()
        .filter(one -> one.name().equals(metric))
        .map(Metric::verdict)
        .findFirst()
        .orElseThrow();
  }
}
