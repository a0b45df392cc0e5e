package io.shopkeeper.ml.neural.optimiser;

/**
 * Each parameter at its own pace: by the running mean of its gradient over the root of that of its
 * square (Kingma and Ba: Adam: A Method for Stochastic Optimization, ICLR 2015). Decay is added to
 * the gradient, or taken from the parameter itself (Loshchilov and Hutter: Decoupled Weight Decay
 * Regularization, ICLR 2019).
 */
final class Adam implements Optimiser {

  private static final float OF_MEAN = 0.9f;
  private static final float OF_SQUARE = 0.999f;
  private static final float SMALL = 1e-8f;

  private final boolean apart;
  private final float[] means;
  private final float[] squares;
  private double meanLeft = 1;
  private double squareLeft = 1;

  Adam(int length, boolean apart) {
    this.apart = apart;
    this.means = new float[length];
    this.squares = new float[length];
  }

  @Override
  public void begin() {
    meanLeft *= OF_MEAN;
    squareLeft *= OF_SQUARE;
  }

  @Override
  public void step(float[] values, float[] gradients, int from, int to, float rate, float decay) {
    // The corrections of both means for their beginning at 0, as in the paper's section 2.
    double correction = Math.sqrt(1 - squareLeft);
    float pace = (float) (rate * correction / (1 - meanLeft));
    float small = (float) (SMALL * correction);
    float inside = apart ? 0 : decay;
    float kept = apart ? 1 - rate * decay : 1;
    for (int i = from; i < to; i++) {
      float g = gradients[i] + inside * values[i];
      float mean = OF_MEAN * means[i] + (1 - OF_MEAN) * g;
      float square = OF_SQUARE * squares[i] + (1 - OF_SQUARE) * g * g;
      means[i] = mean;
      squares[i] = square;
      values[i] = kept * values[i] - pace * mean / ((float) Math.sqrt(square) + small);
    }
  }
}
