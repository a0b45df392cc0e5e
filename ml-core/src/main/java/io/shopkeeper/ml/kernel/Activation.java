package io.shopkeeper.ml.kernel;

/** Functions of one value that neural networks apply to each of many. */
public enum Activation {
  /** max(0, x); its slope at 0 is taken as 0. NaN stays NaN. */
  RELU,
  /** 1 / (1 + e^−x). */
  SIGMOID,
  /** Hyperbolic tangent. */
  TANH,
  /**
   * ½·x·(1 + tanh(√(2/π)·(x + 0.044715·x³))), the common approximation of x·Φ(x) (Hendrycks and
   * Gimpel: Gaussian Error Linear Units, 2016). 0 at −∞.
   */
  GELU;

  private static final double ROOT = Math.sqrt(2 / Math.PI);
  private static final double CUBE = 0.044715;

  /** f(x), in double precision. */
  public double value(double x) {
    return switch (this) {
      case RELU -> Double.isNaN(x) || x > 0 ? x : 0;
      case SIGMOID -> 1 / (1 + Math.exp(-x));
      case TANH -> Math.tanh(x);
      case GELU -> x == Double.NEGATIVE_INFINITY ? 0 : 0.5 * x * (1 + Math.tanh(inner(x)));
    };
  }

  /** f′(x), in double precision. */
  public double slope(double x) {
    return switch (this) {
      case RELU -> Double.isNaN(x) ? x : x > 0 ? 1 : 0;
      case SIGMOID -> {
        double y = value(x);
        yield y * (1 - y);
      }
      case TANH -> {
        double y = Math.tanh(x);
        yield 1 - y * y;
      }
      case GELU -> geluSlope(x);
    };
  }

  private static double geluSlope(double x) {
    if (Math.abs(x) > 20) {
      return x > 0 ? 1 : 0;
    }
    double tanh = Math.tanh(inner(x));
    return 0.5 * (1 + tanh) + 0.5 * x * (1 - tanh * tanh) * ROOT * (1 + 3 * CUBE * x * x);
  }

  private static double inner(double x) {
    return ROOT * (x + CUBE * x * x * x);
  }
}
