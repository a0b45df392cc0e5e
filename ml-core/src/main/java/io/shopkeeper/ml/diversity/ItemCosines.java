package io.shopkeeper.ml.diversity;

import io.shopkeeper.ml.data.InteractionMatrix;

/**
 * How alike items are: the cosines of the rows of a sparse matrix. An item without a value is like
 * no other. Immutable and safe for use by several threads.
 */
public final class ItemCosines {

  private final InteractionMatrix rows;
  private final double[] lengths;

  /**
   * Of rows.
   *
   * @param rows items × what is known of them, such as their features or who met them
   */
  public ItemCosines(InteractionMatrix rows) {
    this.rows = rows;
    this.lengths = new double[rows.users()];
    for (int item = 0; item < lengths.length; item++) {
      double squares = 0;
      for (int cell = rows.rowStart(item); cell < rows.rowEnd(item); cell++) {
        squares += (double) rows.value(cell) * rows.value(cell);
      }
      lengths[item] = Math.sqrt(squares);
    }
  }

  /** Of two items; 1 of one with itself. */
  public double of(int one, int other) {
    if (one == other) {
      return 1;
    }
    double sum = 0;
    int a = rows.rowStart(one);
    int b = rows.rowStart(other);
    int endA = rows.rowEnd(one);
    int endB = rows.rowEnd(other);
    while (a < endA && b < endB) {
      int difference = rows.column(a) - rows.column(b);
      if (difference == 0) {
        sum += (double) rows.value(a) * rows.value(b);
      }
      a += difference <= 0 ? 1 : 0;
      b += difference >= 0 ? 1 : 0;
    }
    return sum == 0 ? 0 : sum / (lengths[one] * lengths[other]);
  }

  /** Of candidates by their places. */
  public Likeness among(int[] items) {
    return (a, b) -> of(items[a], items[b]);
  }

  /**
   * How much a list varies: 1 − the mean cosine of two of its items, the intra-list diversity
   * (Ziegler, McNee, Konstan and Lausen: Improving Recommendation Lists Through Topic
   * Diversification, WWW 2005).
   *
   * @return NaN for a list of less than two
   */
  public double diversity(int[] list) {
    double sum = 0;
    for (int i = 0; i < list.length; i++) {
      for (int j = 0; j < i; j++) {
        sum += of(list[i], list[j]);
      }
    }
    double pairs = list.length * (list.length - 1) / 2.0;
    return list.length < 2 ? Double.NaN : 1 - sum / pairs;
  }
}
