package io.shopkeeper.ml.table;

import java.util.Optional;

/**
 * A table and what is to be predicted from it.
 *
 * @param weights how much each row counts, 0 or more; empty where all count 1
 */
public record LabelledTable(Table features, Target target, Optional<float[]> weights) {

  public LabelledTable {
    if (target.rows() != features.rows()) {
      throw new IllegalArgumentException(
          "%,d rows, but %,d targets".formatted(features.rows(), target.rows()));
    }
    if (weights.isPresent() && weights.get().length != features.rows()) {
      throw new IllegalArgumentException(
          "%,d rows, but %,d weights".formatted(features.rows(), weights.get().length));
    }
  }

  /** Where all rows count alike. */
  public LabelledTable(Table features, Target target) {
    this(features, target, Optional.empty());
  }

  /** How many. */
  public int rows() {
    return features.rows();
  }

  /** Those rows, in that order; rows may be repeated. */
  public LabelledTable select(int[] chosen) {
    return new LabelledTable(
        features.select(chosen),
        target.select(chosen),
        weights.map(
            all -> {
              float[] selected = new float[chosen.length];
              for (int i = 0; i < chosen.length; i++) {
                selected[i] = all[chosen[i]];
              }
              return selected;
            }));
  }
}
