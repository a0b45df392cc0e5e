package io.shopkeeper.ml.cluster;

import io.shopkeeper.ml.algorithm.Algorithm;
import io.shopkeeper.ml.algorithm.Limits;
import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.table.encode.Encoder;
import io.shopkeeper.ml.training.PartOfTraining;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * k-means: centres such that the squared distances of rows to their nearest centre add up to
 * little, by the iteration of S. Lloyd (1957, IEEE Transactions on Information Theory 28, 1982)
 * from the seeding of D. Arthur and S. Vassilvitskii ("k-means++", SODA 2007), several times over;
 * the best counts. Numbers are standardised, categories become columns of 0 and 1. Rows that are
 * all alike give fewer clusters than were asked for. Time is rows × clusters × columns for each
 * iteration.
 */
public final class KMeans implements Algorithm<Table, KMeans.Options, ClusterModel> {

  /**
   * Options.
   *
   * @param clusters how many
   * @param restarts how often to begin anew
   * @param iterations at most, of each
   */
  public record Options(
      @Limits(least = 1, most = 1000, searchLeast = 2, searchMost = 20) int clusters,
      @Limits(least = 1, most = 100) int restarts,
      @Limits(least = 1, most = 1000) int iterations) {

    public Options {
      WrongOptionException.unlessWithin("clusters", clusters, 1, 1000);
      WrongOptionException.unlessWithin("restarts", restarts, 1, 100);
      WrongOptionException.unlessWithin("iterations", iterations, 1, 1000);
    }
  }

  @Override
  public String name() {
    return ClusterModel.NAME;
  }

  @Override
  public Map<String, Options> presets() {
    var presets = new LinkedHashMap<String, Options>();
    presets.put("segments", new Options(5, 5, 100));
    presets.put("fine", new Options(20, 5, 100));
    return presets;
  }

  @Override
  public ClusterModel train(Table data, Options options, long seed, TrainingListener listener) {
    listener.stopIfCancelled();
    if (data.rows() == 0) {
      throw new IllegalArgumentException("clusters need at least 1 row, but there are 0");
    }
    Encoder encoder = Encoder.fit(data, Encoder.Options.STANDARD);
    if (encoder.width() == 0) {
      throw new IllegalArgumentException(
          "clusters need at least 1 column of numbers or categories, but there is none");
    }
    var rows = new EncodedRows(encoder.encode(data), data.rows(), encoder.width());
    var random = new SplittableRandom(seed);
    Lloyd best = null;
    for (int restart = 0; restart < options.restarts(); restart++) {
      var part = PartOfTraining.of(listener, restart, options.restarts(), "start");
      float[] centres = Seeding.centres(rows, options.clusters(), random.split(), part);
      var lloyd = new Lloyd(rows, centres);
      lloyd.run(options.iterations(), part);
      listener.measured("inertia", restart + 1, lloyd.inertia());
      best = best == null || lloyd.inertia() < best.inertia() ? lloyd : best;
    }
    return new ClusterModel(encoder, best.centres(), best.sizes(), best.inertia());
  }

  @Override
  public ClusterModel read(DataInput in) throws IOException {
    return ClusterModel.read(in);
  }
}
