package io.shopkeeper.ml.tree.forest;

import io.shopkeeper.ml.kernel.Workers;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.ml.tree.binning.BinnedRows;
import io.shopkeeper.ml.tree.flat.FlatTreesBuilder.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Grows the trees of a forest, some at a time, each on a thread of its own. */
public final class Forest {

  /** Trees at a time; not the number of threads, so that results agree. */
  private static final int BATCH = 8;

  private final BinnedRows binned;
  private final CartTarget target;
  private final CartLimits limits;
  private final double share;
  private final Workers workers;
  private final TrainingListener listener;

  /**
   * @param share of the rows' number that is drawn for each tree, with replacement
   */
  public Forest(
      BinnedRows binned,
      CartTarget target,
      CartLimits limits,
      double share,
      Workers workers,
      TrainingListener listener) {
    this.binned = binned;
    this.target = target;
    this.limits = limits;
    this.share = share;
    this.workers = workers;
    this.listener = listener;
  }

  /** Grows so many trees; tells of the loss on rows that trees did not see. */
  public List<Tree> grow(int trees, long seed) {
    var random = new SplittableRandom(seed);
    var outOfBag = new OutOfBag(binned, target, workers);
    var grown = new ArrayList<Tree>();
    for (int first = 0; first < trees; first += BATCH) {
      listener.progress((double) first / trees, "trees");
      listener.stopIfCancelled();
      int count = Math.min(BATCH, trees - first);
      SplittableRandom[] sources =
          IntStream.range(0, count).mapToObj(i -> random.split()).toArray(SplittableRandom[]::new);
      var seen = new Bootstrap[count];
      var batch = new CartTree[count];
      workers.forEach(
          count,
          i -> {
            seen[i] = Bootstrap.draw(binned.rows(), share, sources[i]);
            batch[i] =
                new CartGrower(binned, target, limits)
                    .grow(seen[i].rows(), seen[i].times(), sources[i], listener);
          });
      for (int i = 0; i < count; i++) {
        outOfBag.add(batch[i], seen[i]);
        grown.add(batch[i].flat(binned, target));
      }
      double loss = outOfBag.loss();
      if (!Double.isNaN(loss)) {
        listener.measured("loss out of bag", first + count, loss);
      }
    }
    return grown;
  }
}
