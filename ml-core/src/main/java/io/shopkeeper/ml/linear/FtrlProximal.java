package io.shopkeeper.ml.linear;

import io.shopkeeper.ml.algorithm.Limits;
import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.calibration.Calibrated;
import io.shopkeeper.ml.calibration.CalibratedModel;
import io.shopkeeper.ml.calibration.Calibration;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.TableAlgorithm;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.table.encode.Encoder;
import io.shopkeeper.ml.table.encode.SparseRows;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Logistic and softmax regression by {@link FtrlLearner}: some passes over the rows in orders that
 * the seed says, after which {@link FtrlModel#goOn} learns on from single rows. Where probabilities
 * are calibrated, that model stands in {@link CalibratedModel#uncalibrated}, and {@link
 * CalibratedModel#with} puts the curves behind the one that learnt on.
 */
public final class FtrlProximal implements TableAlgorithm<FtrlProximal.Options> {

  static final String NAME = "ftrl-proximal";

  /**
   * Settings.
   *
   * @param alpha of the rates
   * @param beta of the rates
   * @param l1 penalty that sets weights to 0
   * @param l2 penalty that holds weights small
   * @param passes over the rows
   * @param balanced whether the rows of each class count as much as those of the others together
   * @param fewestRows of a category with a weight of its own
   * @param calibration how probabilities are corrected
   */
  public record Options(
      @Limits(least = 1e-5, most = 100, searchLeast = 1e-3, searchMost = 1, logarithmic = true)
          double alpha,
      @Limits(least = 1e-3, most = 1000, logarithmic = true) double beta,
      @Limits(least = 0, most = 1e6, searchLeast = 1e-3, searchMost = 100, logarithmic = true)
          double l1,
      @Limits(least = 0, most = 1e6, searchLeast = 1e-3, searchMost = 100, logarithmic = true)
          double l2,
      @Limits(least = 1, most = 1000, searchLeast = 1, searchMost = 30, logarithmic = true)
          int passes,
      boolean balanced,
      @Limits(least = 1, most = 1e6) int fewestRows,
      Calibration calibration) {

    public Options {
      WrongOptionException.unlessWithin("alpha", alpha, 1e-5, 100);
      WrongOptionException.unlessWithin("beta", beta, 1e-3, 1000);
      WrongOptionException.unlessWithin("l1", l1, 0, 1e6);
      WrongOptionException.unlessWithin("l2", l2, 0, 1e6);
      WrongOptionException.unlessWithin("passes", passes, 1, 1000);
      WrongOptionException.unlessWithin("fewestRows", fewestRows, 1, 1e6);
    }

    FtrlRates rates() {
      return new FtrlRates(alpha, beta, l1, l2);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, Options> presets() {
    var presets = new LinkedHashMap<String, Options>();
    presets.put("standard", new Options(0.1, 1, 0, 1, 10, false, 2, Calibration.ISOTONIC));
    presets.put("balanced", new Options(0.1, 1, 0, 1, 10, true, 2, Calibration.NONE));
    presets.put("sparse", new Options(0.1, 1, 2, 0, 10, false, 2, Calibration.ISOTONIC));
    presets.put("one-pass", new Options(0.1, 1, 0, 0, 1, false, 1, Calibration.NONE));
    return presets;
  }

  @Override
  public Set<Task> tasks() {
    return Set.of(Task.BINARY, Task.MULTICLASS);
  }

  @Override
  public TableModel train(
      LabelledTable data, Options options, long seed, TrainingListener listener) {
    return Calibrated.train(
        options.calibration(),
        data,
        seed,
        listener,
        (rows, part) -> fit(rows, options, seed, part));
  }

  private static FtrlModel fit(
      LabelledTable data, Options options, long seed, TrainingListener listener) {
    ClassTarget target = ClassRows.of(data, NAME);
    listener.progress(0, "encoding");
    listener.stopIfCancelled();
    Encoder encoder = Encoder.fit(data.features(), new Encoder.Options(true, options.fewestRows()));
    SparseRows rows = SparseRows.of(encoder, data.features());
    float[] weights = ClassRows.weights(data, target, options.balanced());
    listener.stopIfCancelled();
    var learner = new FtrlLearner(options.rates(), encoder.width(), target.classes().size());
    new RowPasses(rows, options.passes(), seed, listener)
        .run(weights, (row, at) -> learner.learn(row, target.codes()[at], weights[at]));
    return new FtrlModel(encoder, target.classes(), learner, Means.of(rows));
  }

  @Override
  public TableModel read(DataInput in) throws IOException {
    return CalibratedModel.read(in, FtrlModel::read);
  }
}
