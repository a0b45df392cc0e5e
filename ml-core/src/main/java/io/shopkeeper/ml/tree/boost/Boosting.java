package io.shopkeeper.ml.tree.boost;

import io.shopkeeper.ml.kernel.Workers;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.ml.tree.binning.BinnedRows;
import io.shopkeeper.ml.tree.flat.FlatTreesBuilder.Tree;
import io.shopkeeper.ml.tree.grow.GrownTree;
import io.shopkeeper.ml.tree.grow.TreeGrower;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One run of boosting on binned rows. For one thread; the workers have theirs. */
public final class Boosting {

  private static final int BLOCK = 2048;

  private final BinnedRows rows;
  private final Loss loss;
  private final BoostingSettings settings;
  private final Workers workers;
  private final TrainingListener listener;
  private final float[][] scores;
  private final float[][] gradients;
  private final float[][] hessians;

  public Boosting(
      BinnedRows rows,
      Loss loss,
      BoostingSettings settings,
      Workers workers,
      TrainingListener listener) {
    this.rows = rows;
    this.loss = loss;
    this.settings = settings;
    this.workers = workers;
    this.listener = listener;
    this.scores = new float[loss.outputs()][rows.rows()];
    this.gradients = new float[loss.outputs()][rows.rows()];
    this.hessians = new float[loss.outputs()][rows.rows()];
  }

  /**
   * What came of it.
   *
   * @param start of each output
   * @param trees by output
   */
  public record Result(double[] start, List<List<Tree>> trees) {}

  /**
   * Boosts.
   *
   * @param training rows, rising
   * @param validation rows that say when to end, rising; empty to go on to the end
   */
  public Result train(int[] training, int[] validation, long seed) {
    double[] start = loss.start(training);
    var trees = new ArrayList<List<Tree>>();
    for (int output = 0; output < start.length; output++) {
      Arrays.fill(scores[output], (float) start[output]);
      trees.add(new ArrayList<>());
    }
    var grower = new TreeGrower(rows, settings.limits(), workers);
    var sampling = new Sampling(seed);
    var curves = new Curves(loss, training, validation, workers, listener);
    var stopping = new EarlyStopping(settings.patience());
    if (validation.length > 0) {
      stopping.ends(-1, curves.measure(0, scores));
    }
    boolean on = true;
    for (int step = 0; on && step < settings.trees(); step++) {
      listener.progress((double) step / settings.trees(), "trees");
      on = step(grower, sampling, training, validation, trees);
      double measured = curves.measure(step + 1, scores);
      on &= validation.length == 0 || !stopping.ends(step, measured);
    }
    if (validation.length > 0) {
      trees.replaceAll(all -> all.subList(0, stopping.bestStep() + 1));
    }
    return new Result(start, trees);
  }

  /** Adds a tree to each output; whether any has a split. */
  private boolean step(
      TreeGrower grower,
      Sampling sampling,
      int[] training,
      int[] validation,
      List<List<Tree>> trees) {
    listener.stopIfCancelled();
    slopes();
    int[] seen = sampling.rows(training, settings.rowShare());
    int[] unseen = ScoreUpdate.without(training, seen);
    var update = new ScoreUpdate(rows, workers);
    boolean divided = false;
    for (int output = 0; output < scores.length; output++) {
      int[] features = sampling.features(rows.width(), settings.columnShare());
      GrownTree tree = grower.grow(seen, gradients[output], hessians[output], features, listener);
      fit(tree);
      update.ofLeaves(tree, scores[output]);
      update.ofOthers(tree, unseen, scores[output]);
      update.ofOthers(tree, validation, scores[output]);
      trees.get(output).add(TreeCopy.of(tree, rows));
      divided |= tree.size() > 1;
    }
    return divided;
  }

  private void slopes() {
    workers
        .forSmall(rows.rows())
        .forEach(
            (rows.rows() + BLOCK - 1) / BLOCK,
            block ->
                loss.slopes(
                    scores,
                    gradients,
                    hessians,
                    block * BLOCK,
                    Math.min(rows.rows(), (block + 1) * BLOCK)));
  }

  /** Makes the values of leaves final. */
  private void fit(GrownTree tree) {
    if (!Double.isNaN(loss.leafQuantile())) {
      LeafRefit.refit(tree, loss, scores, workers);
    }
    for (int node = 0; node < tree.size(); node++) {
      tree.value(node, settings.rate() * tree.value(node));
    }
  }
}
