package io.shopkeeper.fraud.cases;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How alike two payments are by what was seen of them. Counts and sums of very different size are
 * brought together by asinh, which is about linear below 1 and logarithmic above.
 */
final class Likeness {

  private Likeness() {}

  /**
   * How alike.
   *
   * @param one features by name; what is missing is 0
   * @return 1 for the same, towards 0 for ever less alike
   */
  static double of(Map<String, Double> one, Map<String, Double> other) {
    Set<String> names = new HashSet<>(one.keySet());
    names.addAll(other.keySet());
    double distance = 0;
    int counted = 0;
    for (String name : names) {
      double a = scaled(one.get(name));
      double b = scaled(other.get(name));
      if (a != 0 || b != 0) {
        distance += Math.abs(a - b);
        counted++;
      }
    }
    return counted == 0 ? 1 : 1 / (1 + distance / counted);
  }

  private static double scaled(Double value) {
    if (value == null || !Double.isFinite(value)) {
      return 0;
    }
    double size = Math.abs(value);
    return Math.signum(value) * Math.log(size + Math.sqrt(size * size + 1));
  }
}
