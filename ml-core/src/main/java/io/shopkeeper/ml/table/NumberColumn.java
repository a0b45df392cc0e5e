package io.shopkeeper.ml.table;

/**
 * Numbers.
 *
 * @param values NaN where missing; never infinite
 */
public record NumberColumn(String name, float[] values) implements Column {

  public NumberColumn {
    for (int row = 0; row < values.length; row++) {
      if (Float.isInfinite(values[row])) {
        throw new IllegalArgumentException(
            "column %s, row %d: the number is infinite".formatted(name, row));
      }
    }
  }

  @Override
  public int rows() {
    return values.length;
  }

  @Override
  public NumberColumn select(int[] chosen) {
    float[] selected = new float[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      selected[i] = values[chosen[i]];
    }
    return new NumberColumn(name, selected);
  }
}
