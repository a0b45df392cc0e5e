package io.shopkeeper.ml.tuning;

import java.util.Arrays;

/**
 * A Gaussian process of mean 0 with the Matérn kernel of ν = 5/2 and a length for each dimension
 * (C. E. Rasmussen, C. K. I. Williams, "Gaussian Processes for Machine Learning", 2006, algorithm
 * 2.1 and section 4.2). The variance is the one that makes the data most likely. Immutable.
 */
final class GaussianProcess {

  private static final double ROOT5 = Math.sqrt(5);

  private final double[][] x;
  private final double[] lengths;
  private final double[][] lower;
  private final double[] weights;
  private final double variance;
  private final double logLikelihood;

  private GaussianProcess(
      double[][] x,
      double[] lengths,
      double[][] lower,
      double[] weights,
      double variance,
      double logLikelihood) {
    this.x = x;
    this.lengths = lengths;
    this.lower = lower;
    this.weights = weights;
    this.variance = variance;
    this.logLikelihood = logLikelihood;
  }

  /**
   * A mean and its standard deviation.
   *
   * @param mean of the function
   * @param deviation of the function, without noise
   */
  record Belief(double mean, double deviation) {}

  /**
   * Fits to points.
   *
   * @param x points × dimensions
   * @param y of mean 0
   * @param lengths over which the function changes, one for each dimension
   * @param noise variance of the noise by that of the function
   * @return null where the matrix is not positive definite
   */
  static GaussianProcess fit(double[][] x, double[] y, double[] lengths, double noise) {
    int n = x.length;
    double[][] k = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        k[i][j] = kernel(x[i], x[j], lengths);
      }
      k[i][i] += noise;
    }
    if (!factorise(k)) {
      return null;
    }
    double[] weights = forward(k, y);
    double squares = Arrays.stream(weights).map(v -> v * v).sum();
    backward(k, weights);
    double variance = Math.max(squares / n, 1e-12);
    double logDeterminant = 0;
    for (int i = 0; i < n; i++) {
      logDeterminant += 2 * Math.log(k[i][i]);
    }
    return new GaussianProcess(
        x, lengths, k, weights, variance, -0.5 * (n * Math.log(variance) + logDeterminant));
  }

  /** Of the data, but for a constant, the variance being the most likely one. */
  double logLikelihood() {
    return logLikelihood;
  }

  /** What is believed of a point. */
  Belief at(double[] point) {
    double[] covariances = new double[x.length];
    double mean = 0;
    for (int i = 0; i < x.length; i++) {
      covariances[i] = kernel(point, x[i], lengths);
      mean += covariances[i] * weights[i];
    }
    double[] solved = forward(lower, covariances);
    double known = Arrays.stream(solved).map(v -> v * v).sum();
    return new Belief(mean, Math.sqrt(variance * Math.max(0, 1 - known)));
  }

  private static double kernel(double[] one, double[] other, double[] lengths) {
    double squares = 0;
    for (int d = 0; d < one.length; d++) {
      double distance = (one[d] - other[d]) / lengths[d];
      squares += distance * distance;
    }
    double scaled = ROOT5 * Math.sqrt(squares);
    return (1 + scaled + scaled * scaled / 3) * Math.exp(-scaled);
  }

  /** The Cholesky factor, in the lower triangle. */
  private static boolean factorise(double[][] k) {
    for (int j = 0; j < k.length; j++) {
      for (int i = j; i < k.length; i++) {
        double sum = k[i][j];
        for (int m = 0; m < j; m++) {
          sum -= k[i][m] * k[j][m];
        }
        if (i == j && !(sum > 0)) {
          return false;
        }
        k[i][j] = i == j ? Math.sqrt(sum) : sum / k[j][j];
      }
    }
    return true;
  }

  /** L⁻¹·b. */
  private static double[] forward(double[][] lower, double[] b) {
    double[] solved = b.clone();
    for (int i = 0; i < solved.length; i++) {
      for (int j = 0; j < i; j++) {
        solved[i] -= lower[i][j] * solved[j];
      }
      solved[i] /= lower[i][i];
    }
    return solved;
  }

  /** L⁻ᵀ·b, in place. */
  private static void backward(double[][] lower, double[] b) {
    for (int i = b.length - 1; i >= 0; i--) {
      for (int j = i + 1; j < b.length; j++) {
        b[i] -= lower[j][i] * b[j];
      }
      b[i] /= lower[i][i];
    }
  }
}
