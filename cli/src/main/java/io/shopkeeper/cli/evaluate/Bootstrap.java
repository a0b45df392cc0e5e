package io.shopkeeper.cli.evaluate;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * 95 % intervals by the percentile bootstrap over users (Efron and Tibshirani, 1993): rows of one
 * user are alike, so users are drawn, not rows.
 */
final class Bootstrap {

  private static final int DRAWS = 1000;

  private final int users;
  private final long seed;

  Bootstrap(int users, long seed) {
    this.users = users;
    this.seed = seed;
  }

  /**
   * The interval of a value of drawn users.
   *
   * @param value from how often each user was drawn
   * @return lower and upper end
   */
  double[] interval(ToDoubleFunction<int[]> value) {
    var random = new SplittableRandom(seed);
    double[] values = new double[DRAWS];
    int[] times = new int[users];
    for (int draw = 0; draw < DRAWS; draw++) {
      Arrays.fill(times, 0);
      for (int i = 0; i < users; i++) {
        times[random.nextInt(users)]++;
      }
      values[draw] = value.applyAsDouble(times);
    }
    Arrays.sort(values);
    return new double[] {values[(int) (DRAWS * 0.025)], values[(int) (DRAWS * 0.975) - 1]};
  }
}
