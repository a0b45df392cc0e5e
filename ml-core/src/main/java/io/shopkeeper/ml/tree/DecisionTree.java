package io.shopkeeper.ml.tree;

import io.shopkeeper.ml.algorithm.Limits;
import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.calibration.Calibrated;
import io.shopkeeper.ml.calibration.CalibratedModel;
import io.shopkeeper.ml.calibration.Calibration;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.TableAlgorithm;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.ml.tree.forest.CartGrower;
import io.shopkeeper.ml.tree.forest.CartLimits;
import io.shopkeeper.ml.tree.forest.CartTree;
import io.shopkeeper.ml.tree.forest.Pruning;
import java.io.DataInput;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * One tree of questions that a person can read: splits by Gini's impurity or the squared error,
 * then minimal cost-complexity pruning. Splits of numbers are exact where a column has no more than
 * 255 distinct values, else between as many bins.
 *
 * <p>Source: L. Breiman, J. Friedman, R. Olshen, C. Stone, "Classification and Regression Trees",
 * 1984.
 */
public final class DecisionTree implements TableAlgorithm<DecisionTree.Options> {

  static final String NAME = "decision-tree";

  /**
   * How to grow.
   *
   * @param depth the most splits from the root to a leaf; 0 for any number
   * @param minRows the least rows in a leaf
   * @param complexity what a leaf more must explain, as a share of what there is to explain; 0 for
   *     no pruning
   * @param bins of each column of numbers
   * @param balance whether rare classes count more
   * @param calibration how the probabilities of classes are corrected
   */
  public record Options(
      @Limits(least = 0, most = 100, searchLeast = 2, searchMost = 12) int depth,
      @Limits(least = 1, most = 1e9, searchLeast = 1, searchMost = 200, logarithmic = true)
          int minRows,
      @Limits(least = 0, most = 1, searchLeast = 1e-5, searchMost = 0.01, logarithmic = true)
          double complexity,
      @Limits(least = 2, most = 255) int bins,
      ClassBalance balance,
      Calibration calibration) {

    public Options {
      WrongOptionException.unlessWithin("depth", depth, 0, 100);
      WrongOptionException.unlessWithin("minRows", minRows, 1, 1e9);
      WrongOptionException.unlessWithin("complexity", complexity, 0, 1);
      WrongOptionException.unlessWithin("bins", bins, 2, 255);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<Task> tasks() {
    return EnumSet.allOf(Task.class);
  }

  @Override
  public Map<String, Options> presets() {
    var presets = new LinkedHashMap<String, Options>();
    presets.put(
        "standard", new Options(8, 20, 0.0005, 255, ClassBalance.NONE, Calibration.ISOTONIC));
    presets.put("readable", new Options(4, 20, 0.002, 255, ClassBalance.NONE, Calibration.NONE));
    return presets;
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

  private static TableModel fit(
      LabelledTable data, Options options, long seed, TrainingListener listener) {
    var training = new CartTraining(data, options.bins(), options.balance(), seed, listener);
    int width = Math.max(1, training.binned().width());
    var limits = new CartLimits(options.depth(), options.minRows(), width);
    int[] once = new int[data.rows()];
    Arrays.fill(once, 1);
    CartTree tree =
        new CartGrower(training.binned(), training.target(), limits)
            .grow(
                IntStream.range(0, data.rows()).toArray(),
                once,
                new SplittableRandom(seed),
                listener);
    listener.progress(0.9, "pruning");
    listener.stopIfCancelled();
    new Pruning(tree, training.target()).prune(options.complexity());
    return training.model(NAME, List.of(tree.flat(training.binned(), training.target())));
  }

  @Override
  public TableModel read(DataInput in) throws IOException {
    return CalibratedModel.read(in, alone -> TreeModel.read(NAME, alone));
  }
}
