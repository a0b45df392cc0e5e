package io.shopkeeper.ml.linear;

import io.shopkeeper.ml.algorithm.Limits;
import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.NumberTarget;
import io.shopkeeper.ml.table.TableAlgorithm;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.table.encode.EncodedBlocks;
import io.shopkeeper.ml.table.encode.Encoder;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Ridge regression: w = (XᵀWX + λI)⁻¹·XᵀWy, the constant free (Hoerl and Kennard: Ridge Regression,
 * 1970). Up to {@value #MOST_CLOSED} encoded numbers of a row in closed form, in a time of rows ×
 * width²; more by conjugate gradients, in a time of rows × columns an iteration.
 */
public final class LinearRegression implements TableAlgorithm<LinearRegression.Options> {

  private static final String NAME = "linear-regression";

  /** Most encoded numbers of a row for a solution in closed form. */
  private static final int MOST_CLOSED = 1000;

  /**
   * Settings.
   *
   * @param penalty λ, which holds the weights small
   * @param fewestRows of a category with a weight of its own
   */
  public record Options(
      @Limits(least = 1e-6, most = 1e9, searchLeast = 1e-2, searchMost = 1e4, logarithmic = true)
          double penalty,
      @Limits(least = 1, most = 1e6) int fewestRows) {

    public Options {
      WrongOptionException.unlessWithin("penalty", penalty, 1e-6, 1e9);
      WrongOptionException.unlessWithin("fewestRows", fewestRows, 1, 1e6);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, Options> presets() {
    var presets = new LinkedHashMap<String, Options>();
    presets.put("standard", new Options(1, 2));
    presets.put("cautious", new Options(100, 5));
    return presets;
  }

  @Override
  public Set<Task> tasks() {
    return Set.of(Task.REGRESSION);
  }

  @Override
  public TableModel train(
      LabelledTable data, Options options, long seed, TrainingListener listener) {
    if (!(data.target() instanceof NumberTarget target)) {
      throw new IllegalArgumentException(
          NAME + " learns numbers; the target has classes: logistic-regression learns 2 or more");
    }
    if (data.rows() < 1) {
      throw new IllegalArgumentException(NAME + " needs at least 1 row, but there are 0");
    }
    listener.progress(0, "encoding");
    listener.stopIfCancelled();
    Encoder encoder = Encoder.fit(data.features(), new Encoder.Options(true, options.fewestRows()));
    EncodedBlocks rows = EncodedBlocks.of(encoder, data.features());
    float[] weights = data.weights().orElseGet(() -> ones(data.rows()));
    // Around their mean the numbers lose less to rounding.
    double mean = mean(target.values(), weights);
    float[] truth = new float[data.rows()];
    for (int row = 0; row < truth.length; row++) {
      truth[row] = (float) (target.values()[row] - mean);
    }
    listener.progress(0, "fitting");
    listener.stopIfCancelled();
    double[] found =
        encoder.width() <= MOST_CLOSED
            ? NormalEquations.solve(rows, truth, weights, options.penalty(), listener)
            : new ConjugateGradient(rows, weights, options.penalty(), listener).solve(truth);
    found[encoder.width()] += mean;
    return new LinearModel(NAME, encoder, List.of(), Floats.of(found), Means.of(rows));
  }

  private static float[] ones(int rows) {
    float[] ones = new float[rows];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static double mean(float[] values, float[] weights) {
    double sum = 0;
    double all = 0;
    for (int row = 0; row < values.length; row++) {
      sum += (double) weights[row] * values[row];
      all += weights[row];
    }
    return all > 0 ? sum / all : 0;
  }

  @Override
  public TableModel read(DataInput in) throws IOException {
    return LinearModel.read(in, NAME);
  }
}
