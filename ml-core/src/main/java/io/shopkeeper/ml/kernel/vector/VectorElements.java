package io.shopkeeper.ml.kernel.vector;

import io.shopkeeper.ml.kernel.Activation;
import io.shopkeeper.ml.kernel.FloatBlock;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** What is done to each value or row on its own. */
final class VectorElements {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final VectorSpecies<Double> WIDE = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Float> HALF =
      VectorSpecies.of(float.class, VectorShape.forBitSize(WIDE.vectorBitSize() / 2));
  private static final float ROOT = (float) Math.sqrt(2 / Math.PI);
  private static final float CUBE = 0.044715f;

  private VectorElements() {}

  /** The squares are added in double precision, so none overflows or vanishes. */
  static float norm(float[] a, int from, int columns) {
    DoubleVector sum = DoubleVector.zero(WIDE);
    int whole = HALF.loopBound(columns);
    for (int i = 0; i < whole; i += HALF.length()) {
      DoubleVector v =
          (DoubleVector)
              FloatVector.fromArray(HALF, a, from + i).convertShape(VectorOperators.F2D, WIDE, 0);
      sum = v.fma(v, sum);
    }
    double total = LaneSums.of(sum);
    for (int i = whole; i < columns; i++) {
      total += (double) a[from + i] * a[from + i];
    }
    return (float) Math.sqrt(total);
  }

  static void softmax(FloatBlock a, int row, int columns) {
    float[] values = a.values();
    int from = a.offset() + row * a.stride();
    int whole = SPECIES.loopBound(columns);
    float greatest = greatest(values, from, columns, whole);
    FloatVector sums = FloatVector.zero(SPECIES);
    for (int i = from; i < from + whole; i += LANES) {
      FloatVector e = VectorExp.exp(FloatVector.fromArray(SPECIES, values, i).sub(greatest));
      sums = sums.add(e);
      e.intoArray(values, i);
    }
    float sum = LaneSums.of(sums);
    for (int i = from + whole; i < from + columns; i++) {
      values[i] = (float) Math.exp(values[i] - greatest);
      sum += values[i];
    }
    for (int i = from; i < from + whole; i += LANES) {
      FloatVector.fromArray(SPECIES, values, i).div(sum).intoArray(values, i);
    }
    for (int i = from + whole; i < from + columns; i++) {
      values[i] /= sum;
    }
  }

  private static float greatest(float[] values, int from, int columns, int whole) {
    FloatVector best = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
    for (int i = from; i < from + whole; i += LANES) {
      best = best.max(FloatVector.fromArray(SPECIES, values, i));
    }
    float greatest = best.reduceLanes(VectorOperators.MAX);
    for (int i = from + whole; i < from + columns; i++) {
      greatest = Math.max(greatest, values[i]);
    }
    return greatest;
  }

  static void activate(Activation function, float[] x, float[] y, int from, int to) {
    int i = from;
    for (; i + LANES <= to; i += LANES) {
      value(function, FloatVector.fromArray(SPECIES, x, i)).intoArray(y, i);
    }
    for (; i < to; i++) {
      y[i] = (float) function.value(x[i]);
    }
  }

  static void gradient(
      Activation function, float[] x, float[] upstream, float[] result, int from, int to) {
    int i = from;
    for (; i + LANES <= to; i += LANES) {
      slope(function, FloatVector.fromArray(SPECIES, x, i))
          .mul(FloatVector.fromArray(SPECIES, upstream, i))
          .intoArray(result, i);
    }
    for (; i < to; i++) {
      result[i] = (float) (function.slope(x[i]) * upstream[i]);
    }
  }

  private static FloatVector value(Activation function, FloatVector x) {
    return switch (function) {
      case RELU -> x.max(0);
      case SIGMOID -> sigmoid(x);
      case TANH -> VectorExp.tanh(x);
      case GELU -> {
        FloatVector y = x.mul(0.5f).mul(tanhOfGelu(x).add(1));
        yield y.blend(0, x.compare(VectorOperators.EQ, Float.NEGATIVE_INFINITY));
      }
    };
  }

  private static FloatVector slope(Activation function, FloatVector x) {
    return switch (function) {
      case RELU -> {
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        FloatVector step = FloatVector.zero(SPECIES).blend(one, x.compare(VectorOperators.GT, 0));
        yield step.blend(x, x.test(VectorOperators.IS_NAN));
      }
      case SIGMOID -> {
        FloatVector y = sigmoid(x);
        yield y.mul(sigmoid(x.neg()));
      }
      case TANH -> {
        FloatVector y = VectorExp.tanh(x);
        yield y.mul(y).neg().add(1);
      }
      case GELU -> geluSlope(x);
    };
  }

  private static FloatVector sigmoid(FloatVector x) {
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    return one.div(VectorExp.exp(x.neg()).add(1));
  }

  private static FloatVector tanhOfGelu(FloatVector x) {
    return VectorExp.tanh(x.mul(x).mul(x).mul(CUBE).add(x).mul(ROOT));
  }

  private static FloatVector geluSlope(FloatVector x) {
    FloatVector tanh = tanhOfGelu(x);
    FloatVector rise = x.mul(x).mul(3 * CUBE).add(1).mul(ROOT).mul(x).mul(0.5f);
    FloatVector slope = tanh.mul(tanh).neg().add(1).mul(rise).add(tanh.mul(0.5f).add(0.5f));
    VectorMask<Float> high = x.compare(VectorOperators.GT, 20f);
    VectorMask<Float> low = x.compare(VectorOperators.LT, -20f);
    return slope.blend(1, high).blend(0, low);
  }
}
