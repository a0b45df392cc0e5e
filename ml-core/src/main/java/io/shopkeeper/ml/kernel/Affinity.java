package io.shopkeeper.ml.kernel;

/**
 * Similarities from counts: what {@link SimilarityMeasure} says, shrinkage included. One meaning
 * for all providers. Immutable and safe for use by several threads.
 */
public final class Affinity {

  private static final int MOST_KNOWN = 1 << 20;

  private final NeighbourSpec spec;
  private final double population;
  private final double[] entropy;

  /**
   * @param columns of the matrix whose rows are compared
   */
  public Affinity(NeighbourSpec spec, int columns) {
    this.spec = spec;
    this.population = columns;
    this.entropy = new double[tableSize(spec, columns)];
    for (int count = 1; count < entropy.length; count++) {
      entropy[count] = count * Math.log(count);
    }
  }

  private static int tableSize(NeighbourSpec spec, int columns) {
    return spec.measure() == SimilarityMeasure.LOG_LIKELIHOOD
        ? Math.min(columns + 1, MOST_KNOWN)
        : 0;
  }

  /** c / (c + shrinkage). */
  public double damping(double shared) {
    return shared / (shared + spec.shrinkage());
  }

  /**
   * The similarity of two rows, shrunk; for all measures but cosine.
   *
   * @param shared columns that both have
   * @param one columns that the first has
   * @param two columns that the second has
   */
  public double ofCounts(double shared, double one, double two) {
    double bare =
        switch (spec.measure()) {
          case CO_OCCURRENCE -> shared / Math.sqrt(one * two);
          case JACCARD -> shared / (one + two - shared);
          case LOG_LIKELIHOOD -> logLikelihood(shared, one, two);
          case COSINE -> throw new IllegalArgumentException("a cosine is not made of counts");
        };
    return bare * damping(shared);
  }

  private double logLikelihood(double shared, double one, double two) {
    if (shared * population <= one * two) {
      return 0;
    }
    double cells =
        entropy(shared)
            + entropy(one - shared)
            + entropy(two - shared)
            + entropy(population - one - two + shared);
    double margins =
        entropy(one) + entropy(population - one) + entropy(two) + entropy(population - two);
    return Math.max(0, 2 * (cells - margins + entropy(population)));
  }

  private double entropy(double count) {
    int whole = (int) count;
    return whole < entropy.length ? entropy[whole] : count * Math.log(count);
  }
}
