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
import io.shopkeeper.ml.table.encode.EncodedBlocks;
import io.shopkeeper.ml.table.encode.Encoder;
import io.shopkeeper.ml.table.encode.SparseRows;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Logistic regression, and softmax regression where there are more than two classes: the weights
 * that make Σ loss + l1·Σ|w| + l2/2·Σw² least (Hastie, Tibshirani, Friedman: The Elements of
 * Statistical Learning, section 4.4), found by L-BFGS or by {@link StochasticDescent}. Both
 * penalties together are the elastic net.
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
   * @param solver how the weights are found
   * @param passes over the rows, for {@link Solver#SGD}
   * @param rate of its first steps, as a share of what the length of the rows allows
   * @param decay how fast its rate falls: the power of the passes so far
   * @param calibration how probabilities are corrected
   */
  public record Options(
      @Limits(least = 0, most = 1e6, searchLeast = 1e-3, searchMost = 100, logarithmic = true)
          double l1,
      @Limits(least = 0, most = 1e6, searchLeast = 1e-3, searchMost = 100, logarithmic = true)
          double l2,
      @Limits(least = 1, most = 10_000) int iterations,
      @Limits(least = 1e-12, most = 0.1, logarithmic = true) double tolerance,
      boolean balanced,
      @Limits(least = 1, most = 1e6) int fewestRows,
      Solver solver,
      @Limits(least = 1, most = 1000, searchLeast = 3, searchMost = 50, logarithmic = true)
          int passes,
      @Limits(least = 1e-4, most = 10, searchLeast = 0.03, searchMost = 2, logarithmic = true)
          double rate,
      @Limits(least = 0, most = 1, searchLeast = 0.5, searchMost = 1) double decay,
      Calibration calibration) {

    public Options {
      WrongOptionException.unlessWithin("l1", l1, 0, 1e6);
      WrongOptionException.unlessWithin("l2", l2, 0, 1e6);
      WrongOptionException.unlessWithin("iterations", iterations, 1, 10_000);
      WrongOptionException.unlessWithin("tolerance", tolerance, 1e-12, 0.1);
      WrongOptionException.unlessWithin("fewestRows", fewestRows, 1, 1e6);
      WrongOptionException.unlessWithin("passes", passes, 1, 1000);
      WrongOptionException.unlessWithin("rate", rate, 1e-4, 10);
      WrongOptionException.unlessWithin("decay", decay, 0, 1);
    }
  }

  /** Ways to find the weights. */
  public enum Solver {
    /** Looks at all rows for each step: exact. */
    LBFGS,
    /** Looks at one row for each step: near, and soon there where rows are many. */
    SGD
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, Options> presets() {
    var presets = new LinkedHashMap<String, Options>();
    // Calibrated by cross-validation on the training rows of the public tables: a sum of columns
    // seldom is the log-odds all along.
    presets.put("standard", options(0, 1, 200, false, Solver.LBFGS, Calibration.ISOTONIC));
    presets.put("plain", options(0, 1, 200, false, Solver.LBFGS, Calibration.NONE));
    presets.put("balanced", options(0, 1, 200, true, Solver.LBFGS, Calibration.NONE));
    presets.put("sparse", options(1, 0, 500, false, Solver.LBFGS, Calibration.ISOTONIC));
    presets.put("stochastic", options(0, 1, 200, false, Solver.SGD, Calibration.ISOTONIC));
    return presets;
  }

  private static Options options(
      double l1,
      double l2,
      int iterations,
      boolean balanced,
      Solver solver,
      Calibration calibration) {
    return new Options(l1, l2, iterations, 1e-5, balanced, 2, solver, 10, 0.1, 0.75, calibration);
  }

  @Override
  public Set<Task> tasks() {
    return Set.of(Task.BINARY, Task.MULTICLASS);
  }

  @Override
  public String called(Task task) {
    return task == Task.MULTICLASS ? "softmax" : name();
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

  private static LinearModel fit(
      LabelledTable data, Options options, long seed, TrainingListener listener) {
    ClassTarget target = ClassRows.of(data, NAME);
    listener.progress(0, "encoding");
    listener.stopIfCancelled();
    Encoder encoder = Encoder.fit(data.features(), new Encoder.Options(true, options.fewestRows()));
    float[] weights = ClassRows.weights(data, target, options.balanced());
    double[] constants = shares(target, weights);
    listener.stopIfCancelled();
    if (options.solver() == Solver.SGD) {
      SparseRows rows = SparseRows.of(encoder, data.features());
      double[] found =
          new StochasticDescent(rows, target.codes(), weights, constants, options)
              .run(options.passes(), seed, listener);
      return new LinearModel(NAME, encoder, target.classes(), Floats.of(found), Means.of(rows));
    }
    EncodedBlocks rows = EncodedBlocks.of(encoder, data.features());
    int classes = target.classes().size();
    var loss = new LogLoss(rows, target.codes(), classes, weights, options.l2(), listener);
    double[] found = new Training(loss, options, listener).run(constants);
    return new LinearModel(NAME, encoder, target.classes(), Floats.of(found), Means.of(rows));
  }

  /** Without a single weight, the constants of the outputs give each class its share. */
  private static double[] shares(ClassTarget target, float[] weights) {
    double[] shares = new double[target.classes().size()];
    double all = 0;
    for (int row = 0; row < weights.length; row++) {
      shares[target.codes()[row]] += weights[row];
      all += weights[row];
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] = Math.log((shares[i] + 1) / (all + shares.length));
    }
    return shares.length == 2 ? new double[] {shares[1] - shares[0]} : shares;
  }

  /** Tells how far it is, and stops where it is cancelled, at each look at the rows. */
  private record Training(LogLoss loss, Options options, TrainingListener listener) {

    double[] run(double[] constants) {
      double[] from = new double[loss.parameters()];
      for (int output = 0; output < constants.length; output++) {
        from[loss.constant(output)] = constants[output];
      }
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
    return CalibratedModel.read(in, alone -> LinearModel.read(alone, NAME));
  }
}
