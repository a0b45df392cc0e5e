package io.shopkeeper.ml.linear;

import io.shopkeeper.ml.algorithm.Limits;
import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.NumberTarget;
import io.shopkeeper.ml.table.TableAlgorithm;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.table.encode.Encoder;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Ridge regression in closed form: w = (XᵀX + λI)⁻¹·Xᵀy over centred columns, the constant free
 * (Hoerl and Kennard, 1970). Time is rows × width², memory width².
 */
public final class LinearRegression implements TableAlgorithm<LinearRegression.Options> {

  private static final String NAME = "linear-regression";
  private static final int BLOCK = 4096;

  /** Most encoded numbers of a row. */
  private static final int MOST_WIDTH = 5000;

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
    if (encoder.width() > MOST_WIDTH) {
      throw new IllegalArgumentException(
          "%s takes at most %,d columns and categories, but there are %,d: drop columns or raise fewestRows"
              .formatted(NAME, MOST_WIDTH, encoder.width()));
    }
    float[] rows = encoder.encode(data.features());
    listener.stopIfCancelled();
    float[] weights = data.weights().orElse(null);
    var normal = new NormalEquations(rows, encoder.width(), target.values(), weights);
    normal.collect(KernelBackends.current().workers(), BLOCK, listener);
    listener.stopIfCancelled();
    float[] parameters = normal.solve(options.penalty());
    return new LinearModel(
        NAME, encoder, List.of(), parameters, Floats.means(rows, encoder.width()));
  }

  @Override
  public TableModel read(DataInput in) throws IOException {
    return LinearModel.read(in, NAME);
  }
}
