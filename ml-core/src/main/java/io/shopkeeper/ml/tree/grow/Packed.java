package io.shopkeeper.ml.tree.grow;

/**
 * Gradient and hessian of a row, or sums of them, in one long: the gradient times 2³² plus the
 * hessian, both whole numbers, the hessian not negative. Sums and differences of such longs are
 * those of their parts as long as the parts stay within 31 and 32 bits, which the scale sees to.
 *
 * @param gradient what a gradient was multiplied with, a power of two
 * @param hessian what a hessian was multiplied with, a power of two
 */
record Packed(double gradient, double hessian) {

  private static final double ROOM_OF_GRADIENTS = 1L << 30;
  private static final double ROOM_OF_HESSIANS = 1L << 31;
  private static final int GOLDEN = 0x9E3779B9;

  /** For rows whose absolute gradients and hessians have these sums. */
  static Packed forSums(double gradients, double hessians, int rows) {
    return new Packed(
        scale(ROOM_OF_GRADIENTS - rows, gradients), scale(ROOM_OF_HESSIANS - rows, hessians));
  }

  /** The greatest power of two with which the sum finds room; it is exact for whole numbers. */
  private static double scale(double room, double sum) {
    return sum > 0 ? Math.scalb(1.0, Math.clamp(Math.getExponent(room / sum), -1000, 1000)) : 1;
  }

  /**
   * Packs a row. The parts are rounded up or down by a fraction that differs from row to row, so
   * that the errors of many rows cancel.
   */
  long pack(float g, float h, int row) {
    double dither = ((row * GOLDEN) >>> 8) * 0x1p-24;
    return ((long) Math.floor(g * gradient + dither) << 32)
        + (long) Math.floor(h * hessian + dither);
  }

  /** The gradient's part. */
  static double gradientOf(long packed) {
    return packed >> 32;
  }

  /** The hessian's part. */
  static double hessianOf(long packed) {
    return packed & 0xFFFFFFFFL;
  }

  /** The gradient of a sum in its own unit. */
  double gradientIn(long packed) {
    return gradientOf(packed) / gradient;
  }

  /** The hessian of a sum in its own unit. */
  double hessianIn(long packed) {
    return hessianOf(packed) / hessian;
  }
}
