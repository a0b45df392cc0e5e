package io.shopkeeper.ml.forecast;

import io.shopkeeper.ml.calibration.Calibration;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.NumberTarget;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.ml.tree.ClassBalance;
import io.shopkeeper.ml.tree.GradientBoosting;
import io.shopkeeper.ml.tree.Growth;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One model of boosted trees for all products and all weeks ahead (as in the winning entries of S.
 * Makridakis, E. Spiliotis, V. Assimakopoulos, "The M5 Accuracy Competition", International Journal
 * of Forecasting 38, 2022): it learns from each product's past what followed after weeks like
 * these. The target is what was sold as a share of the product's scale, at most {@value #MOST}
 * times that, so that one great order does not teach all products.
 *
 * @param trees what they answer are shares
 * @param yearly whether they know the time of the year
 */
record BoostedDemand(TableModel trees, boolean yearly) {

  private static final double MOST = 8;

  /** Less is not enough for trees. */
  private static final int FEWEST_ROWS = 500;

  private static final int FEWEST_WEEKS = 4;
  private static final int WEEKS_OF_TWO_SEASONS = 60;

  /** More rows than that teach little more: the newest count. */
  private static final int MOST_ROWS = 250_000;

  /** Learns; empty where there is too little. */
  static Optional<BoostedDemand> train(
      DemandLog log, DemandOptions options, long seed, TrainingListener listener) {
    boolean yearly = log.end() - log.begin() >= WEEKS_OF_TWO_SEASONS;
    List<Example> examples = examples(log, options.horizonWeeks(), listener);
    if (examples.size() < FEWEST_ROWS) {
      return Optional.empty();
    }
    float[] target = new float[examples.size()];
    for (int row = 0; row < target.length; row++) {
      target[row] = examples.get(row).share();
    }
    Table table = DemandFeatures.table(examples.stream().map(Example::question).toList(), yearly);
    TableModel trees =
        new GradientBoosting()
            .train(
                new LabelledTable(table, new NumberTarget(target)),
                boosting(options),
                seed,
                listener);
    return Optional.of(new BoostedDemand(trees, yearly));
  }

  /**
   * What followed.
   *
   * @param question as it would have been asked, of a history that ends before
   * @param share what was sold, in units of the product's scale by then
   */
  record Example(DemandFeatures.Question question, float share) {}

  /** Of earlier weeks, the newest first. */
  static List<Example> examples(DemandLog log, int horizon, TrainingListener listener) {
    List<Example> examples = new ArrayList<>();
    for (int cut = log.end() - 1; cut > log.begin() && examples.size() < MOST_ROWS; cut--) {
      listener.stopIfCancelled();
      for (DemandLog.Product product : log.products()) {
        add(product.history(), cut, horizon, examples);
      }
    }
    return examples;
  }

  private static void add(DemandHistory whole, int cut, int horizon, List<Example> examples) {
    if (cut - whole.begin() < FEWEST_WEEKS) {
      return;
    }
    DemandHistory past = whole.before(cut);
    double scale = DemandFeatures.scale(past);
    for (int ahead = 1; ahead <= horizon && cut + ahead <= whole.end(); ahead++) {
      double units = whole.in(cut + ahead - 1).orElseThrow();
      examples.add(
          new Example(
              new DemandFeatures.Question(past, ahead), (float) Math.min(MOST, units / scale)));
    }
  }

  private static GradientBoosting.Options boosting(DemandOptions options) {
    return new GradientBoosting.Options(
        options.trees(),
        options.rate(),
        Growth.DEPTH_WISE,
        64,
        options.depth(),
        1,
        options.minRows(),
        5,
        0,
        0,
        255,
        0.7,
        0.7,
        10,
        List.of(),
        List.of(),
        0,
        30,
        1,
        ClassBalance.NONE,
        GradientBoosting.RegressionLoss.SQUARED,
        0.5,
        Calibration.NONE);
  }

  /** The weeks that come, for many products at once. */
  double[][] forecast(List<DemandHistory> histories, int horizon) {
    List<DemandFeatures.Question> questions = new ArrayList<>(histories.size() * horizon);
    for (DemandHistory history : histories) {
      for (int ahead = 1; ahead <= horizon; ahead++) {
        questions.add(new DemandFeatures.Question(history, ahead));
      }
    }
    double[][] results = new double[histories.size()][horizon];
    if (questions.isEmpty()) {
      return results;
    }
    double[][] shares = trees.predict(DemandFeatures.table(questions, yearly));
    for (int one = 0; one < results.length; one++) {
      double scale = DemandFeatures.scale(histories.get(one));
      for (int ahead = 0; ahead < horizon; ahead++) {
        results[one][ahead] = Math.max(0, scale * shares[one * horizon + ahead][0]);
      }
    }
    return results;
  }

  void write(DataOutput out) throws IOException {
    out.writeBoolean(yearly);
    trees.write(out);
  }

  static BoostedDemand read(DataInput in) throws IOException {
    boolean yearly = in.readBoolean();
    return new BoostedDemand(new GradientBoosting().read(in), yearly);
  }
}
