package io.shopkeeper.ml.neural.layer;

import io.shopkeeper.ml.kernel.FloatBlock;
import io.shopkeeper.ml.kernel.GemmShape;
import io.shopkeeper.ml.kernel.Kernels;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Y = X·W + b: each output from all inputs. W is stored inputs × outputs, b after it.
 *
 * @param start how large weights are at the beginning; b begins at 0
 */
public record Dense(int inputs, int outputs, Start start) implements Layer {

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter(Parameter.Role.WEIGHT, Math.multiplyExact(inputs, outputs)),
        new Parameter(Parameter.Role.BIAS, outputs));
  }

  @Override
  public long work() {
    return (long) inputs * outputs;
  }

  @Override
  public void initialise(float[] values, int at, SplittableRandom random) {
    start.draw(values, at, inputs * outputs, inputs, outputs, random);
  }

  @Override
  public Pass pass(Slot slot, int rows, Kernels kernels) {
    return outputs == 1 ? new Single(slot, rows, kernels) : new Several(slot, rows, kernels);
  }

  private final class Several implements Pass {
    private final Kernels kernels;
    private final Slot slot;
    private final FloatBlock output;
    private final FloatBlock downstream;
    private final ColumnSums sums;
    private float[] input;

    Several(Slot slot, int rows, Kernels kernels) {
      this.kernels = kernels;
      this.slot = slot;
      this.output = FloatBlock.of(new float[rows * outputs], outputs);
      this.downstream = FloatBlock.of(new float[rows * inputs], inputs);
      this.sums = new ColumnSums(rows, outputs, kernels);
    }

    @Override
    public float[] forward(float[] input, int rows, Mode mode) {
      this.input = input;
      int bias = slot.offset() + inputs * outputs;
      for (int row = 0; row < rows; row++) {
        System.arraycopy(slot.values(), bias, output.values(), row * outputs, outputs);
      }
      kernels.gemm(
          GemmShape.of(rows, outputs, inputs),
          1,
          FloatBlock.of(input, inputs),
          slot.value(0, outputs),
          1,
          output);
      return output.values();
    }

    @Override
    public float[] backward(float[] upstream, int rows, boolean onward) {
      FloatBlock up = FloatBlock.of(upstream, outputs);
      kernels.gemm(
          new GemmShape(inputs, outputs, rows, true, false),
          1,
          FloatBlock.of(input, inputs),
          up,
          1,
          slot.gradient(0, outputs));
      sums.add(up, rows, slot.gradients(), slot.offset() + inputs * outputs);
      if (!onward) {
        return NONE;
      }
      kernels.gemm(
          new GemmShape(rows, inputs, outputs, false, true),
          1,
          up,
          slot.value(0, outputs),
          0,
          downstream);
      return downstream.values();
    }
  }

  /** One output alone: a product of a matrix and a vector is several times faster there. */
  private final class Single implements Pass {
    private final Kernels kernels;
    private final Slot slot;
    private final float[] weights = new float[inputs];
    private final float[] sums = new float[inputs];
    private final float[] output;
    private final FloatBlock downstream;
    private float[] input;

    Single(Slot slot, int rows, Kernels kernels) {
      this.kernels = kernels;
      this.slot = slot;
      this.output = new float[rows];
      this.downstream = FloatBlock.of(new float[rows * inputs], inputs);
    }

    @Override
    public float[] forward(float[] input, int rows, Mode mode) {
      this.input = input;
      System.arraycopy(slot.values(), slot.offset(), weights, 0, inputs);
      kernels.gemv(false, rows, inputs, 1, FloatBlock.of(input, inputs), weights, 0, output);
      float bias = slot.values()[slot.offset() + inputs];
      for (int row = 0; row < rows; row++) {
        output[row] += bias;
      }
      return output;
    }

    @Override
    public float[] backward(float[] upstream, int rows, boolean onward) {
      kernels.gemv(true, rows, inputs, 1, FloatBlock.of(input, inputs), upstream, 0, sums);
      float[] gradients = slot.gradients();
      for (int i = 0; i < inputs; i++) {
        gradients[slot.offset() + i] += sums[i];
      }
      float bias = 0;
      for (int row = 0; row < rows; row++) {
        bias += upstream[row];
      }
      gradients[slot.offset() + inputs] += bias;
      if (!onward) {
        return NONE;
      }
      kernels.gemm(
          GemmShape.of(rows, inputs, 1),
          1,
          FloatBlock.of(upstream, 1),
          slot.value(0, inputs),
          0,
          downstream);
      return downstream.values();
    }
  }
}
