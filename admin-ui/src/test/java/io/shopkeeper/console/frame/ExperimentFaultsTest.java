package io.shopkeeper.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.recommendation.boundary.experiment.DesignCheck;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentArm;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentDesign;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentGuard;
import io.shopkeeper.recommendation.boundary.experiment.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be wrong with an experiment is said in Chinese, too. */
class ExperimentFaultsTest {

  private final FaultTable table = FaultTable.read("faults_zh_CN.tsv");

  @Test
  void everyFaultOfADesignIsTranslated() {
    var arm = new ExperimentArm("holdout", 1, 0);
    var guard = new ExperimentGuard(Metric.CLICK, 2);
    var none = new ExperimentGuard(null, 0);
    var many =
        new ExperimentDesign(
            null,
            "x".repeat(501),
            List.of(arm, arm),
            1.0,
            0.0,
            null,
            List.of(guard, guard, none, guard, guard),
            5L,
            0);
    var alone = new ExperimentDesign("home", "", List.of(arm), null, null, null, null, null, null);
    assertThat(DesignCheck.of(many)).hasSizeGreaterThan(12);
    assertThat(List.of(many, alone))
        .flatMap(DesignCheck::of)
        .allSatisfy(
            error ->
                assertThat(table.translate(error.message()))
                    .as(error.toString())
                    .containsPattern("\\p{IsHan}")
                    .doesNotContain("must", "and not", "share"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "must be a percentage above 0, at most 100",
        "must be a percentage from 0 to below 100",
        "is the name of another experiment",
        "the placement home has no recipe v7",
        "Another experiment runs at the placement home. Stop that one first.",
        "Somebody drafts the experiment a just now. Read it again.",
        "Somebody changes the experiment a just now.",
        "The experiment a is running: it can be changed no more; draft another one.",
        "The experiment a is stopped: it can be changed no more; draft another one.",
        "The experiment a is running: it cannot be started again.",
        "The experiment a is stopped: it cannot be started again.",
        "The experiment a is draft: it has no ramp to be changed.",
        "The experiment a is stopped: it has no ramp to be changed.",
        "The experiment a is draft: it cannot be stopped.",
        "The experiment a is stopped: it cannot be stopped.",
        "The placement a was removed. Make it again, or draft another experiment.",
        "The experiment a runs at the placement b. Stop it first.",
        "The placement home comes with the product and cannot be removed. Publish version 0 to show what it came with.",
        "there is no arm third",
        "there is no placement nowhere"
      })
  void everyRefusalIsTranslated(String sentence) {
    assertThat(table.translate(sentence))
        .containsPattern("\\p{IsHan}")
        .doesNotContain("experiment ", "must", "the ");
  }
}
