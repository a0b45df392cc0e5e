package io.shopkeeper.ml.linear;

import io.shopkeeper.ml.algorithm.WrongOptionException;
import java.io.DataInput;
import java.io.IOException;

/**
 * How {@link FtrlLearner} steps: coordinate i has the rate alpha / (beta + √n_i), n_i being the sum
 * of its squared slopes.
 *
 * @param alpha the greatest rate is alpha / beta
 * @param beta what holds first steps small
 * @param l1 |z| up to which a weight is 0
 * @param l2 what holds weights small
 */
public record FtrlRates(double alpha, double beta, double l1, double l2) {

  /** Without penalties. */
  public static final FtrlRates STANDARD = new FtrlRates(0.1, 1, 0, 0);

  public FtrlRates {
    WrongOptionException.unlessWithin("alpha", alpha, 1e-5, 100);
    WrongOptionException.unlessWithin("beta", beta, 1e-3, 1000);
    WrongOptionException.unlessWithin("l1", l1, 0, 1e6);
    WrongOptionException.unlessWithin("l2", l2, 0, 1e6);
  }

  /** The weight of a coordinate: line 6 of algorithm 1. */
  double weight(double z, double n) {
    double beyond = Math.abs(z) - l1;
    return beyond <= 0 ? 0 : -Math.signum(z) * beyond / ((beta + Math.sqrt(n)) / alpha + l2);
  }

  /** The same without penalties. */
  double constant(double z, double n) {
    return -z * alpha / (beta + Math.sqrt(n));
  }

  static FtrlRates read(DataInput in) throws IOException {
    try {
      return new FtrlRates(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
    } catch (WrongOptionException wrong) {
      throw new IOException("damaged: " + wrong.getMessage(), wrong);
    }
  }
}
