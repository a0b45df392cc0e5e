package io.shopkeeper.ml.table;

import java.util.List;

/**
 * One of some classes. Of two, the second is the positive one.
 *
 * @param classes names, each once; some may have no row
 * @param codes places in {@code classes}
 */
public record ClassTarget(List<String> classes, int[] codes) implements Target {

  public ClassTarget {
    classes = List.copyOf(classes);
    for (int row = 0; row < codes.length; row++) {
      if (codes[row] < 0 || codes[row] >= classes.size()) {
        throw new IllegalArgumentException("row %d: no class %d".formatted(row, codes[row]));
      }
    }
  }

  /** Of a yes and no. */
  public static ClassTarget of(boolean[] positive) {
    int[] codes = new int[positive.length];
    for (int row = 0; row < codes.length; row++) {
      codes[row] = positive[row] ? 1 : 0;
    }
    return new ClassTarget(List.of("no", "yes"), codes);
  }

  /** Rows of each class. */
  public int[] counts() {
    int[] counts = new int[classes.size()];
    for (int code : codes) {
      counts[code]++;
    }
    return counts;
  }

  @Override
  public int rows() {
    return codes.length;
  }

  @Override
  public ClassTarget select(int[] chosen) {
    int[] selected = new int[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      selected[i] = codes[chosen[i]];
    }
    return new ClassTarget(classes, selected);
  }
}
