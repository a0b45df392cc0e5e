package io.shopkeeper.ml.kernel;

import java.util.Arrays;

/** Which of two providers multiplies large matrices faster here and now. */
final class GemmContest {

  private static final int SMALL = 256;

  /** Several tiles of either: at sizes of one tile the outcome is another. */
  private static final int LARGE = 1280;

  private static final int FEWEST_RUNS = 5;
  private static final long NANOS = 300_000_000;
  private static final double CLEAR = 3;

  private GemmContest() {}

  /**
   * Best time of the first over best time of the second: above 1 the second wins. They take turns,
   * so that what else the machine does slows both.
   */
  static double advantage(Kernels first, Kernels second) {
    double small = advantage(first, second, SMALL);
    // Who is left behind there would take long over large ones.
    return small > CLEAR || small < 1 / CLEAR ? small : advantage(first, second, LARGE);
  }

  private static double advantage(Kernels first, Kernels second, int size) {
    float[] a = new float[size * size];
    Arrays.fill(a, 0.5f);
    FloatBlock in = FloatBlock.of(a, size);
    FloatBlock out = FloatBlock.of(new float[size * size], size);
    long bestOfFirst = Long.MAX_VALUE;
    long bestOfSecond = Long.MAX_VALUE;
    long end = System.nanoTime() + NANOS;
    for (int run = 0; run < FEWEST_RUNS || System.nanoTime() < end; run++) {
      bestOfFirst = Math.min(bestOfFirst, time(first, size, in, out));
      bestOfSecond = Math.min(bestOfSecond, time(second, size, in, out));
    }
    return (double) bestOfFirst / bestOfSecond;
  }

  private static long time(Kernels kernels, int size, FloatBlock in, FloatBlock out) {
    long start = System.nanoTime();
    kernels.gemm(GemmShape.of(size, size, size), 1f, in, in, 0f, out);
    return System.nanoTime() - start;
  }
}
