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
import io.shopkeeper.ml.tree.flat.FlatTreesBuilder.Tree;
import io.shopkeeper.ml.tree.forest.CartLimits;
import io.shopkeeper.ml.tree.forest.Forest;
import java.io.DataInput;
import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Random forest: trees on rows that are drawn with replacement, each split looking at a few columns
 * drawn anew; their leaves are averaged. The curve {@code loss out of bag} (Brier score, or squared
 * error) is of rows that trees did not see.
 *
 * <p>Source: L. Breiman, "Random Forests", Machine Learning 2001.
 */
public final class RandomForest implements TableAlgorithm<RandomForest.Options> {

  static final String NAME = "random-forest";

  /**
   * How to grow.
   *
   * @param trees how many
   * @param depth the most splits from the root to a leaf; 0 for any number
   * @param minRows the least rows in a leaf
   * @param columns share of the columns that each split looks at; 0 for the square root of their
   *     number, a third of them for numbers
   * @param rows how many are drawn for each tree, as a share of all
   * @param bins of each column of numbers
   * @param balance whether rare classes count more
   * @param calibration how the probabilities of classes are corrected
   */
  public record Options(
      @Limits(least = 1, most = 10_000, searchLeast = 50, searchMost = 500, logarithmic = true)
          int trees,
      @Limits(least = 0, most = 100) int depth,
      @Limits(least = 1, most = 1e9, searchLeast = 1, searchMost = 50, logarithmic = true)
          int minRows,
      @Limits(least = 0, most = 1, searchLeast = 0.05, searchMost = 1) double columns,
      @Limits(least = 0.01, most = 1, searchLeast = 0.3, searchMost = 1) double rows,
      @Limits(least = 2, most = 255) int bins,
      ClassBalance balance,
      Calibration calibration) {

    public Options {
      WrongOptionException.unlessWithin("trees", trees, 1, 10_000);
      WrongOptionException.unlessWithin("depth", depth, 0, 100);
      WrongOptionException.unlessWithin("minRows", minRows, 1, 1e9);
      WrongOptionException.unlessWithin("columns", columns, 0, 1);
      WrongOptionException.unlessWithin("rows", rows, 0.01, 1);
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
    // By cross-validation on the training rows of the public tables: more columns than the root of
    // their number, since many of them are marks of one category each and say little.
    presets.put(
        "standard", new Options(200, 0, 5, 0.3, 1, 255, ClassBalance.NONE, Calibration.NONE));
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
    var limits =
        new CartLimits(options.depth(), options.minRows(), training.features(options.columns()));
    List<Tree> trees =
        new Forest(
                training.binned(),
                training.target(),
                limits,
                options.rows(),
                training.workers(),
                listener)
            .grow(options.trees(), seed);
    return training.model(NAME, trees);
  }

  @Override
  public TableModel read(DataInput in) throws IOException {
    return CalibratedModel.read(in, alone -> TreeModel.read(NAME, alone));
  }
}
