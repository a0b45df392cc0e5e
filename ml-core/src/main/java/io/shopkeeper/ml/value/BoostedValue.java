package io.shopkeeper.ml.value;

import io.shopkeeper.ml.algorithm.Limits;
import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.calibration.Calibration;
import io.shopkeeper.ml.explain.ExplainedModel;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.ml.tree.ClassBalance;
import io.shopkeeper.ml.tree.GradientBoosting;
import io.shopkeeper.ml.tree.Growth;
import java.io.DataInput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Boosted trees that learn from the past of the shop what followed: the log is cut at earlier days,
 * features are taken as of each cut, and what was bought within the horizon after it is the target.
 * Trees correct a rate: the target is what was bought as a share of what the customer's {@linkplain
 * RateSoFar rate so far} would give, and rows weigh as much as that rate, so that great customers
 * do not drown the others (the weights of a Poisson regression). Time is cuts × customers × trees.
 */
public final class BoostedValue implements CustomerValueAlgorithm<BoostedValue.Options> {

  static final String NAME = "boosted-value";
  static final int FORMAT = 1;

  /**
   * Options.
   *
   * @param horizonDays that forecasts are about
   * @param cuts how many earlier days are learnt from, half a horizon apart
   * @param trees at most, of each of the three models
   * @param rate what each tree's values are multiplied with
   * @param depth the most splits from the root to a leaf
   * @param minRows about the least customers in a leaf
   * @param models how many are averaged
   * @param discount of money that comes a year later
   */
  public record Options(
      @Limits(least = 1, most = 1830) int horizonDays,
      @Limits(least = 1, most = 50) int cuts,
      @Limits(least = 1, most = 20_000, searchLeast = 50, searchMost = 1000, logarithmic = true)
          int trees,
      @Limits(least = 1e-4, most = 1, searchLeast = 0.01, searchMost = 0.3, logarithmic = true)
          double rate,
      @Limits(least = 1, most = 64, searchLeast = 2, searchMost = 8) int depth,
      @Limits(least = 1, most = 1e9, searchLeast = 5, searchMost = 200, logarithmic = true)
          int minRows,
      @Limits(least = 1, most = 50) int models,
      @Limits(least = 0, most = 1) double discount) {

    public Options {
      WrongOptionException.unlessWithin("horizonDays", horizonDays, 1, 1830);
      WrongOptionException.unlessWithin("cuts", cuts, 1, 50);
      WrongOptionException.unlessWithin("trees", trees, 1, 20_000);
      WrongOptionException.unlessWithin("rate", rate, 1e-4, 1);
      WrongOptionException.unlessWithin("depth", depth, 1, 64);
      WrongOptionException.unlessWithin("minRows", minRows, 1, 1e9);
      WrongOptionException.unlessWithin("models", models, 1, 50);
      WrongOptionException.unlessWithin("discount", discount, 0, 1);
    }

    /** How numbers are boosted. */
    GradientBoosting.Options boosting() {
      return new GradientBoosting.Options(
          trees,
          rate,
          Growth.DEPTH_WISE,
          64,
          depth,
          1,
          minRows,
          5,
          0,
          0,
          255,
          0.7,
          0.7,
          10,
          List.of(),
          List.of(),
          0.15,
          30,
          models,
          ClassBalance.NONE,
          GradientBoosting.RegressionLoss.SQUARED,
          0.5,
          Calibration.NONE);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, Options> presets() {
    var presets = new LinkedHashMap<String, Options>();
    presets.put("quarter", new Options(90, 4, 400, 0.03, 3, 20, 5, 0.1));
    presets.put("year", new Options(365, 4, 400, 0.03, 3, 20, 5, 0.1));
    return presets;
  }

  @Override
  public int horizonDays(Options options) {
    return options.horizonDays();
  }

  /** Customers of whom it is known what they bought later. */
  @Override
  public Needs needs() {
    return new Needs(BoostedValueTraining.FEWEST, 1);
  }

  @Override
  public CustomerValueModel train(
      PurchaseLog log, Options options, long seed, TrainingListener listener) {
    return new BoostedValueTraining(log, options, seed, listener).train();
  }

  @Override
  public CustomerValueModel read(DataInput in) throws IOException {
    StoredForm.readHeader(in, NAME, FORMAT);
    int horizon = in.readInt();
    RateSoFar rate = RateSoFar.read(in);
    double discount = in.readDouble();
    double typical = in.readDouble();
    if (horizon < 1) {
      throw new IOException("damaged: a horizon of %d days".formatted(horizon));
    }
    var trees = new GradientBoosting();
    return new BoostedValueModel(
        horizon,
        rate,
        discount,
        typical,
        trees.read(in),
        trees.read(in),
        explained(trees.read(in)));
  }

  private static ExplainedModel explained(TableModel model) throws IOException {
    if (model instanceof ExplainedModel known
        && model.schema().width() == ValueFeature.ALL.size()) {
      return known;
    }
    throw new IOException("damaged: the trees do not know the features");
  }
}
