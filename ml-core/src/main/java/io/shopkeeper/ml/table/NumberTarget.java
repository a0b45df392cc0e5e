package io.shopkeeper.ml.table;

/**
 * A number.
 *
 * @param values finite
 */
public record NumberTarget(float[] values) implements Target {

  public NumberTarget {
    for (int row = 0; row < values.length; row++) {
      if (!Float.isFinite(values[row])) {
        throw new IllegalArgumentException(
            "row %d: the target is not a finite number".formatted(row));
      }
    }
  }

  @Override
  public int rows() {
    return values.length;
  }

  @Override
  public NumberTarget select(int[] chosen) {
    float[] selected = new float[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      selected[i] = values[chosen[i]];
    }
    return new NumberTarget(selected);
  }
}
