package io.shopkeeper.prediction.boundary;

import java.util.List;

/**
 * Whether a version treats groups of rows alike, measured on rows that were held out. A number that
 * cannot be said is null.
 *
 * @param column by which the rows are grouped
 * @param positive the class whose probability decides
 * @param threshold from which probability on a row is chosen
 * @param rows that were looked at
 * @param groups the largest first, or numbers in order
 * @param demographicParity of the share that is chosen
 * @param equalOpportunity of the share of the positive rows that is chosen
 * @param falseAlarms of the share of the other rows that is chosen
 * @param calibration of the mean probability less the share that came true
 */
public record FairnessView(
    String column,
    String positive,
    double threshold,
    int rows,
    List<Group> groups,
    Gap demographicParity,
    Gap equalOpportunity,
    Gap falseAlarms,
    Gap calibration) {

  public FairnessView {
    groups = List.copyOf(groups);
  }

  /**
   * Rows with the same in that column.
   *
   * @param name what stands there, or a range of numbers; empty where nothing does
   * @param positives rows whose class is the positive one
   * @param chosen share of the rows that is chosen
   * @param found share of the positive rows that is chosen
   * @param falseAlarms share of the other rows that is chosen
   * @param predicted mean probability
   * @param observed share of the rows that is positive
   * @param compared whether it is large enough to be compared with others
   */
  public record Group(
      String name,
      int rows,
      int positives,
      Share chosen,
      Share found,
      Share falseAlarms,
      double predicted,
      double observed,
      boolean compared) {}

  /** A share of rows with its 95 % interval. */
  public record Share(Double value, Double low, Double high) {}

  /**
   * How far the groups that are compared lie apart.
   *
   * @param difference of the highest and the lowest
   * @param low of its 95 % interval
   * @param high of its 95 % interval
   * @param ratio of the lowest to the highest; null for calibration
   * @param highest name of the group; null where fewer than two can be compared
   * @param lowest name of the group; null where fewer than two can be compared
   * @param clear whether the intervals of these two do not meet, so that chance alone is unlikely
   */
  public record Gap(
      Double difference,
      Double low,
      Double high,
      Double ratio,
      String highest,
      String lowest,
      boolean clear) {}
}
