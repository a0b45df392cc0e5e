package io.shopkeeper.ml.forecast;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How wrong forecasts were, and so where what comes will lie (split conformal prediction: V. Vovk,
 * A. Gammerman, G. Shafer, "Algorithmic Learning in a Random World", 2005; by groups: Mondrian).
 * Errors are those of the rehearsal, as shares of a {@linkplain #width width} that grows with what
 * is foretold and with how unsteady the product is; apart for each week ahead and for products that
 * sell regularly, now and then, or seldom. Bands do not go below 0; what the lower tail does not
 * need there, the upper gives away, so that both together leave out what they may, which {@link
 * BandCalibration} says.
 *
 * @param factors the ends of bands in widths: level × week ahead × group × (low, high), the last
 *     group being all products
 */
record ErrorBands(double[][][][] factors) {

  /** What bands cover. */
  static final List<Double> LEVELS = List.of(0.8, 0.95);

  /** What an error is measured in. */
  static double width(DemandHistory past, double expected) {
    return 0.3 + past.spreadOfLast(13) + 0.5 * Math.sqrt(expected);
  }

  /** Collects errors. */
  static final class Builder {

    private final List<List<Misses.Miss>> all = new ArrayList<>();

    Builder(int horizon) {
      for (int ahead = 0; ahead < horizon; ahead++) {
        all.add(new ArrayList<>());
      }
    }

    /**
     * Adds what came beside what was foretold.
     *
     * @param past what was known
     * @param ahead from 0
     */
    void add(DemandHistory past, int ahead, double expected, double came) {
      double width = width(past, expected);
      all.get(ahead)
          .add(
              new Misses.Miss(
                  past.end(),
                  past.end() + ahead,
                  DemandClass.of(past).place(),
                  (came - expected) / width,
                  -expected / width));
    }

    /**
     * Bands of those errors.
     *
     * @throws IllegalArgumentException if there are none of a week ahead
     */
    ErrorBands build() {
      double[][][][] factors = new double[LEVELS.size()][all.size()][Misses.GROUPS][];
      for (int ahead = 0; ahead < all.size(); ahead++) {
        var misses = new Misses(all.get(ahead));
        if (misses.isEmpty()) {
          throw new IllegalArgumentException("no week was rehearsed; more weeks are needed");
        }
        var calibration = new BandCalibration(all.get(ahead), all.size());
        for (int level = 0; level < factors.length; level++) {
          double outside = calibration.outside(LEVELS.get(level));
          for (int group = 0; group < Misses.GROUPS; group++) {
            factors[level][ahead][group] = misses.ends(group, outside);
          }
        }
      }
      return new ErrorBands(factors);
    }
  }

  int horizon() {
    return factors[0].length;
  }

  /**
   * A band.
   *
   * @param ahead from 0
   * @param level place in {@link #LEVELS}
   * @return low and high, 0 or more
   */
  double[] band(DemandHistory past, int ahead, double expected, int level) {
    double[] ends = factors[level][ahead][DemandClass.of(past).place()];
    double width = width(past, expected);
    double low = Math.max(0, expected + width * ends[0]);
    return new double[] {low, Math.max(low, expected + width * ends[1])};
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(horizon());
    for (double[][][] level : factors) {
      for (double[][] ahead : level) {
        for (double[] ends : ahead) {
          out.writeDouble(ends[0]);
          out.writeDouble(ends[1]);
        }
      }
    }
  }

  static ErrorBands read(DataInput in, int horizon) throws IOException {
    if (in.readInt() != horizon) {
      throw new IOException("damaged: bands of another horizon");
    }
    double[][][][] factors = new double[LEVELS.size()][horizon][Misses.GROUPS][2];
    for (double[][][] level : factors) {
      for (double[][] ahead : level) {
        for (double[] ends : ahead) {
          ends[0] = in.readDouble();
          ends[1] = in.readDouble();
        }
      }
    }
    return new ErrorBands(factors);
  }
}
