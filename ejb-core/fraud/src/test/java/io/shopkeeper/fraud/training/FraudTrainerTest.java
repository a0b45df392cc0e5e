package io.shopkeeper.fraud.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.fraud.features.MadePayments;
import io.shopkeeper.fraud.features.Payment;
import io.shopkeeper.fraud.features.PaymentFeatures;
import io.shopkeeper.fraud.features.PaymentHistory;
import io.shopkeeper.fraud.model.FraudModel;
import io.shopkeeper.ml.explain.ExplainedModel;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.platform.boundary.TrainingRequest;
import io.shopkeeper.training.Trained;
import io.shopkeeper.training.snapshot.Snapshot;
import io.shopkeeper.training.snapshot.SnapshotWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FraudTrainerTest {

  @TempDir private Path folder;

  /** Large amounts from France are fraud, most of them. */
  private Snapshot snapshot(int payments, boolean frauds) throws IOException {
    Random random = new Random(5);
    var replay = new PaymentReplay();
    try (SnapshotWriter writer = SnapshotWriter.begin(folder.resolve("s" + payments + frauds))) {
      var table = new LabelledPayments.Writer(writer);
      for (Payment payment : MadePayments.of(payments, 9)) {
        double[] features = replay.next(payment);
        boolean odd = payment.cents() > 50_000 && "FR".equals(payment.country());
        double chance = frauds ? (odd ? 0.9 : 0.01) : 0;
        table.add(payment.time(), random.nextDouble() < chance, features);
      }
      return writer.finish();
    }
  }

  private static Trained train(Snapshot snapshot, String algorithm) throws IOException {
    var request = new TrainingRequest(algorithm, null, Map.of(), null, null, null, null);
    return new FraudTrainer()
        .train(FraudTraining.OFFER.complete(request).task(), snapshot, TrainingListener.SILENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gradient-boosting", "logistic-regression"})
  void learnsIsMeasuredOnTheNewestAndSaysWhatEachFeatureAdds(String algorithm) throws IOException {
    Trained trained = train(snapshot(1_500, true), algorithm);
    Map<String, Double> metrics = trained.metrics().get(FraudTrainer.SPLIT);
    assertThat(metrics).containsKeys("pr_auc", "ece", "recall_at_budget", "precision_at_budget");
    assertThat(metrics.get("auc")).as("%s", metrics).isGreaterThan(0.6);
    assertThat(metrics.get("rows")).isBetween(280.0, 320.0);
    assertThat(trained.files()).containsKeys("reliability.csv", "importance.csv", "thresholds.csv");

    String groups = new String(trained.files().get("groups.csv"), StandardCharsets.UTF_8);
    assertThat(groups).contains("known,guest,", "known,longer,", "goes,home,", "goes,abroad,");

    FraudModel model = FraudModel.read(trained.artefact());
    var history = new PaymentHistory();
    for (Payment payment : MadePayments.of(40, 2)) {
      double[] features = PaymentFeatures.of(payment, history);
      history.put(payment);
      List<FraudModel.Contribution> all = model.strongest(features, features.length);
      ExplainedModel explained = (ExplainedModel) model.model();
      float[] row = model.row(features);
      assertThat(
              explained.base(0)
                  + all.stream().mapToDouble(FraudModel.Contribution::contribution).sum())
          .as("all together are the score before calibration")
          .isCloseTo(explained.margin(row, 0, 0), within(1e-4));
      assertThat(model.probability(features)).isBetween(0.0, 1.0);
      assertThat(model.strongest(features, 3).size()).isLessThanOrEqualTo(3);
      assertThat(model.anomaly(features)).isBetween(0.0, 1.0);
    }
  }

  @Test
  void tooFewFraudsAreRefusedAndSaid() throws IOException {
    Snapshot none = snapshot(400, false);
    assertThatThrownBy(() -> train(none, "logistic-regression"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 in the older four fifths");
  }
}
