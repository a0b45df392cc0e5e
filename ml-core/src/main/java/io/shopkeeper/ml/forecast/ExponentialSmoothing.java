package io.shopkeeper.ml.forecast;

import java.util.Arrays;

/**
 * Exponential smoothing whose form and rates are chosen for each series: a level alone, with a
 * damped trend, and each with a yearly season where two seasons are known (Holt and Winters,
 * additive). Rates are those of the least squared errors of one week ahead, the form that of the
 * least AICc (Hyndman and others 2008, section 7.2).
 *
 * @param season weeks of a season
 */
record ExponentialSmoothing(int season) implements SeriesForecaster {

  /** Fewer weeks than that cannot tell rates apart. */
  private static final int FEWEST = 6;

  private static final double USUAL_RATE = 0.2;
  private static final double LEAST_DAMPING = 0.8;
  private static final double MOST_DAMPING = 0.98;
  private static final double FINEST = 0.01;

  /** What was chosen. */
  record Fit(SmoothedState state, SmoothedState.Run run, double aicc) {}

  @Override
  public double[] forecast(double[] past, int horizon) {
    Fit fit = fit(past);
    int place = fit.run().season().length == 0 ? 0 : past.length % fit.run().season().length;
    return fit.run().forecast(fit.state().phi(), place, horizon);
  }

  /** The form with the least AICc. */
  Fit fit(double[] past) {
    if (past.length < FEWEST) {
      var state = new SmoothedState(USUAL_RATE, 0, 0, 0, new double[0]);
      return new Fit(state, state.run(past), Double.NaN);
    }
    Fit best = simple(past);
    best = better(best, damped(past, new double[0]));
    if (past.length >= 2 * season && season > 1) {
      double[] pattern = pattern(past);
      best = better(best, damped(past, pattern));
    }
    return best;
  }

  private static Fit better(Fit one, Fit other) {
    return other.aicc() < one.aicc() ? other : one;
  }

  /** A level alone. */
  static Fit simple(double[] past) {
    return search(past, new double[] {0.3}, one -> state(one[0], 0, 0, 0, new double[0]), 3);
  }

  /** With a damped trend, and the season if there is one. */
  private static Fit damped(double[] past, double[] pattern) {
    return search(
        past,
        pattern.length == 0 ? new double[] {0.3, 0.2, 0.5} : new double[] {0.3, 0.2, 0.5, 0.2},
        one ->
            state(
                one[0],
                one[0] * one[1],
                pattern.length == 0 ? 0 : (1 - one[0]) * one[3],
                LEAST_DAMPING + (MOST_DAMPING - LEAST_DAMPING) * one[2],
                pattern),
        6 + (pattern.length == 0 ? 0 : 1 + pattern.length - 1));
  }

  private static SmoothedState state(
      double alpha, double beta, double gamma, double phi, double[] pattern) {
    return new SmoothedState(alpha, beta, gamma, phi, pattern);
  }

  @FunctionalInterface
  private interface Shape {
    SmoothedState of(double[] shares);
  }

  /**
   * Steps along each rate, halving the steps (R. Hooke and T. Jeeves, 1961, without the pattern).
   */
  private static Fit search(double[] past, double[] begin, Shape shape, int parameters) {
    double[] at = begin.clone();
    double least = shape.of(at).run(past).squares();
    for (double step = 0.32; step >= FINEST / 2; step /= 2) {
      boolean moved = true;
      for (int round = 0; moved && round < 8; round++) {
        moved = false;
        for (int place = 0; place < at.length; place++) {
          for (double way : new double[] {step, -step}) {
            double[] next = at.clone();
            next[place] = Math.clamp(next[place] + way, 1e-3, 0.999);
            double squares = shape.of(next).run(past).squares();
            if (squares < least * (1 - 1e-9)) {
              least = squares;
              at = next;
              moved = true;
            }
          }
        }
      }
    }
    SmoothedState state = shape.of(at);
    SmoothedState.Run run = state.run(past);
    double spare = past.length - parameters - 1.0;
    double aicc =
        spare <= 0
            ? Double.POSITIVE_INFINITY
            : past.length * Math.log(run.squares() / past.length + 1e-9)
                + 2.0 * parameters * (1 + (parameters + 1) / spare);
    return new Fit(state, run, aicc);
  }

  /** How the places of the season differ from the mean of their season, on average. */
  private double[] pattern(double[] past) {
    double[] pattern = new double[season];
    int seasons = past.length / season;
    int from = past.length - seasons * season;
    for (int one = 0; one < seasons; one++) {
      int begin = from + one * season;
      double mean = Arrays.stream(past, begin, begin + season).average().orElse(0);
      for (int place = 0; place < season; place++) {
        pattern[(begin + place) % season] += (past[begin + place] - mean) / seasons;
      }
    }
    return pattern;
  }
}
