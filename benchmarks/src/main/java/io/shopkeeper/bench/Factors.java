package io.shopkeeper.bench;

import io.shopkeeper.bench.data.Interactions;
import io.shopkeeper.bench.data.MovieLens;
import io.shopkeeper.ml.als.AlsOptions;
import io.shopkeeper.ml.als.AlsRatings;
import io.shopkeeper.ml.als.ImplicitAlsModel;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.kernel.SparseRows;
import io.shopkeeper.ml.rating.Ratings;
import io.shopkeeper.ml.training.TrainingListener;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Alternating least squares of rank 32; transposing and preparing are part of the work. */
final class Factors {

  private static final int RANK = 32;
  private static final int ITERATIONS = 15;
  private static final int SHORT = 4;

  private final Kernels kernels;

  Factors(Kernels kernels) {
    this.kernels = kernels;
  }

  /** Ratings, {@value #ITERATIONS} iterations. */
  Row ratings(Path movieLens, int runs) {
    Ratings ratings = MovieLens.ratings(movieLens);
    var options = new AlsOptions(RANK, ITERATIONS, 0.1, 0, 1);
    Supplier<?> work = () -> AlsRatings.train(ratings, options, kernels, TrainingListener.SILENT);
    Turns.Medians medians = Turns.take(Turns.timed(work), null, 10, runs);
    return row("explicit ALS, 15 iterations", "ml100k", medians.ours(), work, runs);
  }

  /** Interactions, one iteration: the mean of {@value #SHORT}. */
  Row interactions(Interactions data, int runs) {
    return row("implicit ALS, an iteration", data.name(), seconds(data, runs), work(data), runs);
  }

  /** Seconds of one iteration. */
  double seconds(Interactions data, int runs) {
    return Turns.take(Turns.timed(work(data)), null, 1, runs).ours() / SHORT;
  }

  private Supplier<?> work(Interactions data) {
    SparseRows byUser = data.byUser();
    var options = new AlsOptions(RANK, SHORT, 0.1, 1, 1);
    return () -> ImplicitAlsModel.train(byUser, options, kernels, TrainingListener.SILENT);
  }

  private Row row(String bench, String input, double seconds, Supplier<?> work, int runs) {
    return new Row(
        bench, input, kernels.name(), seconds, Turns.heap(work), "", Double.NaN, 0, "s", runs);
  }
}
