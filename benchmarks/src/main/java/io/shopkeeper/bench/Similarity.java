package io.shopkeeper.bench;

import io.shopkeeper.bench.data.Interactions;
import io.shopkeeper.bench.peer.PythonPeer;
import io.shopkeeper.bench.peer.Timed;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.kernel.NeighbourSpec;
import io.shopkeeper.ml.kernel.SimilarityMeasure;
import io.shopkeeper.ml.kernel.SparseRows;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.Optional;
import java.util.function.Supplier;

/** Item–item cosine, the 50 nearest of each item; transposing is part of the work. */
final class Similarity {

  private static final int SMALL = 5000;

  private final Kernels kernels;
  private final boolean peers;

  Similarity(Kernels kernels, boolean peers) {
    this.kernels = kernels;
    this.peers = peers;
  }

  Row measure(Interactions data, int runs) {
    Supplier<?> work = work(data);
    boolean small = data.byUser().columns() <= SMALL;
    Optional<PythonPeer> scipy =
        peers
            ? PythonPeer.similarity(data.users(), data.items(), small ? 2000 : 1000)
            : Optional.empty();
    try (Timed peer = scipy.<Timed>map(found -> found).orElse(null)) {
      Turns.Medians medians = Turns.take(Turns.timed(work), peer, small ? 10 : 1, runs);
      return new Row(
          "item-item cosine top-50",
          data.name(),
          kernels.name(),
          medians.ours(),
          Turns.heap(work),
          peer == null ? "" : "scipy",
          medians.peer(),
          peer == null ? 0 : peer.memory(),
          "s",
          runs);
    }
  }

  /** Seconds of ours alone. */
  double seconds(Interactions data) {
    Supplier<?> work = work(data);
    return Turns.take(Turns.timed(work), null, 2, 5).ours();
  }

  private Supplier<?> work(Interactions data) {
    SparseRows byUser = data.byUser();
    var spec = NeighbourSpec.of(SimilarityMeasure.COSINE, 50);
    return () -> kernels.neighbours(byUser.transpose(), byUser, spec, TrainingListener.SILENT);
  }
}
