package io.shopkeeper.ml.price;

import java.util.Optional;

/**
 * Log-log regression of one product's weekly units: ln E[u] = a + ε·ln p + g·t + ln(level of the
 * shop). The expectation is log-linear, not the logarithm of the units, which weeks without a sale
 * do not have and which would draw ε to 0 where little is sold: Poisson pseudo maximum likelihood
 * (J. M. C. Santos Silva, S. Tenreyro, "The Log of Gravity", Review of Economics and Statistics 88,
 * 2006). Its variance is the greater of two: that of quasi-Poisson (R. W. M. Wedderburn, Biometrika
 * 61, 1974), φ·mean with φ from Pearson's residuals and at least 1; and that which lets weeks near
 * each other err together (W. K. Newey, K. D. West, Econometrica 55, 1987). Newton's method; time
 * is weeks × iterations.
 */
final class PriceRegression {

  /** What a product's own weeks say. */
  record Estimate(double elasticity, double variance) {}

  private static final int ITERATIONS = 100;
  private static final int PARTS = 3;

  /** Precision of a prior around 0, so that a price at which nothing sold gives no infinity. */
  private static final double RIDGE = 0.01;

  private final PriceWeeks weeks;
  private final double[][] x;

  private PriceRegression(PriceWeeks weeks) {
    this.weeks = weeks;
    int count = weeks.weeks();
    double mean = 0;
    for (double price : weeks.prices()) {
      mean += price / count;
    }
    x = new double[count][];
    for (int week = 0; week < count; week++) {
      double time = count == 1 ? 0 : 2.0 * week / (count - 1) - 1;
      x[week] = new double[] {1, weeks.prices()[week] - mean, time};
    }
  }

  /** Empty where it cannot be said. */
  static Optional<Estimate> of(PriceWeeks weeks) {
    return new PriceRegression(weeks).run();
  }

  private Optional<Estimate> run() {
    double[] b = {begin(), 0, 0};
    double value = loss(b);
    double[][] inverse = null;
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      double[] gradient = new double[PARTS];
      double[][] curvature = new double[PARTS][PARTS];
      slope(b, gradient, curvature);
      inverse = inverse(curvature);
      if (inverse == null) {
        return Optional.empty();
      }
      double[] step = times(inverse, gradient);
      double length = 1;
      double[] next = minus(b, step, length);
      double found = loss(next);
      while (!(found <= value) && length > 1e-6) {
        length /= 2;
        next = minus(b, step, length);
        found = loss(next);
      }
      boolean still = !(value - found > 1e-10 * (1 + Math.abs(value)));
      if (found <= value) {
        b = next;
        value = found;
      }
      if (still) {
        break;
      }
    }
    double variance = Math.max(spread(b) * inverse[1][1], together(b, inverse[1]));
    return Double.isFinite(b[1]) && variance > 0 && Double.isFinite(variance)
        ? Optional.of(new Estimate(b[1], variance))
        : Optional.empty();
  }

  /** Where only the level counts. */
  private double begin() {
    double sold = 0;
    double usual = 0;
    for (int week = 0; week < x.length; week++) {
      sold += weeks.units()[week];
      usual += Math.exp(weeks.levels()[week]);
    }
    return Math.log((sold + 0.5) / usual);
  }

  private double mean(double[] b, int week) {
    double sum = weeks.levels()[week];
    for (int part = 0; part < PARTS; part++) {
      sum += b[part] * x[week][part];
    }
    return Math.exp(Math.min(sum, 50));
  }

  private double loss(double[] b) {
    double sum = RIDGE / 2 * (b[1] * b[1] + b[2] * b[2]);
    for (int week = 0; week < x.length; week++) {
      double mean = mean(b, week);
      sum += mean - weeks.units()[week] * Math.log(mean);
    }
    return sum;
  }

  private void slope(double[] b, double[] gradient, double[][] curvature) {
    for (int part = 1; part < PARTS; part++) {
      gradient[part] = RIDGE * b[part];
      curvature[part][part] = RIDGE;
    }
    for (int week = 0; week < x.length; week++) {
      double mean = mean(b, week);
      for (int i = 0; i < PARTS; i++) {
        gradient[i] += (mean - weeks.units()[week]) * x[week][i];
        for (int j = 0; j < PARTS; j++) {
          curvature[i][j] += mean * x[week][i] * x[week][j];
        }
      }
    }
  }

  /** φ. */
  private double spread(double[] b) {
    double sum = 0;
    for (int week = 0; week < x.length; week++) {
      double mean = mean(b, week);
      double error = weeks.units()[week] - mean;
      sum += error * error / Math.max(1e-9, mean);
    }
    return Math.max(1, sum / (x.length - PARTS));
  }

  /** The variance where weeks up to some apart err together, by Bartlett's weights. */
  private double together(double[] b, double[] row) {
    int count = x.length;
    double[] pulls = new double[count];
    for (int week = 0; week < count; week++) {
      double error = weeks.units()[week] - mean(b, week);
      for (int part = 0; part < PARTS; part++) {
        pulls[week] += row[part] * x[week][part] * error;
      }
    }
    int reach = (int) (4 * Math.pow(count / 100.0, 2.0 / 9));
    double sum = 0;
    for (int apart = 0; apart <= reach; apart++) {
      double products = 0;
      for (int week = apart; week < count; week++) {
        products += pulls[week] * pulls[week - apart];
      }
      sum += (apart == 0 ? 1 : 2 * (1 - apart / (reach + 1.0))) * products;
    }
    return sum * count / (count - PARTS);
  }

  private static double[] minus(double[] b, double[] step, double length) {
    double[] next = b.clone();
    for (int part = 0; part < PARTS; part++) {
      next[part] -= length * step[part];
    }
    return next;
  }

  private static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[PARTS];
    for (int i = 0; i < PARTS; i++) {
      for (int j = 0; j < PARTS; j++) {
        product[i] += matrix[i][j] * vector[j];
      }
    }
    return product;
  }

  /** Of a symmetric matrix of three rows, by cofactors; null where it has none. */
  private static double[][] inverse(double[][] m) {
    double[][] inverse = new double[PARTS][PARTS];
    for (int i = 0; i < PARTS; i++) {
      for (int j = 0; j < PARTS; j++) {
        int a = (j + 1) % PARTS;
        int b = (j + 2) % PARTS;
        int c = (i + 1) % PARTS;
        int d = (i + 2) % PARTS;
        inverse[i][j] = m[a][c] * m[b][d] - m[a][d] * m[b][c];
      }
    }
    double determinant =
        m[0][0] * inverse[0][0] + m[0][1] * inverse[1][0] + m[0][2] * inverse[2][0];
    if (!(determinant > 0) || !Double.isFinite(determinant)) {
      return null;
    }
    for (double[] row : inverse) {
      for (int j = 0; j < PARTS; j++) {
        row[j] /= determinant;
      }
    }
    return inverse;
  }
}
