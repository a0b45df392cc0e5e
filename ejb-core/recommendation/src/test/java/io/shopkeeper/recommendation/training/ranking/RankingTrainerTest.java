package io.shopkeeper.recommendation.training.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.ml.evaluation.GateVerdict;
import io.shopkeeper.ml.evaluation.PairedFigure;
import io.shopkeeper.ml.evaluation.QualityGate;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.platform.boundary.TrainingRequest;
import io.shopkeeper.recommendation.model.PurchaseModel;
import io.shopkeeper.training.Beside;
import io.shopkeeper.training.Trained;
import io.shopkeeper.training.snapshot.Snapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a brand decides and the sources do not know it, the ranking finds out. */
class RankingTrainerTest {

  @TempDir Path folder;

  private static Trained train(String algorithm, Snapshot snapshot) throws IOException {
    TrainingRequest request = RankingTraining.OFFER.complete(TrainingRequest.of(algorithm));
    return new RankingTrainer().train(request.task(), snapshot, TrainingListener.SILENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "logistic-regression",
        "gradient-boosting",
        "random-forest",
        "multilayer-perceptron"
      })
  void itBeatsTheBlendOnWhatWasShownLater(String algorithm) throws IOException {
    Trained trained =
        train(algorithm, ShownLog.ofBrand(900, 7).write(folder.resolve("s"), FollowUp.PURCHASE, 0));
    Map<String, Double> ours = trained.metrics().get("time:0.2");
    Map<String, Double> blend = trained.metrics().get("time:0.2 blend");
    assertThat(ours.get("ndcg_at_10")).isGreaterThan(blend.get("ndcg_at_10") + 0.05);
    assertThat(ours.get("auc")).isBetween(0.65, 0.85);
    assertThat(ours.get("ece")).isLessThan(0.05);
    assertThat(ours.get("rows")).isEqualTo(1800);
    assertThat(trained.standardErrors().get("time:0.2")).containsKeys("auc", "ece", "ndcg_at_10");
    Beside beside = Beside.of(trained.facts()).orElseThrow();
    assertThat(beside.opponent()).isEqualTo(Beside.Opponent.BLEND);
    PairedFigure figure = beside.figures().get("ndcg_at_10");
    assertThat(new QualityGate(0.02).judge(figure)).isEqualTo(GateVerdict.BETTER);
    assertThat(trained.facts()).containsEntry("goal", "purchase");
    assertThat(PurchaseModel.read(trained.artefact()).algorithm()).isEqualTo(algorithm);
    String importance = new String(trained.files().get("importance.csv"), StandardCharsets.UTF_8);
    assertThat(importance.lines().skip(1).findFirst().orElseThrow()).startsWith("brand_share,");
    assertThat(trained.files()).containsKey("reliability.csv");
  }

  @Test
  void aWeakerGoalCountsWeakerActs() throws IOException {
    var log = ShownLog.ofBrand(300, 7);
    ShownRows purchases = ShownRows.read(log.write(folder.resolve("p"), FollowUp.PURCHASE, 0));
    ShownRows clicks = ShownRows.read(log.write(folder.resolve("c"), FollowUp.CLICK, 0));
    int[] all = purchases.divide(0.99).test();
    assertThat(clicks.positives(all)).isGreaterThan(purchases.positives(all));
  }

  @Test
  void theSameGivesTheSame() throws IOException {
    Snapshot snapshot = ShownLog.ofBrand(300, 7).write(folder.resolve("s"), FollowUp.PURCHASE, 0);
    assertThat(train("logistic-regression", snapshot).artefact())
        .isEqualTo(train("logistic-regression", snapshot).artefact());
  }

  @Test
  void whereTheWindowLeavesTooLittleItSaysHowMuchThereIsAndIsNeeded() throws IOException {
    // Three hundred minutes, but what may follow takes four hours: hardly anything was known.
    Snapshot snapshot = ShownLog.ofBrand(300, 7).write(folder.resolve("s"), FollowUp.PURCHASE, 4);
    assertThatThrownBy(() -> train("logistic-regression", snapshot))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Too few to measure by time: what is to be learnt followed 0 of 0")
        .hasMessageContaining("at least 20 and 5 are needed");
  }
}
