package io.shopkeeper.ml.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.calibration.CalibratedModel;
import io.shopkeeper.ml.explain.ExplainedModel;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.NumberTarget;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GradientBoostingTest {

  private static final GradientBoosting BOOSTING = new GradientBoosting();
  private static final GradientBoosting.Options SMALL =
      Made.boosting(Map.of("trees", "60", "rate", "0.2"));

  private static TableModel train(LabelledTable data, GradientBoosting.Options options) {
    return BOOSTING.train(data, options, 42, TrainingListener.SILENT);
  }

  @Test
  void tellsTwoClassesApart() {
    TableModel model = train(Made.binary(3000, 1), SMALL);
    assertThat(accuracy(model, Made.binary(1000, 5))).isGreaterThan(0.92);
  }

  @Test
  void tellsSeveralClassesApart() {
    TableModel model = train(Made.several(3000, 1), SMALL);
    LabelledTable fresh = Made.several(1000, 5);
    assertThat(accuracy(model, fresh)).isGreaterThan(0.85);
    for (double[] row : model.predict(fresh.features())) {
      assertThat(Arrays.stream(row).sum()).isBetween(1 - 1e-9, 1 + 1e-9);
    }
  }

  @Test
  void predictsNumbersFarFromZero() {
    LabelledTable data = Made.number(3000, 1);
    float[] moved = ((NumberTarget) data.target()).values().clone();
    for (int row = 0; row < moved.length; row++) {
      moved[row] += 100_000;
    }
    var far = new LabelledTable(data.features(), new NumberTarget(moved));
    LabelledTable fresh = Made.number(1000, 5);
    double[][] predicted = train(far, SMALL).predict(fresh.features());
    double error = 0;
    for (int row = 0; row < 1000; row++) {
      double rest = predicted[row][0] - 100_000 - ((NumberTarget) fresh.target()).values()[row];
      error += rest * rest / 1000;
    }
    // The noise is 0.3.
    assertThat(Math.sqrt(error)).isLessThan(0.45);
  }

  static double accuracy(TableModel model, LabelledTable data) {
    double[][] predicted = model.predict(data.features());
    int[] codes = ((ClassTarget) data.target()).codes();
    int right = 0;
    for (int row = 0; row < codes.length; row++) {
      int best = 0;
      for (int c = 1; c < predicted[row].length; c++) {
        best = predicted[row][c] > predicted[row][best] ? c : best;
      }
      right += best == codes[row] ? 1 : 0;
    }
    return (double) right / codes.length;
  }

  /** Few rows and large steps make it too sure of itself. */
  @Test
  void calibrationLowersTheErrorAndIsStored() throws IOException {
    Map<String, String> rough = Map.of("trees", "60", "rate", "0.5", "holdOut", "0");
    for (String method : List.of("isotonic", "platt")) {
      var calibrated = new HashMap<>(rough);
      calibrated.put("calibration", method);
      var model = (CalibratedModel) train(Made.binary(1500, 1), Made.boosting(calibrated));
      assertThat(model.errorAfter()).as(method).isLessThan(0.9 * model.errorBefore());
      assertThat(model.uncalibrated()).isInstanceOf(TreeModel.class);
      assertThat(model).isInstanceOf(ExplainedModel.class);
      var bytes = new ByteArrayOutputStream();
      model.write(new DataOutputStream(bytes));
      TableModel again =
          BOOSTING.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
      LabelledTable fresh = Made.binary(100, 5);
      assertThat(again.predict(fresh.features())).isDeepEqualTo(model.predict(fresh.features()));
    }
    assertThat(train(Made.binary(1500, 1), Made.boosting(rough))).isInstanceOf(TreeModel.class);
  }

  @Test
  void quantilesAreWhatTheySay() {
    LabelledTable fresh = Made.number(2000, 5);
    for (String quantile : List.of("0.1", "0.5", "0.9")) {
      var options =
          Made.boosting(
              Map.of("trees", "80", "rate", "0.1", "loss", "quantile", "quantile", quantile));
      double[][] predicted = train(Made.number(3000, 1), options).predict(fresh.features());
      long below = 0;
      for (int row = 0; row < 2000; row++) {
        below += ((NumberTarget) fresh.target()).values()[row] < predicted[row][0] ? 1 : 0;
      }
      double wanted = Double.parseDouble(quantile);
      assertThat(below / 2000.0).isBetween(wanted - 0.08, wanted + 0.08);
    }
  }

  @Test
  void outliersHardlyMoveTheHuberLoss() {
    LabelledTable data = Made.number(2000, 1);
    float[] wild = ((NumberTarget) data.target()).values().clone();
    for (int row = 0; row < wild.length; row += 50) {
      wild[row] = 1000;
    }
    var broken = new LabelledTable(data.features(), new NumberTarget(wild));
    LabelledTable fresh = Made.number(500, 5);
    double squared = error(train(broken, SMALL), fresh);
    double huber =
        error(
            train(broken, Made.boosting(Map.of("trees", "60", "rate", "0.2", "loss", "huber"))),
            fresh);
    assertThat(huber).isLessThan(1).isLessThan(squared / 10);
  }

  private static double error(TableModel model, LabelledTable data) {
    double[][] predicted = model.predict(data.features());
    double error = 0;
    for (int row = 0; row < predicted.length; row++) {
      error +=
          Math.abs(predicted[row][0] - ((NumberTarget) data.target()).values()[row])
              / predicted.length;
    }
    return error;
  }

  @Test
  void endsWhenMoreTreesDoNotHelp() {
    var steps = new ArrayList<Integer>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void progress(double fraction, String phase) {}

          @Override
          public void measured(String curve, int step, double value) {
            if (curve.equals("loss validation")) {
              steps.add(step);
            }
          }

          @Override
          public boolean cancelled() {
            return false;
          }
        };
    var options = Made.boosting(Map.of("trees", "5000", "rate", "0.3", "patience", "10"));
    TreeModel model = (TreeModel) BOOSTING.train(Made.binary(1000, 1), options, 1, listener);
    assertThat(steps.size()).isLessThan(500);
    assertThat(model.trees().trees()).isEqualTo(steps.getLast() - 10);
  }

  @Test
  void predictionsRiseWithAnIncreasingColumn() {
    var options =
        Made.boosting(
            Map.of("trees", "60", "rate", "0.2", "increasing", "two", "decreasing", "noise"));
    TableModel model = train(Made.binary(2000, 1), options);
    float[] rows = model.schema().rows(Made.table(200, 9));
    double[] result = new double[2];
    for (int row = 0; row < 200; row++) {
      double before = -1;
      double after = 2;
      for (float value = -2.5f; value <= 2.5f; value += 0.05f) {
        float[] changed = Arrays.copyOfRange(rows, 4 * row, 4 * row + 4);
        changed[1] = value;
        model.predict(changed, 0, result);
        assertThat(result[1]).isGreaterThanOrEqualTo(before);
        before = result[1];
        changed[1] = rows[4 * row + 1];
        changed[3] = value;
        model.predict(changed, 0, result);
        assertThat(result[1]).isLessThanOrEqualTo(after);
        after = result[1];
      }
    }
  }

  @Test
  void wrongColumnsAreNamed() {
    LabelledTable data = Made.binary(100, 1);
    assertThatThrownBy(() -> train(data, Made.boosting(Map.of("increasing", "three"))))
        .isInstanceOf(WrongOptionException.class)
        .hasMessageContaining("increasing")
        .hasMessageContaining("three");
    assertThatThrownBy(() -> train(data, Made.boosting(Map.of("decreasing", "city"))))
        .hasMessageContaining("categories");
    assertThatThrownBy(() -> Made.boosting(Map.of("decreasing", "one", "increasing", "one")))
        .hasMessageContaining("one");
    assertThatThrownBy(
            () -> train(Made.several(100, 1), Made.boosting(Map.of("increasing", "one"))))
        .hasMessageContaining("3 classes");
  }

  @Test
  void aBalancedRareClassCountsMore() {
    LabelledTable data = Made.binary(2000, 1);
    int[] codes = ((ClassTarget) data.target()).codes().clone();
    for (int row = 0; row < codes.length; row++) {
      codes[row] = codes[row] == 1 && row % 20 == 0 ? 1 : 0;
    }
    var rare = new LabelledTable(data.features(), new ClassTarget(List.of("no", "yes"), codes));
    double plain = mean(train(rare, SMALL), rare);
    double balanced =
        mean(
            train(rare, Made.boosting(Map.of("trees", "60", "rate", "0.2", "balance", "balanced"))),
            rare);
    assertThat(balanced).isGreaterThan(3 * plain);
  }

  private static double mean(TableModel model, LabelledTable data) {
    return Arrays.stream(model.predict(data.features())).mapToDouble(p -> p[1]).average().orElse(0);
  }
}
