package io.shopkeeper.ml.experiment;

/**
 * Gathers a metric's numbers unit by unit, without the cancellation of sums of squares (B. P.
 * Welford, Technometrics 4(3), 1962). For one thread.
 */
public final class Moments {

  private long units;
  private double mean;
  private double squares;

  /** Adds a unit's number. */
  public void add(double value) {
    units++;
    double from = value - mean;
    mean += from / units;
    squares += from * (value - mean);
  }

  /** Of what was added until now. */
  public Sample sample() {
    return new Sample(
        units, units == 0 ? Double.NaN : mean, units < 2 ? Double.NaN : squares / (units - 1));
  }
}
