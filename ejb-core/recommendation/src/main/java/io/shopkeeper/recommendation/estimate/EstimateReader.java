package io.shopkeeper.recommendation.estimate;

import io.shopkeeper.ml.evaluation.Interval;
import io.shopkeeper.ml.experiment.Effect;
import io.shopkeeper.ml.experiment.OffPolicy;
import io.shopkeeper.recommendation.boundary.estimate.RecipeEstimate;
import io.shopkeeper.recommendation.boundary.estimate.RecipeEstimate.Figure;
import io.shopkeeper.recommendation.boundary.estimate.RecipeEstimate.Refusal;
import io.shopkeeper.recommendation.boundary.estimate.RecipeEstimate.Warning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What weighed lists say to people: figures, or why there are none. */
final class EstimateReader {

  /** Below, too much of the version was never shown to tell what it would bring. */
  static final double LEAST_SUPPORT = 0.8;

  private static final double WHOLE = 0.999;

  /** Below, some lucky lists decide. */
  private static final double LEAST_EFFECTIVE = 200;

  private EstimateReader() {}

  static RecipeEstimate read(EstimateOrder order, Instant from, Instant at, Weighed found) {
    Refusal refusal = refusal(found);
    boolean told = refusal == null;
    double scale = found.perThousandLists();
    return new RecipeEstimate(
        order.placement(),
        order.version(),
        order.act(),
        from,
        at,
        order.by(),
        found.lists(),
        found.units(),
        found.support(),
        found.agreement(),
        found.inverse().effectiveChoices(),
        found.lists() == 0 ? null : figure(found.shown(), scale, 0),
        told ? figure(found.inverse(), scale, 0) : null,
        told ? figure(found.selfNormalised(), scale, 0) : null,
        told ? figure(found.difference(), scale, Double.NEGATIVE_INFINITY) : null,
        refusal,
        told ? warnings(found) : List.of());
  }

  private static Refusal refusal(Weighed found) {
    if (found.lists() == 0) {
      return Refusal.NOTHING_DEALT;
    }
    if (found.units() < Effect.LEAST_UNITS) {
      return Refusal.FEW_VISITORS;
    }
    return found.support() < LEAST_SUPPORT ? Refusal.NO_SUPPORT : null;
  }

  private static List<Warning> warnings(Weighed found) {
    List<Warning> warnings = new ArrayList<>();
    boolean whole = found.support() >= WHOLE;
    if (!whole) {
      warnings.add(Warning.PARTLY_SUPPORTED);
    }
    if (found.inverse().effectiveChoices() < LEAST_EFFECTIVE) {
      warnings.add(Warning.FEW_EFFECTIVE);
    }
    for (OffPolicy.Warning warning : found.inverse().warnings()) {
      switch (warning) {
        case HEAVY_WEIGHT -> warnings.add(Warning.HEAVY_WEIGHT);
        case WRONG_PROPENSITIES -> {
          // Where some places have no support the weights cannot add up, and that is said already.
          if (whole) {
            warnings.add(Warning.WRONG_PROPENSITIES);
          }
        }
        case FEW_EFFECTIVE, FEW_UNITS -> {
          // where a share is left to chance a twentieth is much; few units are refused before
        }
      }
    }
    return warnings;
  }

  private static Figure figure(OffPolicy found, double scale, double least) {
    // Where no weighed list was acted on nothing varies, and nothing is known of how much it might.
    Interval interval = found.estimate().variance() > 0 ? found.interval() : Interval.UNKNOWN;
    double mean = found.estimate().mean();
    return new Figure(
        Double.isFinite(mean) ? scale * mean : 0,
        bound(interval.low(), scale, least),
        bound(interval.high(), scale, least));
  }

  private static Double bound(double value, double scale, double least) {
    return Double.isFinite(value) ? Double.valueOf(Math.max(least, scale * value)) : null;
  }
}
