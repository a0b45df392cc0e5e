package io.shopkeeper.ml.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * e^x and tanh x of each lane, from additions and multiplications alone. The Vector API's own have
 * other last bits where the compiler has not come to them yet, so a training would not give the
 * same bytes twice.
 */
final class VectorExp {

  /** Below, e^x is less than half the least float; above the other, more than the greatest. */
  private static final float LEAST = -104;

  private static final float GREATEST = 89;

  /** Added to a small number, it leaves the nearest whole number in the last bits. */
  private static final float ROUNDER = 0x1.8p23f;

  private static final int ROUNDER_BITS = Float.floatToRawIntBits(ROUNDER);
  private static final float PER_LN2 = (float) (1 / Math.log(2));

  /** The first 15 bits of ln 2: its products with whole numbers are exact. */
  private static final float LN2 = 0x1.62e4p-1f;

  private static final float LN2_REST = (float) (Math.log(2) - 0x1.62e4p-1);

  private VectorExp() {}

  /** 2^k·e^r with |r| at most ln 2 / 2, e^r by its series. Error at most 2 ε of the value. */
  static FloatVector exp(FloatVector x) {
    FloatVector within = x.max(LEAST).min(GREATEST);
    FloatVector shifted = within.mul(PER_LN2).add(ROUNDER);
    FloatVector k = shifted.sub(ROUNDER);
    FloatVector r = within.sub(k.mul(LN2)).sub(k.mul(LN2_REST));
    FloatVector sum =
        constant(x, 1 / 5040f)
            .fma(r, constant(x, 1 / 720f))
            .fma(r, constant(x, 1 / 120f))
            .fma(r, constant(x, 1 / 24f))
            .fma(r, constant(x, 1 / 6f))
            .fma(r, constant(x, 1 / 2f))
            .fma(r, constant(x, 1))
            .fma(r, constant(x, 1));
    // Two factors, each of which is a normal number.
    IntVector power = shifted.reinterpretAsInts().sub(ROUNDER_BITS);
    IntVector half = power.lanewise(VectorOperators.ASHR, 1);
    return sum.mul(power(half)).mul(power(power.sub(half)));
  }

  private static FloatVector power(IntVector k) {
    return k.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
  }

  /**
   * By Lambert's continued fraction up to 1, else 1 − 2 / (e^2|x| + 1). Error at most 4 ε of the
   * value.
   */
  static FloatVector tanh(FloatVector x) {
    FloatVector square = x.mul(x);
    FloatVector over =
        square.add(378).fma(square, constant(x, 17_325)).fma(square, constant(x, 135_135));
    FloatVector under =
        square.mul(28).add(3150).fma(square, constant(x, 62_370)).fma(square, constant(x, 135_135));
    FloatVector small = x.mul(over.div(under));
    FloatVector far = x.abs();
    FloatVector large = constant(x, 1).sub(constant(x, 2).div(exp(far.add(far)).add(1)));
    VectorMask<Float> negative = x.compare(VectorOperators.LT, 0);
    VectorMask<Float> near = far.compare(VectorOperators.LT, 1);
    return large.blend(large.neg(), negative).blend(small, near);
  }

  private static FloatVector constant(FloatVector like, float value) {
    return FloatVector.broadcast(like.species(), value);
  }
}
