package io.shopkeeper.ml.neural.layer;

import java.util.SplittableRandom;

/** How large weights are at the beginning. */
public enum Start {
  /**
   * Uniform within ±√(6 / inputs): keeps the size of signals through ReLU (He, Zhang, Ren, Sun:
   * Delving Deep into Rectifiers, ICCV 2015).
   */
  HE {
    @Override
    double limit(int inputs, int outputs) {
      return Math.sqrt(6.0 / inputs);
    }
  },
  /**
   * Uniform within ±√(6 / (inputs + outputs)) (Glorot and Bengio: Understanding the difficulty of
   * training deep feedforward neural networks, AISTATS 2010).
   */
  GLOROT {
    @Override
    double limit(int inputs, int outputs) {
      return Math.sqrt(6.0 / (inputs + outputs));
    }
  };

  abstract double limit(int inputs, int outputs);

  /** Writes weights. */
  void draw(float[] values, int at, int length, int inputs, int outputs, SplittableRandom random) {
    double limit = limit(Math.max(1, inputs), Math.max(1, outputs));
    for (int i = at; i < at + length; i++) {
      values[i] = (float) ((2 * random.nextDouble() - 1) * limit);
    }
  }
}
