package io.shopkeeper.ml.neural.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.ml.calibration.Calibration;
import io.shopkeeper.ml.kernel.Activation;
import io.shopkeeper.ml.neural.optimiser.Schedule;
import io.shopkeeper.ml.table.CategoryColumn;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.table.TableAlgorithm;
import io.shopkeeper.ml.table.TableAlgorithmContract;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MultilayerPerceptronTest extends TableAlgorithmContract<PerceptronOptions> {

  @Override
  protected TableAlgorithm<PerceptronOptions> algorithm() {
    return new MultilayerPerceptron();
  }

  @Override
  protected PerceptronOptions options() {
    return algorithm().presets().get("balanced");
  }

  /** The same contract with everything that the presets leave out. */
  @Nested
  class Wide extends TableAlgorithmContract<PerceptronOptions> {

    @Override
    protected TableAlgorithm<PerceptronOptions> algorithm() {
      return new MultilayerPerceptron();
    }

    @Override
    protected PerceptronOptions options() {
      return new PerceptronOptions(
          List.of(24, 5),
          Activation.GELU,
          0.1,
          true,
          3,
          5e-3,
          Schedule.LINEAR,
          40,
          64,
          0.01,
          0.1,
          40,
          true,
          Calibration.NONE);
    }
  }

  /** Points of all curves, in their order. */
  private static final class Curves implements TrainingListener {
    private final Map<String, List<Double>> points = new HashMap<>();

    @Override
    public void progress(double fraction, String phase) {
      assertThat(fraction).isBetween(0.0, 1.0);
    }

    @Override
    public void measured(String curve, int step, double value) {
      List<Double> own = points.computeIfAbsent(curve, any -> new ArrayList<>());
      own.add(value);
      assertThat(step).isEqualTo(own.size());
    }

    @Override
    public boolean cancelled() {
      return false;
    }
  }

  /** Whether two numbers have one sign: no weighted sum tells. */
  private static LabelledTable signs(int rows) {
    var random = new SplittableRandom(4);
    float[] a = new float[rows];
    float[] b = new float[rows];
    boolean[] same = new boolean[rows];
    var words = new ArrayList<String>();
    for (int row = 0; row < rows; row++) {
      a[row] = (float) random.nextDouble(-1, 1);
      b[row] = (float) random.nextDouble(-1, 1);
      same[row] = a[row] * b[row] > 0;
      words.add(random.nextBoolean() ? "x" : "y");
    }
    List<Column> columns =
        List.of(
            new NumberColumn("a", a), new NumberColumn("b", b), CategoryColumn.of("word", words));
    return new LabelledTable(new Table(columns), ClassTarget.of(same));
  }

  private static double accuracy(TableModel model, LabelledTable data) {
    double[][] predicted = model.predict(data.features());
    int right = 0;
    for (int row = 0; row < predicted.length; row++) {
      boolean yes = predicted[row][1] > 0.5;
      right += yes == (((ClassTarget) data.target()).codes()[row] == 1) ? 1 : 0;
    }
    return (double) right / predicted.length;
  }

  @Test
  void findsAProductAndTellsItsCurves() {
    LabelledTable data = signs(2000);
    var curves = new Curves();
    TableModel model = algorithm().train(data, options(), 1, curves);
    assertThat(accuracy(model, data)).isGreaterThan(0.95);
    assertThat(curves.points)
        .containsOnlyKeys(
            "loss train",
            "loss validation",
            "auc validation",
            "accuracy train",
            "accuracy validation");
    assertThat(curves.points.get("auc validation").getLast()).isGreaterThan(0.97);
    assertThat(curves.points.get("accuracy train").getLast()).isGreaterThan(0.9);
    List<Double> losses = curves.points.get("loss train");
    assertThat(losses.getLast()).isLessThan(losses.getFirst() / 2);
  }

  /** The case that the first version of the shop was asked for. */
  @Test
  void theStandardPresetGoesThroughTenEpochs() {
    PerceptronOptions standard = algorithm().standard();
    assertThat(standard.layers()).containsExactly(32);
    assertThat(standard.activation()).isEqualTo(Activation.RELU);
    assertThat(standard.batchSize()).isEqualTo(32);
    var curves = new Curves();
    algorithm().train(signs(300), standard, 1, curves);
    assertThat(curves.points.get("loss train")).hasSize(10);
    assertThat(curves.points.get("accuracy validation")).hasSize(10);
  }

  @Test
  void stopsEarlyWhereNothingIsGained() {
    LabelledTable data = signs(400);
    var random = new SplittableRandom(9);
    boolean[] chance = new boolean[data.rows()];
    for (int row = 0; row < chance.length; row++) {
      chance[row] = random.nextBoolean();
    }
    var options =
        new PerceptronOptions(
            List.of(64),
            Activation.TANH,
            0,
            false,
            0,
            0.02,
            Schedule.CONSTANT,
            500,
            16,
            0,
            0.2,
            4,
            false,
            Calibration.NONE);
    var curves = new Curves();
    var noise = new LabelledTable(data.features(), ClassTarget.of(chance));
    algorithm().train(noise, options, 1, curves);
    assertThat(curves.points.get("loss train")).hasSizeBetween(5, 60);
  }
}
