package io.shopkeeper.ml.tree.forest;

/**
 * What trees are to predict, and how well a set of rows agrees on it. Sums of rows are so many
 * doubles: for classes the weight of each, for numbers the weight and the weighted sums of values
 * and squares. Their score is Σ_k w_k² / w for classes and s² / w for numbers; a split gains the
 * scores of its sides less that of the node: the fall of Gini's impurity, or of the squared error.
 * Immutable.
 */
public final class CartTarget {

  private final int classes;
  private final int[] codes;
  private final float[] values;
  private final float[] weights;

  private CartTarget(int classes, int[] codes, float[] values, float[] weights) {
    this.classes = classes;
    this.codes = codes;
    this.values = values;
    this.weights = weights;
  }

  /**
   * Of classes.
   *
   * @param codes the class of each row
   * @param weights of rows
   */
  public static CartTarget ofClasses(int classes, int[] codes, float[] weights) {
    return new CartTarget(Math.max(2, classes), codes, new float[0], weights);
  }

  /**
   * Of numbers.
   *
   * @param weights of rows
   */
  public static CartTarget ofNumbers(float[] values, float[] weights) {
    return new CartTarget(0, new int[0], values, weights);
  }

  /** Whether it is of classes. */
  public boolean ofClasses() {
    return classes > 0;
  }

  /** Doubles of a sum. */
  int width() {
    return ofClasses() ? classes : 3;
  }

  /** Values of a leaf: one for each of several classes, else one. */
  public int leafWidth() {
    return classes > 2 ? classes : 1;
  }

  /** What the perfect leaf of a row would say at one of its places. */
  double truth(int row, int place) {
    if (!ofClasses()) {
      return values[row];
    }
    return codes[row] == (leafWidth() > 1 ? place : 1) ? 1 : 0;
  }

  float weight(int row) {
    return weights[row];
  }

  /** Adds a row to sums. */
  void add(int row, float weight, double[] sums, int at) {
    if (ofClasses()) {
      sums[at + codes[row]] += weight;
    } else {
      sums[at] += weight;
      double value = values[row];
      sums[at + 1] += weight * value;
      sums[at + 2] += weight * value * value;
    }
  }

  /** The weight of sums. */
  double weight(double[] sums, int at) {
    if (!ofClasses()) {
      return sums[at];
    }
    double weight = 0;
    for (int c = 0; c < classes; c++) {
      weight += sums[at + c];
    }
    return weight;
  }

  /** How well the rows agree: more is better. 0 if there is no weight. */
  double score(double[] sums, int at) {
    double weight = weight(sums, at);
    if (!(weight > 0)) {
      return 0;
    }
    double score = 0;
    if (ofClasses()) {
      for (int c = 0; c < classes; c++) {
        score += sums[at + c] * sums[at + c];
      }
    } else {
      score = sums[at + 1] * sums[at + 1];
    }
    return score / weight;
  }

  /** What is left to explain: Gini's impurity times the weight, or the squared error. */
  double impurity(double[] sums) {
    if (ofClasses()) {
      return weight(sums, 0) - score(sums, 0);
    }
    return sums[2] - score(sums, 0);
  }

  /** By what categories are put in order: the mean, or the share of a class. */
  double order(double[] sums, int at, int byClass) {
    double weight = weight(sums, at);
    return weight > 0 ? sums[at + (ofClasses() ? byClass : 1)] / weight : 0;
  }

  /** The class whose share orders categories: the second of two, else the most frequent. */
  int orderingClass(double[] sums) {
    int best = 1;
    for (int c = 0; classes > 2 && c < classes; c++) {
      best = sums[c] > sums[best] ? c : best;
    }
    return best;
  }

  /** What a leaf with these sums says. */
  float[] leaf(double[] sums) {
    double weight = weight(sums, 0);
    float[] leaf = new float[leafWidth()];
    for (int i = 0; i < leaf.length; i++) {
      double share = leaf.length > 1 ? sums[i] : sums[1];
      leaf[i] = weight > 0 ? (float) (share / weight) : leaf.length > 1 ? 1f / classes : 0;
    }
    return leaf;
  }
}
