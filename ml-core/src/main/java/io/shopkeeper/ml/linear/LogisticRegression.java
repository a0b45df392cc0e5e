package io.shopkeeper.ml.linear;

import io.shopkeeper.ml.algorithm.Limits;
import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.TableAlgorithm;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.table.encode.EncodedBlocks;
import io.shopkeeper.ml.table.encode.Encoder;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Logistic regression, and softmax regression where there are more than two classes: the weights
 * that make Σ loss + l1·Σ|w| + l2/2·Σw² least, found by L-BFGS (Hastie, Tibshirani, Friedman: The
 * Elements of Statistical Learning, section 4.4). Both penalties together are the elastic net.
 */
public final class LogisticRegression implements TableAlgorithm<LogisticRegression.Options> {

  private static final String NAME = "logistic-regression";

  /**
   * Settings.
   *
   * @param l1 weight of the penalty on Σ|w|, which sets weights to 0
   * @param l2 weight of the penalty on Σw²/2, which holds them small
   * @param iterations at most so many
   * @param tolerance ends where a step gains hardly more than this part
   * @param balanced whether the rows of each class count as much as those of the others together
   * @param fewestRows of a category with a weight of its own
   */
  public record Options(
      @Limits(least = 0, most = 1e6, searchLeast = 1e-3, searchMost = 100, logarithmic = true)
          double l1,
      @Limits(least = 0, most = 1e6, searchLeast = 1e-3, searchMost = 100, logarithmic = true)
          double l2,
      @Limits(least = 1, most = 10_000) int iterations,
      @Limits(least = 1e-12, most = 0.1, logarithmic = true) double tolerance,
      boolean balanced,
      @Limits(least = 1, most = 1e6) int fewestRows) {

    public Options {
      WrongOptionException.unlessWithin("l1", l1, 0, 1e6);
      WrongOptionException.unlessWithin("l2", l2, 0, 1e6);
      WrongOptionException.unlessWithin("iterations", iterations, 1, 10_000);
      WrongOptionException.unlessWithin("tolerance", tolerance, 1e-12, 0.1);
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
    presets.put("standard", new Options(0, 1, 200, 1e-5, false, 2));
    presets.put("balanced", new Options(0, 1, 200, 1e-5, true, 2));
    presets.put("sparse", new Options(1, 0, 500, 1e-5, false, 2));
    return presets;
  }

  @Override
  public Set<Task> tasks() {
    return Set.of(Task.BINARY, Task.MULTICLASS);
  }

  @Override
  public TableModel train(
      LabelledTable data, Options options, long seed, TrainingListener listener) {
    ClassTarget target = ClassRows.of(data, NAME);
    listener.progress(0, "encoding");
    listener.stopIfCancelled();
    Encoder encoder = Encoder.fit(data.features(), new Encoder.Options(true, options.fewestRows()));
    EncodedBlocks rows = EncodedBlocks.of(encoder, data.features());
    float[] weights = ClassRows.weights(data, target, options.balanced());
    listener.stopIfCancelled();
    int classes = target.classes().size();
    var loss = new LogLoss(rows, target.codes(), classes, weights, options.l2(), listener);
    double[] from = new double[loss.parameters()];
    startAtShares(from, loss, target, weights);
    double[] found = new Training(loss, options, listener).run(from);
    return new LinearModel(NAME, encoder, target.classes(), Floats.of(found), Means.of(rows));
  }

  /** Without a single weight, the constants give each class its share. */
  private static void startAtShares(double[] x, LogLoss loss, ClassTarget target, float[] weights) {
    double[] shares = new double[target.classes().size()];
    double all = 0;
    for (int row = 0; row < weights.length; row++) {
      shares[target.codes()[row]] += weights[row];
      all += weights[row];
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] = Math.log((shares[i] + 1) / (all + shares.length));
    }
    if (shares.length == 2) {
      x[loss.constant(0)] = shares[1] - shares[0];
      return;
    }
    for (int i = 0; i < shares.length; i++) {
      x[loss.constant(i)] = shares[i];
    }
  }

  /** Tells how far it is, and stops where it is cancelled, at each look at the rows. */
  private record Training(LogLoss loss, Options options, TrainingListener listener) {

    double[] run(double[] from) {
      double[] l1 = new double[options.l1() > 0 ? from.length : 0];
      for (int i = 0; i < l1.length; i++) {
        l1[i] = options.l1();
      }
      for (int output = 0; l1.length > 0 && loss.constant(output) < l1.length; output++) {
        l1[loss.constant(output)] = 0;
      }
      double[] last = {0};
      Lbfgs.Function watched =
          (x, gradient) -> {
            last[0] = loss.at(x, gradient);
            return last[0];
          };
      return new Lbfgs(watched, l1, options.iterations(), options.tolerance())
          .minimise(
              from,
              done -> {
                listener.progress((double) done / options.iterations(), "fitting");
                listener.measured("loss train", done, last[0] / loss.rows());
              })
          .x();
    }
  }

  @Override
  public TableModel read(DataInput in) throws IOException {
    return LinearModel.read(in, NAME);
  }
}
