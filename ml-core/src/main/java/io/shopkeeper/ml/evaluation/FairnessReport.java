package io.shopkeeper.ml.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether groups of people are treated alike: who is chosen (demographic parity), who of those that
 * should be is chosen (equal opportunity: M. Hardt, E. Price, N. Srebro, "Equality of Opportunity
 * in Supervised Learning", NIPS 2016), who is chosen wrongly, and whether probabilities mean the
 * same for all (J. Kleinberg, S. Mullainathan, M. Raghavan, 2017, who show that these can rarely
 * all hold at once). A report, not a verdict.
 *
 * @param groups in the order of the names
 * @param demographicParity of the share that is chosen
 * @param equalOpportunity of the share of the positive rows that is chosen
 * @param falsePositives of the share of the negative rows that is chosen; with equal opportunity,
 *     equalised odds
 * @param calibration of the mean probability less the share that came true; its ratio is NaN
 */
public record FairnessReport(
    List<GroupFairness> groups,
    FairnessGap demographicParity,
    FairnessGap equalOpportunity,
    FairnessGap falsePositives,
    FairnessGap calibration) {

  private static final int BINS = 10;

  public FairnessReport {
    groups = List.copyOf(groups);
  }

  /**
   * What is looked at; the arrays are not copied.
   *
   * @param names of the groups
   * @param groups of each row, a place in the names
   * @param probabilities of each row, from 0 to 1
   * @param positive label of each row
   * @param threshold from which on a row is chosen
   */
  public record Rows(
      List<String> names,
      int[] groups,
      double[] probabilities,
      boolean[] positive,
      double threshold) {

    public Rows {
      names = List.copyOf(names);
      if (groups.length != probabilities.length || groups.length != positive.length) {
        throw new IllegalArgumentException(
            "%,d groups, %,d probabilities, %,d labels"
                .formatted(groups.length, probabilities.length, positive.length));
      }
      for (int row = 0; row < groups.length; row++) {
        if (groups[row] < 0 || groups[row] >= names.size()) {
          throw new IllegalArgumentException("row %,d: no group %d".formatted(row, groups[row]));
        }
      }
    }
  }

  /**
   * Looks at predictions.
   *
   * @param leastRows of a group that is compared with others: rates of fewer rows say little
   * @param bootstrap of the intervals between groups
   */
  public static FairnessReport of(Rows rows, int leastRows, Bootstrap bootstrap) {
    int[] once = new int[rows.groups().length];
    Arrays.fill(once, 1);
    var all = new GroupTotals(rows, once);
    int[] compared =
        IntStream.range(0, rows.names().size())
            .filter(group -> all.rows(group) >= Math.max(1, leastRows))
            .toArray();
    List<GroupFairness> groups =
        IntStream.range(0, rows.names().size())
            .mapToObj(group -> group(rows, all, group, all.rows(group) >= Math.max(1, leastRows)))
            .toList();
    var gaps = new Gaps(rows, all, compared, bootstrap);
    return new FairnessReport(
        groups,
        gaps.of(GroupTotals::selectionRate),
        gaps.of(GroupTotals::truePositiveRate),
        gaps.of(GroupTotals::falsePositiveRate),
        gaps.ofDifference(GroupTotals::miscalibration));
  }

  private static GroupFairness group(Rows rows, GroupTotals all, int group, boolean compared) {
    int[] mine =
        IntStream.range(0, rows.groups().length)
            .filter(row -> rows.groups()[row] == group)
            .toArray();
    boolean[] positive = new boolean[mine.length];
    for (int i = 0; i < mine.length; i++) {
      positive[i] = rows.positive()[mine[i]];
    }
    double[] probabilities = IntStream.of(mine).mapToDouble(r -> rows.probabilities()[r]).toArray();
    long negatives = all.rows(group) - all.positives(group);
    return new GroupFairness(
        rows.names().get(group),
        mine.length,
        (int) all.positives(group),
        all.selectionRate(group),
        Interval.ofShare(all.chosen(group), all.rows(group)),
        all.truePositiveRate(group),
        Interval.ofShare(all.chosenPositives(group), all.positives(group)),
        all.falsePositiveRate(group),
        Interval.ofShare(all.chosen(group) - all.chosenPositives(group), negatives),
        all.predicted(group),
        all.observed(group),
        ReliabilityCurve.ofEqualWidth(probabilities, positive, BINS).expectedError(),
        compared);
  }

  /** A rate of one group. */
  private interface Rate {

    double of(GroupTotals totals, int group);
  }

  /** Differences between the groups that are compared. */
  private record Gaps(Rows rows, GroupTotals all, int[] compared, Bootstrap bootstrap) {

    FairnessGap of(Rate rate) {
      FairnessGap gap = ofDifference(rate);
      return new FairnessGap(
          gap.difference(),
          gap.differenceInterval(),
          ratio(all, rate),
          bootstrap.ofCounts(size(), times -> ratio(new GroupTotals(rows, times), rate)));
    }

    FairnessGap ofDifference(Rate rate) {
      return new FairnessGap(
          difference(all, rate),
          bootstrap.ofCounts(size(), times -> difference(new GroupTotals(rows, times), rate)),
          Double.NaN,
          Interval.UNKNOWN);
    }

    private int size() {
      return rows.groups().length;
    }

    private double[] rates(GroupTotals totals, Rate rate) {
      double[] rates =
          IntStream.of(compared)
              .mapToDouble(group -> rate.of(totals, group))
              .filter(value -> !Double.isNaN(value))
              .sorted()
              .toArray();
      return rates.length < 2 ? new double[] {Double.NaN} : rates;
    }

    private double difference(GroupTotals totals, Rate rate) {
      double[] rates = rates(totals, rate);
      return rates[rates.length - 1] - rates[0];
    }

    private double ratio(GroupTotals totals, Rate rate) {
      double[] rates = rates(totals, rate);
      double most = rates[rates.length - 1];
      // Where nobody is chosen all fare alike.
      return most == 0 ? 1 : rates[0] / most;
    }
  }
}
