package io.shopkeeper.ml.kernel;

import java.util.Arrays;

/** Which of two providers multiplies large matrices faster here and now. */
final class GemmContest {

  /** Several tiles of either: at sizes of one tile the outcome is another. */
  private static final int SIZE = 1280;

  private static final int FEWEST_RUNS = 5;
  private static final long NANOS = 300_000_000;

  private GemmContest() {}

  /**
   * Best time of the first over best time of the second: above 1 the second wins. They take turns,
   * so that what else the machine does slows both.
   */
  static double advantage(Kernels first, Kernels second) {
    float[] a = new float[SIZE * SIZE];
    Arrays.fill(a, 0.5f);
    FloatBlock in = FloatBlock.of(a, SIZE);
    FloatBlock out = FloatBlock.of(new float[SIZE * SIZE], SIZE);
    long bestOfFirst = Long.MAX_VALUE;
    long bestOfSecond = Long.MAX_VALUE;
    long end = System.nanoTime() + NANOS;
    for (int run = 0; run < FEWEST_RUNS || System.nanoTime() < end; run++) {
      bestOfFirst = Math.min(bestOfFirst, time(first, in, out));
      bestOfSecond = Math.min(bestOfSecond, time(second, in, out));
    }
    return (double) bestOfFirst / bestOfSecond;
  }

  private static long time(Kernels kernels, FloatBlock in, FloatBlock out) {
    long start = System.nanoTime();
    kernels.gemm(GemmShape.of(SIZE, SIZE, SIZE), 1f, in, in, 0f, out);
    return System.nanoTime() - start;
  }
}
