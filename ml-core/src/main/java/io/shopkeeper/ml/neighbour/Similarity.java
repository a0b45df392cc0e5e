package io.shopkeeper.ml.neighbour;

import io.shopkeeper.ml.kernel.SimilarityMeasure;
import java.io.DataInput;
import java.io.IOException;

/** How alike two items are, from the users that both have. */
public enum Similarity {
  /**
   * S(i, i′) = A_ii′ / √(C_i · C_i′): A counts the users who have both, C those who have one.
   * Values do not matter, only who has what. From 0 to 1.
   */
  SEED(SimilarityMeasure.CO_OCCURRENCE),
  /** The cosine of the items' columns of values. From −1 to 1. */
  COSINE(SimilarityMeasure.COSINE),
  /** A_ii′ / (C_i + C_i′ − A_ii′), by who has what (Jaccard, 1901). From 0 to 1. */
  JACCARD(SimilarityMeasure.JACCARD),
  /** How surely the two are had together more often than by chance (Dunning, 1993). From 0. */
  LOG_LIKELIHOOD(SimilarityMeasure.LOG_LIKELIHOOD);

  private final SimilarityMeasure measure;

  Similarity(SimilarityMeasure measure) {
    this.measure = measure;
  }

  SimilarityMeasure measure() {
    return measure;
  }

  /**
   * Reads the name of a stored one.
   *
   * @throws IOException if it is none
   */
  static Similarity read(DataInput in) throws IOException {
    String name = in.readUTF();
    for (Similarity similarity : values()) {
      if (similarity.name().equals(name)) {
        return similarity;
      }
    }
    throw new IOException("damaged: no similarity " + name);
  }
}
