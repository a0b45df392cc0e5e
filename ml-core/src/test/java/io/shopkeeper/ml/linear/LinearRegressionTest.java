package io.shopkeeper.ml.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.table.CategoryColumn;
import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.NumberTarget;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.table.TableAlgorithm;
import io.shopkeeper.ml.table.TableAlgorithmContract;
import io.shopkeeper.ml.table.encode.EncodedBlocks;
import io.shopkeeper.ml.table.encode.Encoder;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinearRegressionTest extends TableAlgorithmContract<LinearRegression.Options> {

  @Override
  protected TableAlgorithm<LinearRegression.Options> algorithm() {
    return new LinearRegression();
  }

  @Test
  void byHand() {
    // y = 1, 2, 2 at x = 0, 1, 2, far from 0: slope ½ without a penalty, x being ±√1.5 and 0.
    var data =
        new LabelledTable(
            new Table(List.of(new NumberColumn("x", new float[] {0, 1, 2}))),
            new NumberTarget(new float[] {1001, 1002, 1002}));
    var model =
        (LinearModel)
            new LinearRegression()
                .train(data, new LinearRegression.Options(3, 1), 1, TrainingListener.SILENT);
    // Σx̂² = 3, and λ = 3 as well: half the slope.
    double[] found = new double[1];
    model.predict(new float[] {2}, 0, found);
    assertThat(found[0]).isCloseTo(1001 + 2.0 / 3 + 0.25, within(1e-3));
  }

  @Test
  void conjugateGradientsFindWhatTheClosedFormFinds() {
    int rows = 3000;
    var random = new SplittableRandom(4);
    float[] truth = new float[rows];
    float[] weights = new float[rows];
    Column[] columns = new Column[6];
    for (int c = 0; c < columns.length; c++) {
      float[] values = new float[rows];
      for (int row = 0; row < rows; row++) {
        values[row] = (float) random.nextGaussian();
        truth[row] += c * values[row];
        weights[row] = random.nextInt(3);
      }
      columns[c] = new NumberColumn("x" + c, values);
    }
    int[] city = IntStream.range(0, rows).map(row -> random.nextInt(400)).toArray();
    for (int row = 0; row < rows; row++) {
      truth[row] += city[row] / 100f + (float) random.nextGaussian();
    }
    columns[5] =
        new CategoryColumn(
            "city", IntStream.range(0, 400).mapToObj(i -> "city " + i).toList(), city);
    var table = new Table(Arrays.asList(columns));
    Encoder encoder = Encoder.fit(table, Encoder.Options.STANDARD);
    EncodedBlocks blocks = EncodedBlocks.of(encoder, table);
    double[] closed = NormalEquations.solve(blocks, truth, weights, 2, TrainingListener.SILENT);
    double[] iterated =
        new ConjugateGradient(blocks, weights, 2, TrainingListener.SILENT).solve(truth);
    assertThat(iterated).containsExactly(closed, within(1e-3));
  }
}
