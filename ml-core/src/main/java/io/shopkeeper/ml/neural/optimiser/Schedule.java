package io.shopkeeper.ml.neural.optimiser;

/** How the rate goes from the first step to the last. */
public enum Schedule {
  /** Stays. */
  CONSTANT {
    @Override
    double part(double progress) {
      return 1;
    }
  },
  /** Falls to 0 in a straight line. */
  LINEAR {
    @Override
    double part(double progress) {
      return 1 - progress;
    }
  },
  /** Falls to 0 along a half cosine (Loshchilov and Hutter: SGDR, ICLR 2017). */
  COSINE {
    @Override
    double part(double progress) {
      return 0.5 * (1 + Math.cos(Math.PI * progress));
    }
  };

  abstract double part(double progress);

  /**
   * The part of the highest rate that counts.
   *
   * @param progress 0 to 1
   * @param warmUp part of all steps in which the rate rises from 0, 0 to below 1
   */
  public double part(double progress, double warmUp) {
    if (progress < warmUp) {
      return progress / warmUp;
    }
    return part(Math.min(1, (progress - warmUp) / (1 - warmUp)));
  }
}
