package io.shopkeeper.ml.evaluation;

/**
 * What each outcome of a decision costs, in any unit; a gain is below 0.
 *
 * @param truePositive a positive row that is flagged, such as a fraud that is looked at
 * @param falsePositive a negative row that is flagged
 * @param falseNegative a positive row that is let pass
 * @param trueNegative a negative row that is let pass
 */
public record Costs(
    double truePositive, double falsePositive, double falseNegative, double trueNegative) {

  public Costs {
    if (!Double.isFinite(truePositive + falsePositive + falseNegative + trueNegative)) {
      throw new IllegalArgumentException("costs must be finite numbers");
    }
  }

  /** Where only the two errors cost something. */
  public static Costs ofErrors(double falsePositive, double falseNegative) {
    return new Costs(0, falsePositive, falseNegative, 0);
  }

  /** Of all rows. */
  public double of(ThresholdPoint counts) {
    return truePositive * counts.truePositives()
        + falsePositive * counts.falsePositives()
        + falseNegative * counts.falseNegatives()
        + trueNegative * counts.trueNegatives();
  }

  /**
   * The least probability worth flagging, where probabilities are calibrated (C. Elkan, "The
   * Foundations of Cost-Sensitive Learning", IJCAI 2001); NaN where flagging never or always pays.
   */
  public double threshold() {
    double ofNegative = falsePositive - trueNegative;
    double ofPositive = falseNegative - truePositive;
    return ofNegative > 0 && ofPositive > 0 ? ofNegative / (ofNegative + ofPositive) : Double.NaN;
  }
}
