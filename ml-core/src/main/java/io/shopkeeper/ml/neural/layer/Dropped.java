package io.shopkeeper.ml.neural.layer;

/** What a seed drops. */
public final class Dropped {

  private Dropped() {}

  /**
   * y ← x without the values that the seed drops; the others grow by 1 / (1 − share).
   *
   * @param y may be x
   * @param share dropped, 0 to below 1
   */
  public static void apply(float[] x, float[] y, int length, long seed, double share) {
    float scale = (float) (1 / (1 - share));
    int begin = (int) (seed ^ (seed >>> 32));
    int keep = (int) Math.round((1 - share) * Integer.MAX_VALUE);
    for (int i = 0; i < length; i++) {
      // Without a branch, so that the loop is done many values at a time.
      int kept = ((mixed(begin + i) >>> 1) - keep) >> 31;
      y[i] = Float.intBitsToFloat(Float.floatToRawIntBits(x[i] * scale) & kept);
    }
  }

  /** The last step of MurmurHash3, by which every bit of the counter reaches every other. */
  private static int mixed(int counter) {
    int bits = counter * 0x9E3779B9;
    bits = (bits ^ (bits >>> 16)) * 0x85EBCA6B;
    bits = (bits ^ (bits >>> 13)) * 0xC2B2AE35;
    return bits ^ (bits >>> 16);
  }
}
