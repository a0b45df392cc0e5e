package io.shopkeeper.recommendation.boundary.experiment;

import java.time.Instant;
import java.util.List;

/**
 * What an experiment says now. All intervals and probabilities hold however often one looks.
 *
 * @param at when they were read
 * @param arms in the order of the design, the control first
 * @param heldOut visitors who were kept out
 * @param verdict what follows
 * @param best the arm that the verdict names; null where it names none
 * @param text the verdict in words, in the reader's language
 */
public record ExperimentFigures(
    String experiment,
    ExperimentState state,
    Instant at,
    List<ArmFigures> arms,
    long heldOut,
    Ratio ratio,
    ExperimentVerdict verdict,
    String best,
    String text) {

  /**
   * An arm.
   *
   * @param share of those who take part, 1 with the other arms
   * @param visitors who were shown something at the placement
   * @param impressions how often
   * @param purchases how many followed
   * @param withoutMargin how many of them were of products of which the shop has not said its
   *     margin; they bring nothing to the metric {@code margin}
   * @param metrics every metric, in the order of {@link Metric}
   * @param guards in the order of the design; empty for the control
   */
  public record ArmFigures(
      String name,
      int version,
      double share,
      long visitors,
      long impressions,
      long purchases,
      long withoutMargin,
      List<MetricFigures> metrics,
      List<GuardFigures> guards) {}

  /**
   * A metric of an arm.
   *
   * @param mean per visitor; null without visitors
   * @param lift beside the control, 0.05 for 5 % more; null for the control and where that has 0
   * @param liftLow where the lift begins; null where nothing can be said
   * @param liftHigh where it ends; null where nothing can be said
   * @param probability of such a difference or a greater one if there is none; null for the control
   */
  public record MetricFigures(
      Metric metric,
      Double mean,
      Double lift,
      Double liftLow,
      Double liftHigh,
      Double probability) {}

  /**
   * A guard of an arm.
   *
   * @param state {@code SAFE}, {@code BREACHED} or {@code OPEN}
   */
  public record GuardFigures(Metric metric, double margin, String state) {}

  /**
   * Whether the arms got as many visitors as they should.
   *
   * @param probability of such numbers by chance, for who looks once
   * @param alwaysValid the same for who looks as often as he likes; below 0.001 it is a mismatch
   */
  public record Ratio(double probability, double alwaysValid, boolean mismatch) {}
}
