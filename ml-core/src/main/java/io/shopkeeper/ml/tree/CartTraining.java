package io.shopkeeper.ml.tree;

import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.kernel.Workers;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.NumberTarget;
import io.shopkeeper.ml.table.Schema;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.ml.tree.binning.BinnedRows;
import io.shopkeeper.ml.tree.binning.Binning;
import io.shopkeeper.ml.tree.flat.FlatTreesBuilder;
import io.shopkeeper.ml.tree.flat.FlatTreesBuilder.Tree;
import io.shopkeeper.ml.tree.forest.CartTarget;
import java.util.List;

/** What single trees and forests have in common: bins, the target, and the model in the end. */
final class CartTraining {

  private final Workers workers = KernelBackends.current().workers();
  private final Schema schema;
  private final BinnedRows binned;
  private final CartTarget target;
  private final List<String> classes;
  private final double centre;

  CartTraining(
      LabelledTable data, int bins, ClassBalance balance, long seed, TrainingListener listener) {
    TrainingData.check(data);
    listener.progress(0, "bins");
    listener.stopIfCancelled();
    schema = Schema.of(data.features());
    binned =
        Binning.of(data.features(), schema, bins, seed, workers).apply(data.features(), workers);
    float[] weights = balance.weights(data);
    switch (data.target()) {
      case ClassTarget found -> {
        classes = found.classes();
        target = CartTarget.ofClasses(classes.size(), found.codes(), weights);
        centre = 0;
      }
      case NumberTarget found -> {
        classes = List.of();
        centre = TrainingData.mean(found, weights);
        target = CartTarget.ofNumbers(TrainingData.less(found, centre), weights);
      }
    }
  }

  BinnedRows binned() {
    return binned;
  }

  CartTarget target() {
    return target;
  }

  Workers workers() {
    return workers;
  }

  /** Of a share how many features a split looks at. */
  int features(double share) {
    int width = binned.width();
    double wanted = share > 0 ? share * width : target.ofClasses() ? Math.sqrt(width) : width / 3.0;
    return Math.clamp(Math.round(wanted), 1, Math.max(1, width));
  }

  /** The mean of trees. */
  TreeModel model(String algorithm, List<Tree> trees) {
    boolean several = classes.size() > 2;
    double[] base = new double[several ? classes.size() : 1];
    base[0] = centre;
    var builder = new FlatTreesBuilder(base, true);
    for (Tree tree : trees) {
      tree.multiply(1f / trees.size());
      builder.add(0, tree);
    }
    Link link = several ? Link.SHARES : classes.isEmpty() ? Link.NUMBER : Link.SHARE;
    return new TreeModel(algorithm, schema, classes, link, builder.build());
  }
}
