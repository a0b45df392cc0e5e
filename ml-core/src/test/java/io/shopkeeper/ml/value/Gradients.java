package io.shopkeeper.ml.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleBiFunction;

/** Gradients beside differences. */
final class Gradients {

  private static final double STEP = 1e-6;

  private Gradients() {}

  static void areRight(ToDoubleBiFunction<double[], double[]> loss, double[] x) {
    double[] gradient = new double[x.length];
    assertThat(loss.applyAsDouble(x, gradient)).isFinite();
    for (int i = 0; i < x.length; i++) {
      double[] up = x.clone();
      up[i] += STEP;
      double[] down = x.clone();
      down[i] -= STEP;
      double[] unused = new double[x.length];
      double slope = (loss.applyAsDouble(up, unused) - loss.applyAsDouble(down, unused)) / STEP / 2;
      assertThat(gradient[i])
          .as("coordinate %d", i)
          .isCloseTo(slope, within(1e-6 * (1 + Math.abs(slope))));
    }
  }
}
