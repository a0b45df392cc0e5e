package io.shopkeeper.ml.kernel;

import java.util.SplittableRandom;

/** Seeded numbers of every temper. */
public enum Numbers {
  /** From −1 to 1. */
  PLAIN,
  /** Around 10⁻³⁰: products vanish in single precision. */
  TINY,
  /** Around 10¹⁵. */
  HUGE,
  /** Below the least normal number. */
  DENORMAL,
  /** From 10⁻¹² to 10¹². */
  WIDE,
  /** Plain ones with NaN, infinities, both zeros and denormals among them. */
  WILD;

  private static final float[] SPECIAL = {
    Float.NaN,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    0f,
    -0f,
    Float.MIN_VALUE,
    -Float.MIN_NORMAL,
    Float.MAX_VALUE
  };

  /** So many of them. */
  public float[] make(int size, long seed) {
    var random = new SplittableRandom(seed);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = one(random, size);
    }
    return values;
  }

  /** The same in double precision. */
  public double[] makeDoubles(int size, long seed) {
    float[] floats = make(size, seed);
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = floats[i];
    }
    return values;
  }

  private float one(SplittableRandom random, int size) {
    float plain = (float) (2 * random.nextDouble() - 1);
    return switch (this) {
      case PLAIN -> plain;
      case TINY -> plain * 1e-30f;
      case HUGE -> plain * 1e15f;
      case DENORMAL -> random.nextInt(-1000, 1000) * Float.MIN_VALUE;
      case WIDE -> (float) (plain * Math.pow(10, random.nextInt(-12, 13)));
      case WILD ->
          random.nextInt(Math.max(20, size / 16)) == 0
              ? SPECIAL[random.nextInt(SPECIAL.length)]
              : plain;
    };
  }
}
