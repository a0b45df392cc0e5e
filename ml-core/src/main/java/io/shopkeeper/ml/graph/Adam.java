package io.shopkeeper.ml.graph;

/**
 * Steps down a slope, each value at its own pace (Kingma and Ba: Adam: A Method for Stochastic
 * Optimization, ICLR 2015). For one thread.
 */
final class Adam {

  private static final double MEAN_DECAY = 0.9;
  private static final double SQUARE_DECAY = 0.999;
  private static final double SMALL = 1e-8;

  private final float[] values;
  private final double rate;
  private final float[] means;
  private final float[] squares;
  private double meanLeft = 1;
  private double squareLeft = 1;

  /**
   * @param values what is learnt; changed in place
   */
  Adam(float[] values, double rate) {
    this.values = values;
    this.rate = rate;
    this.means = new float[values.length];
    this.squares = new float[values.length];
  }

  /**
   * Takes a step.
   *
   * @param slope of each value
   * @param ridge by which values are drawn to 0, relative to the slope's own size
   */
  void step(float[] slope, float ridge) {
    meanLeft *= MEAN_DECAY;
    squareLeft *= SQUARE_DECAY;
    double step = rate * Math.sqrt(1 - squareLeft) / (1 - meanLeft);
    for (int i = 0; i < values.length; i++) {
      double down = slope[i] + ridge * values[i];
      means[i] = (float) (MEAN_DECAY * means[i] + (1 - MEAN_DECAY) * down);
      squares[i] = (float) (SQUARE_DECAY * squares[i] + (1 - SQUARE_DECAY) * down * down);
      values[i] -= (float) (step * means[i] / (Math.sqrt(squares[i]) + SMALL));
    }
  }
}
