package io.shopkeeper.ml.search;

import io.shopkeeper.ml.algorithm.Limits;
import io.shopkeeper.ml.algorithm.WrongOptionException;

/**
 * Options of a graph of vectors.
 *
 * @param measure how near two vectors are
 * @param links M, links that a new vector makes on each level; twice as many are kept on the lowest
 * @param buildBeam efConstruction, candidates that are kept while a vector's links are looked for
 */
public record HnswOptions(
    VectorMeasure measure,
    @Limits(least = 2, most = 128, searchLeast = 8, searchMost = 32) int links,
    @Limits(least = 4, most = 4096, searchLeast = 50, searchMost = 400, logarithmic = true)
        int buildBeam) {

  public HnswOptions {
    if (measure == null) {
      throw new WrongOptionException("measure", "is missing");
    }
    WrongOptionException.unlessWithin("links", links, 2, 128);
    WrongOptionException.unlessWithin("buildBeam", buildBeam, 4, 4096);
  }

  /** 16 links and a beam of 100, as is usual. */
  public static HnswOptions standard(VectorMeasure measure) {
    return new HnswOptions(measure, 16, 100);
  }
}
