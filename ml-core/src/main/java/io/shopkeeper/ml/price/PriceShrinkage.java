package io.shopkeeper.ml.price;

import io.shopkeeper.ml.price.PriceRegression.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Draws what products' own weeks say to the mean of their category, and that to the mean of all,
 * each the farther the less sure it is: empirical Bayes with two normal levels (C. Morris,
 * "Parametric Empirical Bayes Inference", JASA 78, 1983). How much products of a category differ,
 * τ², and how much categories do, is estimated by moments (R. DerSimonian, N. Laird, "Meta-analysis
 * in Clinical Trials", Controlled Clinical Trials 7, 1986). With fewer than {@value #FEWEST}
 * products nothing is drawn anywhere.
 */
final class PriceShrinkage {

  /** Of fewer products it cannot be said how they differ. */
  static final int FEWEST = 3;

  /** Products are never quite alike: the least τ². */
  private static final double LEAST = 0.01;

  /** What is said of a category, or of all. */
  private record Belief(double mean, double variance) {}

  private final double within;
  private final int freedom;
  private final Map<String, Belief> categories = new TreeMap<>();
  private final boolean drawn;

  /** Learns from what the products say, by category. */
  PriceShrinkage(Map<String, List<Estimate>> byCategory) {
    int products = byCategory.values().stream().mapToInt(List::size).sum();
    drawn = products >= FEWEST;
    freedom = Math.max(1, products - byCategory.size() - 2);
    within = Math.max(LEAST, between(List.copyOf(byCategory.values())));
    if (!drawn) {
      return;
    }
    Map<String, Belief> means = new TreeMap<>();
    byCategory.forEach((category, own) -> means.put(category, pooled(own, within)));
    List<Estimate> all = new ArrayList<>();
    means.values().forEach(one -> all.add(new Estimate(one.mean(), one.variance())));
    double among = between(List.of(all));
    Belief shop = pooled(all, among);
    means.forEach(
        (category, own) ->
            categories.put(category, drawn(own.mean(), own.variance(), shop, among)));
  }

  /** The sharper of what is known of itself and of what is known of its like. */
  private static Belief drawn(double own, double variance, Belief group, double spread) {
    double share = variance / (variance + spread);
    return new Belief(
        own + share * (group.mean() - own),
        (1 - share) * variance + share * share * group.variance());
  }

  /** The mean of estimates that differ by chance and by a variance. */
  private static Belief pooled(List<Estimate> all, double spread) {
    double weights = 0;
    double sum = 0;
    for (Estimate one : all) {
      double weight = 1 / (one.variance() + spread);
      weights += weight;
      sum += weight * one.elasticity();
    }
    return new Belief(sum / weights, 1 / weights);
  }

  /** The variance of what is estimated around the means of its groups, without that of chance. */
  private static double between(List<List<Estimate>> groups) {
    double excess = 0;
    double scale = 0;
    for (List<Estimate> group : groups) {
      double weights = 0;
      double squares = 0;
      for (Estimate one : group) {
        double weight = 1 / one.variance();
        weights += weight;
        squares += weight * weight;
      }
      double mean = pooled(group, 0).mean();
      for (Estimate one : group) {
        excess += (one.elasticity() - mean) * (one.elasticity() - mean) / one.variance();
      }
      excess -= group.size() - 1;
      scale += weights - squares / weights;
    }
    return scale > 0 ? Math.max(0, excess / scale) : 0;
  }

  /** A product's own part of the answer, 0 to 1. */
  double own(Estimate estimate) {
    return drawn ? within / (within + estimate.variance()) : 1;
  }

  /** The answer with its variance. */
  Estimate of(String category, Estimate estimate) {
    if (!drawn) {
      return estimate;
    }
    Belief answer =
        drawn(estimate.elasticity(), estimate.variance(), categories.get(category), within);
    // That τ² is estimated, too: Morris adds a term for it.
    double share = estimate.variance() / (estimate.variance() + within);
    double moved = share * (estimate.elasticity() - categories.get(category).mean());
    return new Estimate(answer.mean(), answer.variance() + 2.0 / freedom * moved * moved);
  }
}
