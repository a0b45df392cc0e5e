package io.shopkeeper.ml.tree;

import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.kernel.Workers;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.NumberTarget;
import io.shopkeeper.ml.table.Schema;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.ml.tree.binning.BinnedRows;
import io.shopkeeper.ml.tree.binning.Binning;
import io.shopkeeper.ml.tree.boost.Boosting;
import io.shopkeeper.ml.tree.boost.BoostingSettings;
import io.shopkeeper.ml.tree.boost.HoldOut;
import io.shopkeeper.ml.tree.boost.LogisticLoss;
import io.shopkeeper.ml.tree.boost.Loss;
import io.shopkeeper.ml.tree.boost.ResidualLoss;
import io.shopkeeper.ml.tree.boost.SoftmaxLoss;
import io.shopkeeper.ml.tree.flat.FlatTrees;
import io.shopkeeper.ml.tree.flat.FlatTreesBuilder;
import io.shopkeeper.ml.tree.flat.FlatTreesBuilder.Tree;
import io.shopkeeper.ml.tree.grow.GrowthLimits;
import io.shopkeeper.ml.tree.grow.TreeGrower;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** One training of a boosting. */
final class BoostingTraining {

  /** Fewer rows than this say nothing about when to end. */
  private static final int LEAST_HELD_OUT = 20;

  private final LabelledTable data;
  private final GradientBoosting.Options options;
  private final long seed;
  private final TrainingListener listener;
  private final Workers workers = KernelBackends.current().workers();
  private final Schema schema;

  BoostingTraining(
      LabelledTable data, GradientBoosting.Options options, long seed, TrainingListener listener) {
    TrainingData.check(data);
    this.data = data;
    this.options = options;
    this.seed = seed;
    this.listener = listener;
    this.schema = Schema.of(data.features());
  }

  TreeModel train() {
    listener.progress(0, "bins");
    listener.stopIfCancelled();
    Binning binning = Binning.of(data.features(), schema, options.bins(), seed, workers);
    BinnedRows rows = binning.apply(data.features(), workers);
    float[] weights = options.balance().weights(data);
    return switch (data.target()) {
      case ClassTarget target -> {
        int classes = target.classes().size();
        yield model(
            rows,
            classes <= 2
                ? new LogisticLoss(TrainingData.positive(target), weights)
                : new SoftmaxLoss(classes, target.codes(), weights),
            target.codes(),
            target.classes(),
            classes <= 2 ? Link.LOGISTIC : Link.SOFTMAX,
            0);
      }
      case NumberTarget target -> {
        // Scores are single precision: they begin at 0, whatever the target's mean.
        double centre = TrainingData.mean(target, weights);
        yield model(
            rows,
            new ResidualLoss(
                ResidualLoss.Kind.valueOf(options.loss().name()),
                TrainingData.less(target, centre),
                weights,
                options.quantile()),
            new int[data.rows()],
            List.of(),
            Link.NUMBER,
            centre);
      }
    };
  }

  private TreeModel model(
      BinnedRows rows, Loss loss, int[] groups, List<String> classes, Link link, double centre) {
    int parts = options.holdOut() > 0 ? (int) Math.round(1 / options.holdOut()) : 1;
    int folds = Math.max(parts, options.models());
    boolean hold = options.holdOut() > 0 && data.rows() / folds >= LEAST_HELD_OUT;
    HoldOut held = HoldOut.of(groups, folds, seed);
    double[] base = new double[loss.outputs()];
    var results = new Boosting.Result[options.models()];
    for (int part = 0; part < results.length; part++) {
      int[] training = hold ? held.training(part) : IntStream.range(0, data.rows()).toArray();
      int[] validation = hold ? held.validation(part) : new int[0];
      long its = seed + part;
      Function<Workers, Boosting.Result> train =
          some ->
              new Boosting(rows, loss, settings(rows), some, listener)
                  .train(training, validation, its);
      results[part] = TreeGrower.small(rows) ? workers.awake(train) : train.apply(workers);
      for (int output = 0; output < base.length; output++) {
        base[output] += results[part].start()[output] / results.length;
      }
    }
    for (int output = 0; output < base.length; output++) {
      base[output] += centre;
    }
    return new TreeModel(GradientBoosting.NAME, schema, classes, link, trees(base, results));
  }

  /** The mean of all models. */
  private static FlatTrees trees(double[] base, Boosting.Result[] results) {
    var builder = new FlatTreesBuilder(base, false);
    for (Boosting.Result result : results) {
      for (int output = 0; output < base.length; output++) {
        for (Tree tree : result.trees().get(output)) {
          tree.multiply(1f / results.length);
          builder.add(output, tree);
        }
      }
    }
    return builder.build();
  }

  private BoostingSettings settings(BinnedRows rows) {
    return new BoostingSettings(
        options.trees(),
        options.rate(),
        options.rows(),
        options.columns(),
        options.patience(),
        new GrowthLimits(
            options.growth() == Growth.LEAF_WISE,
            options.leaves(),
            options.depth(),
            options.minWeight(),
            options.minRows(),
            options.l1(),
            options.l2(),
            options.minGain(),
            options.categorySmoothing(),
            monotone(rows)));
  }

  private byte[] monotone(BinnedRows rows) {
    byte[] directions = new byte[schema.width()];
    mark(options.increasing(), "increasing", (byte) 1, directions);
    mark(options.decreasing(), "decreasing", (byte) -1, directions);
    byte[] useful = new byte[rows.width()];
    for (int feature = 0; feature < useful.length; feature++) {
      useful[feature] = directions[rows.place(feature)];
    }
    return useful;
  }

  private void mark(List<String> names, String option, byte direction, byte[] directions) {
    if (!names.isEmpty()
        && data.target() instanceof ClassTarget target
        && target.classes().size() > 2) {
      throw new WrongOptionException(
          option,
          "is for two classes or a number, but there are %d classes"
              .formatted(target.classes().size()));
    }
    for (String name : names) {
      int place =
          IntStream.range(0, schema.width())
              .filter(i -> schema.features().get(i).name().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      new WrongOptionException(
                          option,
                          "names column “%s”, which the table does not have".formatted(name)));
      if (schema.features().get(place).categorical()) {
        throw new WrongOptionException(
            option, "names column “%s”, which is of categories, not of numbers".formatted(name));
      }
      directions[place] = direction;
    }
  }
}
