package io.shopkeeper.prediction.report;

import io.shopkeeper.ml.evaluation.FairnessGap;
import io.shopkeeper.ml.evaluation.FairnessReport;
import io.shopkeeper.ml.evaluation.GroupFairness;
import io.shopkeeper.ml.evaluation.Interval;
import io.shopkeeper.prediction.boundary.FairnessView;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** A report on groups as others see it. */
public final class FairnessFigures {

  private FairnessFigures() {}

  /**
   * Of a report.
   *
   * @param rows that it looked at
   */
  public static FairnessView view(
      FairnessReport report, String column, String positive, double threshold, int rows) {
    return new FairnessView(
        column,
        positive,
        threshold,
        rows,
        report.groups().stream().map(FairnessFigures::group).toList(),
        gap(
            report,
            report.demographicParity(),
            GroupFairness::selectionRate,
            GroupFairness::selectionInterval),
        gap(
            report,
            report.equalOpportunity(),
            GroupFairness::truePositiveRate,
            GroupFairness::truePositiveInterval),
        gap(
            report,
            report.falsePositives(),
            GroupFairness::falsePositiveRate,
            GroupFairness::falsePositiveInterval),
        gap(
            report,
            report.calibration(),
            group -> group.predicted() - group.observed(),
            FairnessFigures::miscalibration));
  }

  private static FairnessView.Group group(GroupFairness group) {
    return new FairnessView.Group(
        group.group(),
        group.rows(),
        group.positives(),
        share(group.selectionRate(), group.selectionInterval()),
        share(group.truePositiveRate(), group.truePositiveInterval()),
        share(group.falsePositiveRate(), group.falsePositiveInterval()),
        group.predicted(),
        group.observed(),
        group.compared());
  }

  /** The mean probability is taken as sure: it varies far less than what came. */
  private static Interval miscalibration(GroupFairness group) {
    Interval observed = Interval.ofShare(group.positives(), group.rows());
    return new Interval(group.predicted() - observed.high(), group.predicted() - observed.low());
  }

  private static FairnessView.Gap gap(
      FairnessReport report,
      FairnessGap gap,
      ToDoubleFunction<GroupFairness> rate,
      Function<GroupFairness, Interval> interval) {
    List<GroupFairness> compared =
        report.groups().stream()
            .filter(GroupFairness::compared)
            .filter(group -> !Double.isNaN(rate.applyAsDouble(group)))
            .sorted(Comparator.comparingDouble(rate))
            .toList();
    boolean known = compared.size() > 1;
    return new FairnessView.Gap(
        known(gap.difference()),
        known(gap.differenceInterval().low()),
        known(gap.differenceInterval().high()),
        known(gap.ratio()),
        known ? compared.getLast().group() : null,
        known ? compared.getFirst().group() : null,
        known
            && interval.apply(compared.getLast()).low()
                > interval.apply(compared.getFirst()).high());
  }

  private static FairnessView.Share share(double value, Interval interval) {
    return new FairnessView.Share(known(value), known(interval.low()), known(interval.high()));
  }

  private static Double known(double value) {
    return Double.isNaN(value) ? null : (Double) value;
  }
}
