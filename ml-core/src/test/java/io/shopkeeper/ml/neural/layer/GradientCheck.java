package io.shopkeeper.ml.neural.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.kernel.Workers;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/**
 * Compares what a layer gives back with finite differences of Σ c·y, c being random: both of its
 * inputs and of its parameters.
 */
final class GradientCheck {

  private static final Kernels KERNELS =
      KernelBackends.start(Workers.callerOnly(), "vector").kernels();
  private static final float STEP = 1f / 128;

  private final int rows;
  private final Pass pass;
  private final float[] input;
  private final float[] values;
  private final float[] gradients;
  private final float[] factors;
  private final Mode mode;
  private final int outputs;

  /**
   * @param input of more rows than are used, so that what lies behind is seen not to count
   */
  GradientCheck(Layer layer, int rows, float[] input, long seed) {
    var random = new SplittableRandom(seed);
    this.rows = rows;
    this.input = input;
    this.values = new float[layer.length() + 3];
    this.gradients = new float[values.length];
    this.outputs = layer.outputs();
    this.factors = new float[(rows + 1) * outputs];
    this.mode = Mode.training(seed);
    layer.initialise(values, 3, random);
    for (int i = 3; i < values.length; i++) {
      values[i] += (float) (0.1 * random.nextGaussian());
    }
    for (int i = 0; i < factors.length; i++) {
      factors[i] = (float) random.nextGaussian();
    }
    this.pass = layer.pass(new Slot(values, gradients, 3), rows + 1, KERNELS);
  }

  /** Checks everything; the statistics that a layer keeps are not learnt and passed over. */
  static void check(Layer layer, int rows, float[] input, long seed) {
    var check = new GradientCheck(layer, rows, input, seed);
    check.value();
    float[] back = check.pass.backward(check.factors.clone(), rows, true).clone();
    float[] learnt = check.gradients.clone();
    check.compare("input", input, 0, rows * layer.inputs(), back, 0);
    int at = 3;
    for (Parameter parameter : layer.parameters()) {
      if (parameter.role() != Parameter.Role.STATISTIC) {
        check.compare("parameter", check.values, at, parameter.length(), learnt, at);
      }
      at += parameter.length();
    }
    assertThat(learnt).startsWith(0, 0, 0);
  }

  private double value() {
    float[] output = pass.forward(input, rows, mode);
    double sum = 0;
    for (int i = 0; i < rows * outputs; i++) {
      sum += (double) factors[i] * output[i];
    }
    return sum;
  }

  private void compare(
      String what, float[] moved, int from, int length, float[] given, int givenFrom) {
    DoubleSupplier value = this::value;
    for (int i = 0; i < length; i++) {
      float before = moved[from + i];
      moved[from + i] = before + STEP;
      double above = value.getAsDouble();
      moved[from + i] = before - STEP;
      double below = value.getAsDouble();
      moved[from + i] = before;
      double slope = (above - below) / (2 * STEP);
      assertThat((double) given[givenFrom + i])
          .as("%s %d", what, i)
          .isCloseTo(slope, within(0.01 + 0.01 * Math.abs(slope)));
    }
  }
}
