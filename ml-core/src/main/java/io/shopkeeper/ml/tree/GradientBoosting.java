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
import java.io.DataInput;
import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gradient boosting of trees on histograms. Two classes by the logistic loss, several by the
 * softmax, numbers by a loss of choice; missing values and categories without any preparation.
 *
 * <p>Sources: J. Friedman, "Greedy Function Approximation: A Gradient Boosting Machine", Annals of
 * Statistics 2001; T. Chen and C. Guestrin, "XGBoost", KDD 2016; G. Ke and others, "LightGBM", NIPS
 * 2017.
 */
public final class GradientBoosting implements TableAlgorithm<GradientBoosting.Options> {

  static final String NAME = "gradient-boosting";

  /** What regression makes small. */
  public enum RegressionLoss {
    /** Squares of the differences: predicts means. */
    SQUARED,
    /** Squares of small differences, large ones by their size: outliers count less. */
    HUBER,
    /** Predicts a quantile. */
    QUANTILE
  }

  /**
   * How to boost.
   *
   * @param trees the most, for each class of several
   * @param rate what each tree's values are multiplied with
   * @param growth which leaf is split next
   * @param leaves the most of a tree
   * @param depth the most splits from the root to a leaf; 0 for any number
   * @param minWeight the least sum of the loss's curvature in a leaf
   * @param minRows about the least rows in a leaf
   * @param l2 penalty of leaves' squares
   * @param l1 penalty of leaves' sizes
   * @param minGain the least a split must take from the loss
   * @param bins of each column of numbers
   * @param rows share of the rows that each tree sees
   * @param columns share of the columns that each tree sees
   * @param categorySmoothing how much is known of a category before it counts
   * @param increasing columns with which predictions may only rise
   * @param decreasing columns with which predictions may only fall
   * @param holdOut share of the rows that say when to end; 0 for none
   * @param patience trees without progress on those rows after which it ends
   * @param models how many are trained and averaged, each with other rows held out
   * @param balance whether rare classes count more
   * @param loss what regression makes small
   * @param quantile that is predicted with the loss of that name
   * @param calibration how the probabilities of classes are corrected
   */
  public record Options(
      @Limits(least = 1, most = 20_000, searchLeast = 50, searchMost = 1000, logarithmic = true)
          int trees,
      @Limits(least = 1e-4, most = 1, searchLeast = 0.02, searchMost = 0.3, logarithmic = true)
          double rate,
      Growth growth,
      @Limits(least = 2, most = 4096, searchLeast = 4, searchMost = 128, logarithmic = true)
          int leaves,
      @Limits(least = 0, most = 64) int depth,
      @Limits(least = 0, most = 1e9, searchLeast = 0.1, searchMost = 30, logarithmic = true)
          double minWeight,
      @Limits(least = 1, most = 1e9, searchLeast = 1, searchMost = 200, logarithmic = true)
          int minRows,
      @Limits(least = 0, most = 1e9, searchLeast = 0.1, searchMost = 100, logarithmic = true)
          double l2,
      @Limits(least = 0, most = 1e9) double l1,
      @Limits(least = 0, most = 1e9) double minGain,
      @Limits(least = 2, most = 255) int bins,
      @Limits(least = 0.01, most = 1, searchLeast = 0.4, searchMost = 1) double rows,
      @Limits(least = 0.01, most = 1, searchLeast = 0.2, searchMost = 1) double columns,
      @Limits(least = 0, most = 1e9) double categorySmoothing,
      List<String> increasing,
      List<String> decreasing,
      @Limits(least = 0, most = 0.5) double holdOut,
      @Limits(least = 1, most = 20_000) int patience,
      @Limits(least = 1, most = 50) int models,
      ClassBalance balance,
      RegressionLoss loss,
      @Limits(least = 0.01, most = 0.99) double quantile,
      Calibration calibration) {

    public Options {
      WrongOptionException.unlessWithin("trees", trees, 1, 20_000);
      WrongOptionException.unlessWithin("rate", rate, 1e-4, 1);
      WrongOptionException.unlessWithin("leaves", leaves, 2, 4096);
      WrongOptionException.unlessWithin("depth", depth, 0, 64);
      WrongOptionException.unlessWithin("minWeight", minWeight, 0, 1e9);
      WrongOptionException.unlessWithin("minRows", minRows, 1, 1e9);
      WrongOptionException.unlessWithin("l2", l2, 0, 1e9);
      WrongOptionException.unlessWithin("l1", l1, 0, 1e9);
      WrongOptionException.unlessWithin("minGain", minGain, 0, 1e9);
      WrongOptionException.unlessWithin("bins", bins, 2, 255);
      WrongOptionException.unlessWithin("rows", rows, 0.01, 1);
      WrongOptionException.unlessWithin("columns", columns, 0.01, 1);
      WrongOptionException.unlessWithin("categorySmoothing", categorySmoothing, 0, 1e9);
      WrongOptionException.unlessWithin("holdOut", holdOut, 0, 0.5);
      WrongOptionException.unlessWithin("patience", patience, 1, 20_000);
      WrongOptionException.unlessWithin("models", models, 1, 50);
      WrongOptionException.unlessWithin("quantile", quantile, 0.01, 0.99);
      increasing = List.copyOf(increasing);
      decreasing = List.copyOf(decreasing);
      for (String name : increasing) {
        if (decreasing.contains(name)) {
          throw new WrongOptionException(
              "decreasing", "names column “%s”, which increasing names too".formatted(name));
        }
      }
    }
  }

  /** Usual values of the field. */
  private static final Options BALANCED = options(0.05, 6, 1);

  /** The best of four settings in cross-validation on the training rows of Online Shoppers. */
  private static final Options ACCURATE = options(0.03, 5, 5);

  private static Options options(double rate, int depth, int models) {
    return new Options(
        1000,
        rate,
        Growth.DEPTH_WISE,
        64,
        depth,
        1,
        1,
        1,
        0,
        0,
        255,
        0.8,
        0.8,
        10,
        List.of(),
        List.of(),
        0.1,
        50,
        models,
        ClassBalance.NONE,
        RegressionLoss.SQUARED,
        0.5,
        Calibration.NONE);
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
    presets.put("balanced", BALANCED);
    presets.put("accurate", ACCURATE);
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
        (rows, part) -> new BoostingTraining(rows, options, seed, part).train());
  }

  @Override
  public TableModel read(DataInput in) throws IOException {
    return CalibratedModel.read(in, alone -> TreeModel.read(NAME, alone));
  }
}
