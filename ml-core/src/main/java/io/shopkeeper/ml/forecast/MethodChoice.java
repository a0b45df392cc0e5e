package io.shopkeeper.ml.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Which method foretells which product: the one with the least squared errors in the rehearsal, in
 * units of the product's scale and at most {@value #MOST} of them, where the mean of all products
 * that sell as regularly counts like {@value #WEIGHT} weeks more. So a product of which little is
 * known goes with the others.
 */
final class MethodChoice {

  private static final double MOST = 25;
  private static final double WEIGHT = 24;

  private final int methods;
  private final double[][] sums;
  private final int[] weeks;
  private final double[][] classSums;
  private final double[] classWeeks;

  private MethodChoice(int methods, int products) {
    this.methods = methods;
    sums = new double[products][methods];
    weeks = new int[products];
    classSums = new double[DemandClass.values().length][methods];
    classWeeks = new double[DemandClass.values().length];
  }

  /**
   * Learns from trials.
   *
   * @param counts which origins do; others are left for measuring what is chosen
   */
  static MethodChoice of(
      List<Rehearsal.Trial> trials, int methods, int products, IntPredicate counts) {
    var choice = new MethodChoice(methods, products);
    for (Rehearsal.Trial trial : trials) {
      if (counts.test(trial.origin())) {
        choice.add(trial);
      }
    }
    return choice;
  }

  private void add(Rehearsal.Trial trial) {
    int group = DemandClass.of(trial.past()).place();
    double scale = DemandFeatures.scale(trial.past());
    for (int method = 0; method < methods; method++) {
      double sum = 0;
      for (int ahead = 0; ahead < trial.actual().length; ahead++) {
        double error = (trial.actual()[ahead] - trial.forecasts()[method][ahead]) / scale;
        sum += Math.min(MOST, error * error);
      }
      sums[trial.product()][method] += sum;
      classSums[group][method] += sum;
    }
    weeks[trial.product()] += trial.actual().length;
    classWeeks[group] += trial.actual().length;
  }

  /** The place of the method for a product that sells so. */
  int of(int product, DemandClass group) {
    return best(sums[product], weeks[product], group);
  }

  /** The place of the method for a product of which nothing is known. */
  int of(DemandClass group) {
    return best(new double[methods], 0, group);
  }

  private int best(double[] own, int known, DemandClass group) {
    double[] others = classSums[group.place()];
    double count = classWeeks[group.place()];
    if (count == 0) {
      others = new double[methods];
      for (double[] one : classSums) {
        for (int method = 0; method < methods; method++) {
          others[method] += one[method];
        }
      }
      count = Math.max(1, Arrays.stream(classWeeks).sum());
    }
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int method = 0; method < methods; method++) {
      double error = (own[method] + WEIGHT * others[method] / count) / (known + WEIGHT);
      if (error < least) {
        least = error;
        best = method;
      }
    }
    return best;
  }
}
