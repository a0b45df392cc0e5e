package io.shopkeeper.ml.factorisation;

/** Users, or items: their biases, their vectors and their ratings. For one thread. */
final class GibbsSide {

  private final SideRatings ratings;
  private final Coefficients bias;
  private final Coefficients[] factors;
  private final double[] weights;
  private final double[] pulls;

  GibbsSide(Features features, SideRatings ratings, int factors, Draws draws) {
    this.ratings = ratings;
    this.bias = new Coefficients(features, 0, draws);
    this.factors = new Coefficients[factors];
    for (int factor = 0; factor < factors; factor++) {
      this.factors[factor] = new Coefficients(features, 0.1, draws);
    }
    this.weights = new double[features.rows()];
    this.pulls = new double[features.rows()];
  }

  Coefficients bias() {
    return bias;
  }

  Coefficients factor(int factor) {
    return factors[factor];
  }

  void drawGroups(Draws draws) {
    bias.drawGroups(draws);
    for (Coefficients factor : factors) {
      factor.drawGroups(draws);
    }
  }

  void drawBias(double noise, double[] errors, Draws draws) {
    draw(bias, null, noise, errors, draws);
  }

  /**
   * @param others what the rows of the other side have in this factor
   */
  void drawFactor(int factor, double[] others, double noise, double[] errors, Draws draws) {
    draw(factors[factor], others, noise, errors, draws);
  }

  private void draw(
      Coefficients coefficients, double[] others, double noise, double[] errors, Draws draws) {
    ratings.gather(errors, others, weights, pulls);
    double[] before = coefficients.sums().clone();
    coefficients.draw(noise, weights, pulls, draws);
    ratings.correct(errors, others, before, coefficients.sums());
  }
}
