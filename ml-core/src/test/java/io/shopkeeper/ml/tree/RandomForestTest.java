package io.shopkeeper.ml.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.calibration.Calibration;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.training.TrainingListener;
import org.junit.jupiter.api.Test;

class RandomForestTest {

  /** Keeps the last value of the curve. */
  private static final class LastLoss implements TrainingListener {

    private double value = Double.NaN;
    private int step;

    @Override
    public void progress(double fraction, String phase) {}

    @Override
    public void measured(String curve, int at, double measured) {
      assertThat(curve).isEqualTo("loss out of bag");
      value = measured;
      step = at;
    }

    @Override
    public boolean cancelled() {
      return false;
    }
  }

  @Test
  void theLossOutOfBagIsThatOfFreshRows() {
    var options =
        new RandomForest.Options(60, 0, 3, 0, 1, 255, ClassBalance.NONE, Calibration.NONE);
    var last = new LastLoss();
    TableModel model = new RandomForest().train(Made.binary(2000, 1), options, 3, last);
    assertThat(last.step).isEqualTo(60);
    LabelledTable fresh = Made.binary(2000, 5);
    double[][] predicted = model.predict(fresh.features());
    int[] codes = ((ClassTarget) fresh.target()).codes();
    double brier = 0;
    for (int row = 0; row < 2000; row++) {
      brier += Math.pow(predicted[row][1] - codes[row], 2) / 2000;
    }
    assertThat(last.value).isCloseTo(brier, within(0.02)).isLessThan(0.1);
    assertThat(GradientBoostingTest.accuracy(model, fresh)).isGreaterThan(0.9);
  }

  @Test
  void aReadableTreeHasFewQuestions() {
    var tree = new DecisionTree();
    TreeModel model =
        (TreeModel)
            tree.train(
                Made.binary(2000, 1), tree.presets().get("readable"), 3, TrainingListener.SILENT);
    assertThat(model.trees().trees()).isEqualTo(1);
    assertThat(model.trees().depth(0)).isBetween(2, 4);
    assertThat(GradientBoostingTest.accuracy(model, Made.binary(1000, 5))).isGreaterThan(0.8);
  }
}
