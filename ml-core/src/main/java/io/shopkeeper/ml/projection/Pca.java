package io.shopkeeper.ml.projection;

import io.shopkeeper.ml.algorithm.Algorithm;
import io.shopkeeper.ml.algorithm.Limits;
import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.table.encode.Encoder;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Principal components by randomised subspace iteration: N. Halko, P.-G. Martinsson, J. A. Tropp,
 * "Finding Structure with Randomness", SIAM Review 53, 2011, sections 4.5 and 5.3. A random space
 * of {@code components + oversampling} directions (the paper's Ω, k and p) is multiplied by XᵀX and
 * made orthonormal q + 1 times, q being {@code powerIterations}; within it the components are
 * exact. Where it is the whole space, so are they. Reads the rows q + 2 times, in blocks; beside
 * them the memory is columns × directions.
 */
public final class Pca implements Algorithm<Table, Pca.Options, Projection> {

  /**
   * Options.
   *
   * @param components how many are kept
   * @param standardise whether numbers count by their deviation rather than by their unit
   * @param oversampling further directions that are looked at
   * @param powerIterations passes that tell directions of like variance apart
   */
  public record Options(
      @Limits(least = 1, most = 1000, searchLeast = 2, searchMost = 50, logarithmic = true)
          int components,
      boolean standardise,
      @Limits(least = 0, most = 100) int oversampling,
      @Limits(least = 0, most = 20) int powerIterations) {

    public Options {
      WrongOptionException.unlessWithin("components", components, 1, 1000);
      WrongOptionException.unlessWithin("oversampling", oversampling, 0, 100);
      WrongOptionException.unlessWithin("powerIterations", powerIterations, 0, 20);
    }
  }

  @Override
  public String name() {
    return Projection.NAME;
  }

  @Override
  public Map<String, Options> presets() {
    var presets = new LinkedHashMap<String, Options>();
    presets.put("features", new Options(10, true, 10, 4));
    presets.put("picture", new Options(2, true, 10, 6));
    return presets;
  }

  @Override
  public Projection train(Table data, Options options, long seed, TrainingListener listener) {
    listener.stopIfCancelled();
    if (data.rows() < 2) {
      throw new IllegalArgumentException(
          "principal components need at least 2 rows, but there are " + data.rows());
    }
    Encoder encoder = Encoder.fit(data, new Encoder.Options(options.standardise(), 2));
    if (encoder.width() == 0) {
      throw new IllegalArgumentException(
          "principal components need at least 1 column of numbers or categories, but there is none");
    }
    var rows = CentredRows.of(encoder.encode(data), data.rows(), encoder.width());
    int kept = Math.min(options.components(), Math.min(encoder.width(), data.rows() - 1));
    int directions = Math.min(encoder.width(), kept + options.oversampling());
    var iteration = new SubspaceIteration(rows, directions, seed);
    iteration.run(options.powerIterations(), listener);
    return iteration.projection(encoder, kept);
  }

  @Override
  public Projection read(DataInput in) throws IOException {
    return Projection.read(in);
  }
}
