package io.shopkeeper.ml.kernel;

/** How alike two rows of a sparse matrix are. */
public enum SimilarityMeasure {
  /** Σ a·b / √(Σa² · Σb²), from −1 to 1. */
  COSINE,
  /** c / √(C_i · C_i′): c columns that both have, C those that one has. From 0 to 1. */
  CO_OCCURRENCE,
  /** c / (C_i + C_i′ − c), from 0 to 1 (Jaccard, 1901). */
  JACCARD,
  /**
   * The log-likelihood ratio 2·Σ k·ln(k·N / (row · column)) over the table of having one, both or
   * neither; 0 where both are rarer together than chance would have it (Dunning: Accurate Methods
   * for the Statistics of Surprise and Coincidence, 1993). From 0 upwards.
   */
  LOG_LIKELIHOOD
}
