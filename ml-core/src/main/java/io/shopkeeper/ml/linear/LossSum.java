package io.shopkeeper.ml.linear;

/** Loss and gradient over some blocks of rows. For one thread. */
abstract class LossSum implements Chunks.Sum<LossSum> {

  private double value;
  private final double[][] slopes;
  private final double[] constants;

  LossSum(int outputs, int width) {
    slopes = new double[outputs][width + 1];
    constants = new double[outputs];
  }

  /** Σ weight·(−ln p of the true class). */
  double value() {
    return value;
  }

  /** The slopes of an output's weights; one value behind them means nothing. */
  double[] slopes(int output) {
    return slopes[output];
  }

  /** The slope of an output's constant. */
  double constant(int output) {
    return constants[output];
  }

  final void addLoss(double loss) {
    value += loss;
  }

  final void addConstant(int output, double slope) {
    constants[output] += slope;
  }

  @Override
  public void addAll(LossSum other) {
    value += other.value;
    for (int output = 0; output < constants.length; output++) {
      constants[output] += other.constants[output];
      for (int i = 0; i < slopes[output].length; i++) {
        slopes[output][i] += other.slopes[output][i];
      }
    }
  }
}
