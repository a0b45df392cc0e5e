package io.shopkeeper.ml.experiment;

import io.shopkeeper.ml.evaluation.Interval;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a candidate would have earned per choice, from choices that another policy made. The
 * interval is that of a {@link ConfidenceSequence} over the units, for the log grows and is asked
 * again and again.
 *
 * @param estimate its mean per choice and what a unit's part in it varies
 * @param interval of the mean
 * @param effectiveChoices (Σw)² / Σw²: as many equally weighted choices would say as much
 * @param meanWeight 1 in expectation, if the propensities are right
 * @param warnings what speaks against believing it
 */
public record OffPolicy(
    Sample estimate,
    Interval interval,
    double effectiveChoices,
    double meanWeight,
    Set<Warning> warnings) {

  /** Why not to believe an estimate. */
  public enum Warning {
    /** The effective choices are fewer than a twentieth of all: the candidate is too different. */
    FEW_EFFECTIVE,
    /** One unit has more than a twentieth of all weight: the interval may be too narrow. */
    HEAVY_WEIGHT,
    /**
     * The mean weight cannot be 1: propensities are wrong, or the candidate shows what never was.
     */
    WRONG_PROPENSITIES,
    /** Fewer units than {@link Effect#LEAST_UNITS}: no interval. */
    FEW_UNITS
  }

  private static final double FEW = 0.05;

  /**
   * Inverse propensity scoring, Σ w·r / n (D. Horvitz, D. Thompson, JASA 47, 1952): unbiased, but
   * of great variance where weights are.
   */
  public static OffPolicy ips(LoggedChoices log, ConfidenceSequence level) {
    double[] above = new double[log.size()];
    double[] below = new double[log.size()];
    for (int i = 0; i < above.length; i++) {
      above[i] = log.weight(i) * log.reward()[i];
      below[i] = 1;
    }
    return estimate(log, above, below, level);
  }

  /**
   * Self-normalised: Σ w·r / Σ w (A. Swaminathan, T. Joachims, "The Self-Normalized Estimator for
   * Counterfactual Learning", NeurIPS 2015): a small bias that fades, far less variance, and never
   * outside of the rewards.
   */
  public static OffPolicy selfNormalised(LoggedChoices log, ConfidenceSequence level) {
    double[] above = new double[log.size()];
    double[] below = new double[log.size()];
    for (int i = 0; i < above.length; i++) {
      below[i] = log.weight(i);
      above[i] = below[i] * log.reward()[i];
    }
    return estimate(log, above, below, level);
  }

  /**
   * Doubly robust: Σ (expected + w·(r − modelled)) / n (M. Dudík, J. Langford, L. Li, "Doubly
   * Robust Policy Evaluation and Learning", ICML 2011): right where either the propensities or the
   * model of the reward are. The model must not have learnt from these choices.
   *
   * @param modelled what a model says of the reward of each choice that was made
   * @param expected what it says of what the candidate would have chosen, in expectation
   */
  public static OffPolicy doublyRobust(
      LoggedChoices log, double[] modelled, double[] expected, ConfidenceSequence level) {
    double[] above = new double[log.size()];
    double[] below = new double[log.size()];
    for (int i = 0; i < above.length; i++) {
      above[i] = expected[i] + log.weight(i) * (log.reward()[i] - modelled[i]);
      below[i] = 1;
    }
    return estimate(log, above, below, level);
  }

  private static OffPolicy estimate(
      LoggedChoices log, double[] above, double[] below, ConfidenceSequence level) {
    Sample estimate = ratio(log, above, below);
    Weights weights = Weights.of(log);
    Interval interval = Interval.UNKNOWN;
    if (estimate.units() >= Effect.LEAST_UNITS && estimate.says()) {
      double half = level.reach((double) estimate.units()) * estimate.standardError();
      interval = new Interval(estimate.mean() - half, estimate.mean() + half);
    }
    return new OffPolicy(
        estimate,
        interval,
        weights.effective(),
        weights.mean().mean(),
        weights.warnings(level, log.size()));
  }

  private static Sample ratio(LoggedChoices log, double[] above, double[] below) {
    int units = log.units();
    double[] y = new double[units];
    double[] x = new double[units];
    for (int i = 0; i < above.length; i++) {
      y[log.unit()[i]] += above[i];
      x[log.unit()[i]] += below[i];
    }
    double products = 0;
    for (int unit = 0; unit < units; unit++) {
      products += x[unit] * y[unit];
    }
    return Sample.ofRatio(units, sums(y), sums(x), products);
  }

  private static Sample.Sums sums(double[] values) {
    double sum = 0;
    double squares = 0;
    for (double value : values) {
      sum += value;
      squares += value * value;
    }
    return new Sample.Sums(sum, squares);
  }

  /**
   * What the weights say of themselves.
   *
   * @param mean per choice
   * @param greatest share of all weight that one unit has
   */
  private record Weights(double effective, Sample mean, double greatest) {

    static Weights of(LoggedChoices log) {
      double[] weights = new double[log.size()];
      double[] ones = new double[log.size()];
      double[] ofUnit = new double[log.units()];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = log.weight(i);
        ones[i] = 1;
        ofUnit[log.unit()[i]] += weights[i];
      }
      Sample.Sums sums = sums(weights);
      double greatest = 0;
      for (double weight : ofUnit) {
        greatest = Math.max(greatest, weight);
      }
      return new Weights(
          sums.squares() == 0 ? 0 : sums.sum() * sums.sum() / sums.squares(),
          ratio(log, weights, ones),
          sums.sum() == 0 ? 1 : greatest / sums.sum());
    }

    Set<Warning> warnings(ConfidenceSequence level, int choices) {
      List<Warning> found = new ArrayList<>();
      if (effective < FEW * choices) {
        found.add(Warning.FEW_EFFECTIVE);
      }
      if (greatest > FEW) {
        found.add(Warning.HEAVY_WEIGHT);
      }
      if (mean.units() < Effect.LEAST_UNITS) {
        found.add(Warning.FEW_UNITS);
      } else if (Math.abs(mean.mean() - 1)
          > level.reach((double) mean.units()) * mean.standardError() + 1e-9) {
        found.add(Warning.WRONG_PROPENSITIES);
      }
      return found.isEmpty() ? Set.of() : EnumSet.copyOf(found);
    }
  }
}
