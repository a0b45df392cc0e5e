package io.shopkeeper.ml.evaluation;

/**
 * What comes of flagging every row whose score is at least a threshold.
 *
 * @param threshold infinite where no row is flagged
 * @param truePositives positive rows that are flagged
 * @param falsePositives negative rows that are flagged
 * @param falseNegatives positive rows that are not
 * @param trueNegatives negative rows that are not
 */
public record ThresholdPoint(
    double threshold,
    long truePositives,
    long falsePositives,
    long falseNegatives,
    long trueNegatives) {

  /** All rows. */
  public long rows() {
    return flagged() + falseNegatives + trueNegatives;
  }

  /** Rows that are flagged. */
  public long flagged() {
    return truePositives + falsePositives;
  }

  /** Share of all rows that is flagged; NaN without rows. */
  public double flaggedShare() {
    return (double) flagged() / rows();
  }

  /** Share of the flagged rows that is positive; NaN where none is flagged. */
  public double precision() {
    return (double) truePositives / flagged();
  }

  /** Share of the positive rows that is flagged; NaN where none is positive. */
  public double recall() {
    return (double) truePositives / (truePositives + falseNegatives);
  }

  /** Share of the negative rows that is flagged; NaN where none is negative. */
  public double falsePositiveRate() {
    return (double) falsePositives / (falsePositives + trueNegatives);
  }

  /** Share of all rows that are told rightly; NaN without rows. */
  public double accuracy() {
    return (double) (truePositives + trueNegatives) / rows();
  }

  /** The harmonic mean of precision and recall: 2·TP / (2·TP + FP + FN); 0 where TP is 0. */
  public double f1() {
    return fBeta(1);
  }

  /**
   * The weighted harmonic mean of precision and recall (C. J. van Rijsbergen, 1979).
   *
   * @param beta how many times recall weighs as much as precision
   */
  public double fBeta(double beta) {
    double square = beta * beta;
    return truePositives == 0
        ? 0
        : (1 + square)
            * truePositives
            / ((1 + square) * truePositives + square * falseNegatives + falsePositives);
  }
}
