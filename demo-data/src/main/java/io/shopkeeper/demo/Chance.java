package io.shopkeeper.demo;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** Draws by weight. */
final class Chance {

  private Chance() {}

  /** One of the candidates, each as often as its weight says. */
  static <T> T pick(List<T> candidates, ToDoubleFunction<T> weight, SplittableRandom random) {
    double total = candidates.stream().mapToDouble(weight).sum();
    double left = random.nextDouble() * total;
    for (T candidate : candidates) {
      left -= weight.applyAsDouble(candidate);
      if (left <= 0) {
        return candidate;
      }
    }
    return candidates.getLast();
  }
}
