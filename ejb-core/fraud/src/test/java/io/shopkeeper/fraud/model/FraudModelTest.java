package io.shopkeeper.fraud.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.fraud.features.PaymentFeatures;
import io.shopkeeper.ml.explain.ExplainedModel;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.training.TableLesson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FraudModelTest {

  /** Those that a version worked out which had fewer features, in another order. */
  private static final List<String> OLD = List.of("card.count.1h", "guest", "amount");

  private static FraudModel trained(List<String> names) {
    int rows = 400;
    Random random = new Random(3);
    boolean[] fraud = new boolean[rows];
    float[][] values = new float[names.size()][rows];
    for (int row = 0; row < rows; row++) {
      for (float[] column : values) {
        column[row] = random.nextInt(10);
      }
      fraud[row] = values[0][row] + random.nextInt(3) > 7;
    }
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      columns.add(new NumberColumn(names.get(i), values[i]));
    }
    var table = new Table(columns);
    TableModel model =
        TableLesson.of("logistic-regression", Map.of(), 1)
            .train(new LabelledTable(table, ClassTarget.of(fraud)), TrainingListener.SILENT);
    return new FraudModel(
        "logistic-regression", model, Optional.of(Oddness.of(table, 1, TrainingListener.SILENT)));
  }

  private static double[] features() {
    double[] features = new double[PaymentFeatures.list().size()];
    Arrays.fill(features, Double.NaN);
    features[PaymentFeatures.place("amount")] = 3;
    features[PaymentFeatures.place("guest")] = 1;
    features[PaymentFeatures.place("card.count.1h")] = 99;
    return features;
  }

  @Test
  void aModelOfFewerFeaturesGoesOnWithThose() throws IOException {
    FraudModel model = FraudModel.read(trained(OLD).write());
    double[] features = features();
    assertThat(model.row(features)).containsExactly(99, 1, 3);
    double[] asked = new double[2];
    model.model().predict(new float[] {99, 1, 3}, 0, asked);
    assertThat(model.probability(features)).isEqualTo(asked[1]);
    List<FraudModel.Contribution> all = model.strongest(features, 9);
    assertThat(PaymentFeatures.list().get(all.getFirst().feature()).name())
        .as("what the training saw it in")
        .isEqualTo("card.count.1h");
    assertThat(
            ((ExplainedModel) model.model()).base(0)
                + all.stream().mapToDouble(FraudModel.Contribution::contribution).sum())
        .isCloseTo(
            ((ExplainedModel) model.model()).margin(model.row(features), 0, 0), within(1e-4));
    assertThat(PaymentFeatures.list().get(model.strangest(features, 1).getFirst().feature()).name())
        .isEqualTo("card.count.1h");
    assertThat(model.anomaly(features)).isGreaterThan(0.8);
  }

  @Test
  void aFeatureThatIsGoneIsNamed() {
    assertThatThrownBy(() -> trained(List.of("amount", "shoe_size")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("shoe_size");
  }
}
