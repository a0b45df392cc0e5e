package io.shopkeeper.ml.neural.optimiser;

/**
 * v ← momentum·v + g, w ← w − rate·v (Polyak, 1964; Sutskever, Martens, Dahl, Hinton: On the
 * importance of initialization and momentum in deep learning, ICML 2013).
 */
final class Momentum implements Optimiser {

  private final float momentum;
  private final float[] velocities;

  Momentum(int length, float momentum) {
    this.momentum = momentum;
    this.velocities = new float[length];
  }

  @Override
  public void begin() {}

  @Override
  public void step(float[] values, float[] gradients, int from, int to, float rate, float decay) {
    for (int i = from; i < to; i++) {
      float v = momentum * velocities[i] + gradients[i] + decay * values[i];
      velocities[i] = v;
      values[i] -= rate * v;
    }
  }
}
