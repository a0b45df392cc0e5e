package io.shopkeeper.recommendation.boundary.experiment;

import java.util.List;

/**
 * What is tried. Of the values only the ramp can change once the experiment runs.
 *
 * @param note what is expected, at most 500 characters; null for none
 * @param arms 2 to 10; the first is the control
 * @param holdout the share of all visitors that sees the live recipe and is counted apart, from 0
 *     to below 1; null for 0
 * @param ramp the share of the others that takes part, above 0, at most 1; null for all
 * @param primary the metric that decides; null for clicks
 * @param guards at most 4; null for none
 * @param plannedVisitors of each arm, 100 to a thousand million; the figures are sharpest there and
 *     true everywhere; null for 10 000
 * @param windowHours how long after it was shown an act on a product counts, 1 to 720; null for 24
 */
public record ExperimentDesign(
    String placement,
    String note,
    List<ExperimentArm> arms,
    Double holdout,
    Double ramp,
    Metric primary,
    List<ExperimentGuard> guards,
    Long plannedVisitors,
    Integer windowHours) {

  private static final long PLANNED = 10_000;
  private static final int DAY = 24;

  /** Fills in what is not said. */
  public ExperimentDesign {
    note = note == null ? "" : note.strip();
    arms = arms == null ? List.of() : arms.stream().toList();
    holdout = holdout == null ? Double.valueOf(0) : holdout;
    ramp = ramp == null ? Double.valueOf(1) : ramp;
    primary = primary == null ? Metric.CLICK : primary;
    guards = guards == null ? List.of() : guards.stream().toList();
    plannedVisitors = plannedVisitors == null ? Long.valueOf(PLANNED) : plannedVisitors;
    windowHours = windowHours == null ? Integer.valueOf(DAY) : windowHours;
  }
}
