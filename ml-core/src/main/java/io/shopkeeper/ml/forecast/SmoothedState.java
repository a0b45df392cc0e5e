package io.shopkeeper.ml.forecast;

/**
 * Exponential smoothing in its error-correction form with additive errors: a level, perhaps a
 * damped trend, perhaps an additive season (R. Hyndman, A. Koehler, J. Ord, R. Snyder, "Forecasting
 * with Exponential Smoothing", 2008, chapter 2; C. Holt 1957, P. Winters 1960, E. Gardner and E.
 * McKenzie 1985 for the damping).
 *
 * <p>For given rates every one-step error is linear in the level and trend at the beginning, so
 * that those with the least squares are found by solving two equations.
 *
 * @param alpha rate of the level, 0 to 1
 * @param beta rate of the trend, 0 to alpha
 * @param gamma rate of the season, 0 to 1 − alpha
 * @param phi damping of the trend, 0 to 1; 0 for no trend
 * @param season additive at the beginning, by place; empty for none
 */
record SmoothedState(double alpha, double beta, double gamma, double phi, double[] season) {

  /**
   * A series that was gone through.
   *
   * @param squares sum of squared errors of one week ahead
   * @param level at the end
   * @param trend at the end
   * @param season as it became
   * @param begun the level at the beginning
   */
  record Run(double squares, double level, double trend, double[] season, double begun) {

    /** The weeks that come, of which the first has a place in the season. */
    double[] forecast(double phi, int place, int horizon) {
      double[] result = new double[horizon];
      double damped = 0;
      double sum = 0;
      for (int ahead = 0; ahead < horizon; ahead++) {
        damped = ahead == 0 ? phi : damped * phi;
        sum += damped;
        double add = season.length == 0 ? 0 : season[(place + ahead) % season.length];
        result[ahead] = Math.max(0, level + sum * trend + add);
      }
      return result;
    }
  }

  /** With the level and trend at the beginning that do best. */
  Run run(double[] past) {
    double[] base = errors(past, 1, 0, 0);
    double[] level = errors(past, 0, 1, 0);
    if (phi == 0) {
      double begin = -dot(base, level) / dot(level, level);
      return through(past, 1, begin, 0, null);
    }
    double[] trend = errors(past, 0, 0, 1);
    double ll = dot(level, level);
    double lt = dot(level, trend);
    double tt = dot(trend, trend) + 1e-9 * ll;
    double bl = -dot(base, level);
    double bt = -dot(base, trend);
    double determinant = ll * tt - lt * lt;
    if (!(determinant > 1e-12 * ll * tt)) {
      return through(past, 1, bl / ll, 0, null);
    }
    return through(
        past, 1, (bl * tt - bt * lt) / determinant, (bt * ll - bl * lt) / determinant, null);
  }

  private double[] errors(double[] past, double share, double level, double trend) {
    double[] errors = new double[past.length];
    through(past, share, level, trend, errors);
    return errors;
  }

  /** Goes through a share of the series, with a share of the season. */
  Run through(double[] past, double share, double begin, double slope, double[] errors) {
    double level = begin;
    double trend = slope;
    double[] now = season.clone();
    for (int place = 0; place < now.length; place++) {
      now[place] *= share;
    }
    double squares = 0;
    for (int week = 0; week < past.length; week++) {
      double before = level + phi * trend;
      double add = now.length == 0 ? 0 : now[week % now.length];
      double error = share * past[week] - before - add;
      level = before + alpha * error;
      trend = phi * trend + beta * error;
      if (now.length > 0) {
        now[week % now.length] = add + gamma * error;
      }
      squares += error * error;
      if (errors != null) {
        errors[week] = error;
      }
    }
    return new Run(squares, level, trend, now, begin);
  }

  private static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
